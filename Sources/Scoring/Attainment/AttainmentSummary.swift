/// The counts of verdicts in a set of targets, and the resulting bounds. There is never a single percentage.
package struct AttainmentSummary: Hashable, Sendable {
  private let counts: [Verdict: Int]

  package init(_ verdicts: [Verdict]) {
    counts = verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many targets have a verdict.
  package func count(of verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  package var total: Int { counts.values.reduce(0, +) }

  /// How many targets are due and have a numeric goal.
  package var measurable: Int {
    count(of: .met) + count(of: .missed) + count(of: .undetermined) + count(of: .noData)
  }

  /// How many targets are known to be met or missed.
  package var settled: Int { count(of: .met) + count(of: .missed) }

  /// The least number of targets that are met: those known to be.
  package var metAtLeast: Int { count(of: .met) }

  /// The greatest number of targets that can be met: all measurable ones except those known to be missed.
  package var metAtMost: Int { measurable - count(of: .missed) }

  /// The least and greatest share met, in percent of the measurable targets; nil when none is measurable.
  package var bounds: Interval? {
    guard measurable > 0,
      let low = ExactDecimal.ratio(ExactDecimal(metAtLeast), ExactDecimal(measurable), times: 100),
      let high = ExactDecimal.ratio(ExactDecimal(metAtMost), ExactDecimal(measurable), times: 100)
    else { return nil }
    return Interval(low, high)
  }
}
