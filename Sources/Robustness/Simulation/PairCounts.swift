/// For every pair of units, how often one ranks above the other.
public struct PairCounts: Hashable, Sendable {
  /// The number of units.
  public let units: Int
  /// The number of counted draws.
  public let draws: Int
  /// `above[a * units + b]` is the number of draws that rank a above b; ties count for neither.
  public let above: [Int]

  package init(units: Int, draws: Int, above: [Int]) {
    self.units = units
    self.draws = draws
    self.above = above
  }

  /// The share of draws that rank `first` above `second`, 0 to 1; nil without draws.
  public func share(of first: Int, above second: Int) -> Double? {
    draws > 0 ? Double(above[first * units + second]) / Double(draws) : nil
  }

  /// Whether neither unit ranks above the other in a share of draws of at least `level`; true without draws.
  public func cannotBeToldApart(_ first: Int, _ second: Int, level: Double) -> Bool {
    guard let one = share(of: first, above: second), let other = share(of: second, above: first) else {
      return true
    }
    return max(one, other) < level
  }

  /// Groups of units that cannot be told apart at a level, above 0.5 and up to 1.
  ///
  /// A group is a maximal run of the given order, best unit first, in which no pair can be told apart. Groups can
  /// overlap, like the letters in a table of multiple comparisons. A run of one unit is not a group. A pair that cannot
  /// be told apart is in no group if a unit between them can be told from one of them; see
  /// ``pairsOutsideGroups(in:level:)``.
  public func groups(in order: [Int], level: Double) -> [[Int]] {
    var groups: [[Int]] = []
    var reached = 0
    for start in order.indices {
      // The previous run without its first units is also a run.
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

  /// The pairs that cannot be told apart at a level but share no group of ``groups(in:level:)``, each in the given
  /// order. With the pairs inside groups, these are all pairs that cannot be told apart.
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
