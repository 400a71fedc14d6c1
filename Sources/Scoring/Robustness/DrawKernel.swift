internal import Dispatch

/// The inner loops of a simulation, four draws side by side.
///
/// This is the one place with unsafe buffers: with checks of bounds in these loops a whole simulation takes a
/// fifth longer. Each function checks once, before its loop, that all accesses lie inside.
enum DrawKernel {
  /// Weighted sums of columns: `sums[unit] = Σ weights[column] × values[unit, column]`.
  ///
  /// - Parameters:
  ///   - values: for each group of four units, from `start`, the values of each column.
  ///   - weights: one a column, from `slot`, each for four draws.
  ///   - sums: one a unit, four units a group.
  @inline(never)
  static func weightedSums(
    values: [SIMD4<Double>], from start: Int, columns: Int, weights: [SIMD4<Double>], from slot: Int,
    into sums: inout [SIMD4<Double>]
  ) {
    let groups = sums.count / 4
    precondition(start >= 0 && slot >= 0 && columns >= 0)
    precondition(start + groups * columns <= values.count && slot + columns <= weights.count)
    values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          for group in 0..<groups {
            var (first, second) = (SIMD4<Double>(), SIMD4<Double>())
            var (third, fourth) = (SIMD4<Double>(), SIMD4<Double>())
            let row = start &+ group &* columns
            for column in 0..<columns {
              let weight = weights[slot &+ column]
              let value = values[row &+ column]
              first += weight * value[0]
              second += weight * value[1]
              third += weight * value[2]
              fourth += weight * value[3]
            }
            sums[4 &* group] = first
            sums[4 &* group &+ 1] = second
            sums[4 &* group &+ 2] = third
            sums[4 &* group &+ 3] = fourth
          }
        }
      }
    }
  }

  /// Puts four rows of keys in descending order side by side, by a network of comparators.
  @inline(never)
  static func sort(_ keys: inout [SIMD4<Double>], by network: [SortingNetwork.Comparator]) {
    // Every comparator of a network of this many keys names two of them.
    precondition(network.isEmpty || keys.count > 1)
    keys.withUnsafeMutableBufferPointer { keys in
      network.withUnsafeBufferPointer { network in
        for comparator in network {
          let (first, second) = (Int(comparator.first), Int(comparator.second))
          let (one, other) = (keys[first], keys[second])
          let swaps = one .< other
          keys[first] = one.replacing(with: other, where: swaps)
          keys[second] = other.replacing(with: one, where: swaps)
        }
      }
    }
  }

  /// Added to a number below 2^51, it leaves the number, rounded to even, in the lower bits.
  static let wholeNumberShift = 0x1.8p52

  /// Counts the competition ranks of one draw.
  ///
  /// - Parameters:
  ///   - keys: in descending order, each draw at one of the four: the compared number × 2^bits + the place of
  ///     the unit, which is below the number of keys.
  ///   - counts: `[place × units + rank − 1]`.
  ///   - ranks: the rank at each place, from `draw × units`.
  @inline(never)
  static func countRanks(
    keys: [SIMD4<Double>], draw: Int, bits: Int, counts: inout [Int32], ranks: inout [Int32]
  ) {
    let units = keys.count
    precondition(0..<4 ~= draw && counts.count == units * units && ranks.count == 4 * units)
    let shift = wholeNumberShift
    let zero = Int64(bitPattern: shift.bitPattern)
    let mask = Int64(1) << Int64(bits) - 1
    keys.withUnsafeBytes { keys in
      counts.withUnsafeMutableBufferPointer { counts in
        ranks.withUnsafeMutableBufferPointer { ranks in
          var rank = 0
          var last = Int64.min
          for next in 0..<units {
            let key = keys.load(fromByteOffset: 32 &* next &+ 8 &* draw, as: Double.self)
            let number = Int64(bitPattern: (key + shift).bitPattern) &- zero
            let compared = number &>> Int64(bits)
            rank = compared == last ? rank : next &+ 1
            last = compared
            // The lower bits of a key are a place by the way it was made; the bound makes it certain.
            let place = min(Int(number & mask), units &- 1)
            counts[place &* units &+ rank &- 1] &+= 1
            ranks[draw &* units &+ place] = Int32(truncatingIfNeeded: rank)
          }
        }
      }
    }
  }

  /// Counts which units rank above which in one draw.
  ///
  /// - Parameters:
  ///   - ranks: one a place, from `draw × units`.
  ///   - above: `[place × units + other]`.
  @inline(never)
  static func countPairs(ranks: [Int32], draw: Int, units: Int, above: inout [Int32]) {
    precondition(0..<4 ~= draw && above.count == units * units && ranks.count == 4 * units)
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
