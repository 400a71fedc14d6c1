/// For all pairs of units, how often one ranked above the other.
public struct PairCounts: Hashable, Sendable {
  /// How many units there are.
  public let units: Int
  /// How many draws there were.
  public let draws: Int
  /// `above[a * units + b]` is how many draws ranked a above b; ties count for neither.
  public let above: [Int]

  /// Makes the counts; `above` has `units × units` entries.
  package init(units: Int, draws: Int, above: [Int]) {
    self.units = units
    self.draws = draws
    self.above = above
  }

  /// The share of draws that ranked `first` above `second`, 0 to 1; nil without draws.
  public func share(of first: Int, above second: Int) -> Double? {
    draws > 0 ? Double(above[first * units + second]) / Double(draws) : nil
  }

  /// Whether neither of two units ranked above the other in at least a share `level` of the draws.
  public func cannotBeToldApart(_ first: Int, _ second: Int, level: Double) -> Bool {
    guard let one = share(of: first, above: second), let other = share(of: second, above: first) else {
      return true
    }
    return max(one, other) < level
  }

  /// Groups of units that cannot be told apart at a level, above 0.5 and up to 1.
  ///
  /// The units are taken in the order given, the best first; a group is a longest run of them in which no pair
  /// can be told apart, so that groups can overlap, as the letters do in a table of multiple comparisons. Runs
  /// of one unit are not groups. A pair that cannot be told apart but has a unit between its two that can be told
  /// from one of them is in no group: ``pairsOutsideGroups(in:level:)``.
  public func groups(in order: [Int], level: Double) -> [[Int]] {
    var groups: [[Int]] = []
    var reached = 0
    for start in order.indices {
      // The run that ended here less its first units is a run too.
      var end = max(reached, start + 1)
      while end < order.count,
        order[start..<end].allSatisfy({ cannotBeToldApart($0, order[end], level: level) })
      {
        end += 1
      }
      if end > reached, end - start > 1 { groups.append(Array(order[start..<end])) }
      reached = max(reached, end)
    }
    return groups
  }

  /// The pairs that cannot be told apart at a level and that no group of ``groups(in:level:)`` holds, each in the
  /// order given; together with the groups these are all pairs that cannot be told apart.
  package func pairsOutsideGroups(in order: [Int], level: Double) -> [[Int]] {
    var groupEnds = Array(order.indices)
    var place: [Int: Int] = [:]
    for (offset, unit) in order.enumerated() { place[unit] = offset }
    for group in groups(in: order, level: level) {
      guard let first = group.first, let start = place[first] else { continue }
      for offset in start..<start + group.count {
        groupEnds[offset] = max(groupEnds[offset], start + group.count - 1)
      }
    }
    return order.indices.flatMap { start in
      order[(groupEnds[start] + 1)...].filter { cannotBeToldApart(order[start], $0, level: level) }
        .map { [order[start], $0] }
    }
  }
}
