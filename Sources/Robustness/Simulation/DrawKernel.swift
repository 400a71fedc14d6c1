internal import CDrawKernel
internal import Dispatch
internal import Text

/// The Swift interface to the inner loops of a simulation, which are in C. Only this type uses unsafe buffers.
///
/// Each function checks once, before its loop, that all accesses are in bounds.
struct DrawKernel: Sendable {
  let instructions: DrawInstructions

  /// - Parameter instructions: a set that this processor supports.
  init(_ instructions: DrawInstructions = .best) {
    precondition(instructions.isSupported)
    self.instructions = instructions
  }

  // MARK: Weights

  /// The results of ``RandomStream/positiveUnit()`` for eight draws, in order.
  func uniforms(
    seed: UInt64, firstDraw: Int, purpose: RandomStream.Purpose, into uniforms: inout [DrawRow]
  ) {
    let blocks = uniforms.count / 4
    uniforms.withDoubles {
      draw_uniforms(
        instructions.kind, seed, UInt64(truncatingIfNeeded: firstDraw), purpose.rawValue, blocks, $0)
    }
  }

  /// Multiplies weights by numbers uniform in (low, low + width] and writes the products to the rows of their nodes.
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

  /// Computes the shares of some steps. Marks in `zero` the draws in which a sum of weights is zero.
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
  ///   - weights: one per column, from `slot`.
  ///   - sums: one per unit, in groups of four units.
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

  /// Adds a term that some units lack: `sums += weight × values` except in skipped draws, and `total += weight ×
  /// known`.
  ///
  /// - Parameters:
  ///   - known: one per unit, 1 where there is a value, else 0; empty when every unit has one.
  ///   - total: the sum of the known weights, one per unit; empty when not needed.
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

  /// Divides sums by their known weights and sets these weights to 1; where they are zero, both become zero.
  ///
  /// - Returns: the draws with a zero for a defined unit, and those with a zero for an undefined one.
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

  /// Makes sort keys from scores: grid point × `power` + row number.
  ///
  /// - Parameter limit: the magnitude of a grid point at which keys stop being exact.
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

  /// Sorts the keys of each draw in descending order.
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

  /// The competition ranks of sorted keys: the original row number of the key × 2³² + rank − 1.
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

  /// Counts the ranks of the selected draws.
  ///
  /// - Parameters:
  ///   - places: the results of ``rank(_:bits:into:)``.
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

  /// Counts for every pair whether the first unit ranks above the second in one draw.
  ///
  /// - Parameters:
  ///   - ranks: one per place, from `draw × units`.
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

  /// Changes every element, in parallel where threads are available.
  static func forEach<Element: Sendable>(
    _ elements: inout [Element], change: @Sendable (inout Element) -> Void
  ) {
    elements.withUnsafeMutableBufferPointer { elements in
      if elements.count == 1 { return change(&elements[0]) }
      // Each call accesses its own element only.
      nonisolated(unsafe) let elements = elements
      DispatchQueue.concurrentPerform(iterations: elements.count) { change(&elements[$0]) }
    }
  }
}

extension SIMD8<Int64> {
  /// Gives access to the lanes as consecutive numbers.
  fileprivate mutating func withLanes(_ body: (UnsafeMutablePointer<Int64>?) -> Void) {
    withUnsafeMutableBytes(of: &self) { body($0.baseAddress?.assumingMemoryBound(to: Int64.self)) }
  }
}

extension Array where Element: SIMD, Element.Scalar == Double {
  /// Gives access to the numbers of all vectors, consecutively.
  fileprivate func withDoubles(_ body: (UnsafePointer<Double>?) -> Void) {
    withUnsafeBytes { body($0.baseAddress?.assumingMemoryBound(to: Double.self)) }
  }

  /// Gives mutable access to the numbers of all vectors, consecutively.
  fileprivate mutating func withDoubles(_ body: (UnsafeMutablePointer<Double>?) -> Void) {
    withUnsafeMutableBytes { body($0.baseAddress?.assumingMemoryBound(to: Double.self)) }
  }
}
