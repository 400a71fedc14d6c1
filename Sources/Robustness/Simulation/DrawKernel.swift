internal import CDrawKernel
internal import Dispatch
internal import Text

/// The inner loops of a simulation, which are in C: the one place with unsafe buffers.
///
/// Each function checks once, before its loop, that all accesses lie inside.
struct DrawKernel: Sendable {
  /// What is computed with.
  let instructions: DrawInstructions

  /// - Parameter instructions: those of this processor, or fewer.
  init(_ instructions: DrawInstructions = .best) {
    precondition(instructions.isSupported)
    self.instructions = instructions
  }

  // MARK: Weights

  /// What ``RandomStream/positiveUnit()`` gives in each of eight draws, in order.
  func uniforms(
    seed: UInt64, firstDraw: Int, purpose: RandomStream.Purpose, into uniforms: inout [DrawRow]
  ) {
    let blocks = uniforms.count / 4
    uniforms.withDoubles {
      draw_uniforms(
        instructions.kind, seed, UInt64(truncatingIfNeeded: firstDraw), purpose.rawValue, blocks, $0)
    }
  }

  /// Multiplies weights by numbers uniform in (low, low + width] and writes them to the rows of their nodes.
  func scale(
    _ weights: [Double], low: Double, width: Double, uniforms: [DrawRow], nodes: [Int32],
    into raw: inout [DrawRow]
  ) {
    precondition(weights.count == nodes.count && nodes.count <= uniforms.count)
    precondition(nodes.allSatisfy { $0 >= 0 && $0 < raw.count })
    let count = nodes.count
    uniforms.withDoubles { uniforms in
      raw.withDoubles {
        draw_scale(instructions.kind, uniforms, weights, nodes, count, low, width, $0)
      }
    }
  }

  /// Computes some of the steps, and adds the draws to `zero` in which a sum of weights is zero.
  func shares(
    _ steps: Range<Int>, of all: ShareSteps, weights: [DrawRow], into shares: inout [DrawRow],
    zero: inout DrawMask
  ) {
    precondition(steps.lowerBound >= 0 && steps.upperBound <= all.count)
    precondition(all.weightRows <= weights.count && all.shareRows <= shares.count)
    var found = SIMD8<Int64>()
    all.steps.withUnsafeBufferPointer { list in
      weights.withDoubles { weights in
        shares.withDoubles { shares in
          found.withLanes {
            draw_shares(
              instructions.kind, list.baseAddress.map { $0 + steps.lowerBound }, steps.count, all.siblings,
              weights, shares, $0)
          }
        }
      }
    }
    zero .|= found .!= 0
  }

  // MARK: Scores

  /// Weighted sums of columns: `sums[unit] = Σ weights[column] × values[unit, column]`.
  ///
  /// - Parameters:
  ///   - values: for each group of four units, from `start`, the values of each column.
  ///   - weights: one a column, from `slot`.
  ///   - sums: one a unit, four units a group.
  func weightedSums(
    values: [SIMD4<Double>], from start: Int, columns: Int, weights: [DrawRow], from slot: Int,
    into sums: inout [DrawRow]
  ) {
    let tile = DRAW_TILE
    let tiles = sums.count / tile
    precondition(start >= 0 && slot >= 0 && columns >= 0)
    precondition(start + tiles * columns <= values.count && slot + columns <= weights.count)
    values.withDoubles { values in
      weights.withDoubles { weights in
        sums.withDoubles {
          draw_weighted_sums(
            instructions.kind, values.map { $0 + tile * start }, columns, tiles,
            weights.map { $0 + DrawRow.draws * slot }, $0)
        }
      }
    }
  }

  /// Adds a term that is not known everywhere: `sums += weight × values`, except where it is skipped, and
  /// `total += weight × known`.
  ///
  /// - Parameters:
  ///   - known: one a unit, 1 where there is a value and else 0; empty when there is one everywhere.
  ///   - total: the sum of the known weights, one a unit; empty when it is not wanted.
  func add(
    _ values: [DrawRow], known: [DrawRow], weight: DrawRow, skipped: DrawMask, units: Int,
    to sums: inout [DrawRow], total: inout [DrawRow]
  ) {
    precondition(units <= values.count && units <= sums.count)
    precondition((known.isEmpty || units <= known.count) && (total.isEmpty || units <= total.count))
    var isSkipped = SIMD8<Int64>(repeating: 0).replacing(with: -1, where: skipped)
    let (hasKnown, hasTotal) = (!known.isEmpty, !total.isEmpty)
    withUnsafeBytes(of: weight) { weight in
      let weight = weight.baseAddress?.assumingMemoryBound(to: Double.self)
      values.withDoubles { values in
        known.withDoubles { known in
          sums.withDoubles { sums in
            total.withDoubles { total in
              isSkipped.withLanes {
                draw_add(
                  instructions.kind, weight, $0, values, hasKnown ? known : nil, units, sums,
                  hasTotal ? total : nil)
              }
            }
          }
        }
      }
    }
  }

  /// Divides sums by the weights that are known of them and makes these weights 1; where they are zero, both become
  /// zero.
  ///
  /// - Returns: the draws in which they are zero for a unit that is defined, and for one that is not.
  func divide(
    _ sums: inout [DrawRow], by total: inout [DrawRow], isDefined: [Bool]
  ) -> (defined: DrawMask, other: DrawMask) {
    precondition(isDefined.count <= sums.count && isDefined.count <= total.count)
    var (zero, missing) = (SIMD8<Int64>(), SIMD8<Int64>())
    sums.withDoubles { sums in
      total.withDoubles { total in
        zero.withLanes { zero in
          missing.withLanes {
            draw_divide(instructions.kind, isDefined, isDefined.count, sums, total, zero, $0)
          }
        }
      }
    }
    return (zero .!= 0, missing .!= 0)
  }

  // MARK: Ranks

  /// Makes keys of scores: places on a grid, each × `power` + the number of its row.
  ///
  /// - Parameter limit: the bound of the magnitude of a place from which on a key is not exact.
  /// - Returns: the draws in which every key is exact.
  func makeKeys(
    of scores: [DrawRow], scale: Double, steps: Double, limit: Double, power: Double,
    into keys: inout [DrawRow]
  ) -> DrawMask {
    precondition(keys.count <= scores.count)
    let units = keys.count
    var exact = SIMD8<Int64>()
    scores.withDoubles { scores in
      keys.withDoubles { keys in
        exact.withLanes {
          draw_keys(instructions.kind, scores, units, scale, steps, limit, power, keys, $0)
        }
      }
    }
    return exact .!= 0
  }

  /// Puts the keys of each draw in descending order.
  func sort(_ keys: inout [DrawRow], by network: SortingNetwork) {
    precondition(network.count == keys.count)
    network.comparators.withUnsafeBytes { comparators in
      keys.withDoubles {
        draw_sort(
          instructions.kind, comparators.baseAddress?.assumingMemoryBound(to: Int32.self),
          network.comparators.count, $0)
      }
    }
  }

  /// The competition ranks of sorted keys: the number of the row that the key was made of × 2³² + rank − 1.
  func rank(_ keys: [DrawRow], bits: Int, into places: inout [SIMD8<Int64>]) {
    precondition(places.count == keys.count && 0..<32 ~= bits)
    let units = keys.count
    keys.withDoubles { keys in
      places.withUnsafeMutableBytes {
        let start = $0.baseAddress?.assumingMemoryBound(to: Int64.self)
        draw_ranks(instructions.kind, keys, units, Int32(bits), start)
      }
    }
  }

  /// Counts the ranks of some of eight draws.
  ///
  /// - Parameters:
  ///   - places: as ``rank(_:bits:into:)`` gives them.
  ///   - counts: `[row × units + rank − 1]`, for 2^bits rows.
  func count(
    _ places: [SIMD8<Int64>], draws: DrawMask, bits: Int, counts: inout [Int32]
  ) {
    let units = places.count
    precondition(counts.count == units << bits)
    var lanes: UInt32 = 0
    for draw in 0..<DrawRow.draws where draws[draw] { lanes |= 1 << UInt32(draw) }
    places.withUnsafeBytes {
      draw_count($0.baseAddress?.assumingMemoryBound(to: Int64.self), units, lanes, &counts)
    }
  }

  /// Counts which units rank above which in one draw.
  ///
  /// - Parameters:
  ///   - ranks: one a place, from `draw × units`.
  ///   - above: `[place × units + other]`.
  @inline(never)
  static func countPairs(ranks: [Int32], draw: Int, units: Int, above: inout [Int32]) {
    precondition(draw >= 0 && above.count == units * units && ranks.count >= (draw + 1) * units)
    ranks.withUnsafeBufferPointer { ranks in
      above.withUnsafeMutableBufferPointer { above in
        for place in 0..<units {
          let rank = ranks[draw &* units &+ place]
          for other in 0..<units {
            above[place &* units &+ other] &+= rank < ranks[draw &* units &+ other] ? 1 : 0
          }
        }
      }
    }
  }

  // MARK: Threads

  /// Changes every element, each in a thread of its own as far as there are any.
  static func forEach<Element: Sendable>(
    _ elements: inout [Element], change: @Sendable (inout Element) -> Void
  ) {
    elements.withUnsafeMutableBufferPointer { elements in
      if elements.count == 1 { return change(&elements[0]) }
      // Each call has an element of its own.
      nonisolated(unsafe) let elements = elements
      DispatchQueue.concurrentPerform(iterations: elements.count) { change(&elements[$0]) }
    }
  }
}

extension SIMD8<Int64> {
  /// The lanes, one after the other, to be changed.
  fileprivate mutating func withLanes(_ body: (UnsafeMutablePointer<Int64>?) -> Void) {
    withUnsafeMutableBytes(of: &self) { body($0.baseAddress?.assumingMemoryBound(to: Int64.self)) }
  }
}

extension Array where Element: SIMD, Element.Scalar == Double {
  /// The numbers of all vectors, one after the other.
  fileprivate func withDoubles(_ body: (UnsafePointer<Double>?) -> Void) {
    withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: Double.self)) }
  }

  /// The numbers of all vectors, to be changed.
  fileprivate mutating func withDoubles(_ body: (UnsafeMutablePointer<Double>?) -> Void) {
    withUnsafeMutableBytes { body($0.baseAddress?.assumingMemoryBound(to: Double.self)) }
  }
}
