extension Edition.ScoreGroup {
  /// Whether a percentage lies in the group, ends included as stated.
  package func contains(_ percent: ExactDecimal) -> Bool {
    let aboveLower = from.map { fromInclusive ? percent >= $0 : percent > $0 } ?? true
    let belowUpper = to.map { toInclusive ? percent <= $0 : percent < $0 } ?? true
    return aboveLower && belowUpper
  }

  /// Whether the group applies to an index year.
  package func covers(year: Int) -> Bool { years.isEmpty || years.contains(year) }
}

extension Edition {
  /// The groups that a value within an interval can fall into, best first: exactly one when certain, none where the
  /// edition defines no group.
  package func groups(for percent: Interval, year: Int) -> [ScoreGroup] {
    groups.filter { group in
      guard group.covers(year: year) else { return false }
      if group.contains(percent.lower) || group.contains(percent.upper) { return true }
      return [group.from, group.to].compactMap { $0 }.contains { percent.lower < $0 && $0 < percent.upper }
    }
  }
}
