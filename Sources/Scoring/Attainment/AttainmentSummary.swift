/// The counts of verdicts in a set of promises or targets, and the resulting bounds. There is never a single percentage.
package struct AttainmentSummary: Hashable, Sendable {
  private let counts: [Verdict: Int]

  package init(_ verdicts: [Verdict]) {
    counts = verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many have a verdict.
  package func count(of verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  package var total: Int { counts.values.reduce(0, +) }

  /// How many are due, have a numeric goal and an entity that lived to the deadline.
  package var measurable: Int {
    count(of: .met) + count(of: .missed) + count(of: .undetermined) + count(of: .noData)
  }

  /// How many are known to be met or missed.
  package var settled: Int { count(of: .met) + count(of: .missed) }

  /// The least number that is met: those known to be.
  package var metAtLeast: Int { count(of: .met) }

  /// The greatest number that can be met: all measurable ones except those known to be missed.
  package var metAtMost: Int { measurable - count(of: .missed) }

  /// The least and greatest share met, in percent of the measurable ones; nil when none is measurable.
  package var bounds: Interval? {
    guard measurable > 0,
      let low = ExactDecimal.ratio(ExactDecimal(metAtLeast), ExactDecimal(measurable), times: 100),
      let high = ExactDecimal.ratio(ExactDecimal(metAtMost), ExactDecimal(measurable), times: 100)
    else { return nil }
    return Interval(low, high)
  }
}
