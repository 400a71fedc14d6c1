/// How a set of targets came out: counts, and the bounds that follow. Never one bare percentage.
package struct AttainmentSummary: Hashable, Sendable {
  private let counts: [Verdict: Int]

  /// Counts verdicts.
  package init(_ verdicts: [Verdict]) {
    counts = verdicts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many targets have a verdict.
  package func count(of verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// How many targets there are.
  package var total: Int { counts.values.reduce(0, +) }

  /// How many targets are due and have a number to be judged by.
  package var measurable: Int {
    count(of: .met) + count(of: .missed) + count(of: .undetermined) + count(of: .noData)
  }

  /// How many have an outcome that settles them, one way or the other.
  package var settled: Int { count(of: .met) + count(of: .missed) }

  /// How many are met at least: those that are known to be.
  package var metAtLeast: Int { count(of: .met) }

  /// How many are met at most: all but those known to be missed.
  package var metAtMost: Int { measurable - count(of: .missed) }

  /// The share met at least and at most, in percent of the measurable; nil when nothing is measurable.
  package var bounds: Interval? {
    guard measurable > 0,
      let low = ExactDecimal.ratio(ExactDecimal(metAtLeast), ExactDecimal(measurable), times: 100),
      let high = ExactDecimal.ratio(ExactDecimal(metAtMost), ExactDecimal(measurable), times: 100)
    else { return nil }
    return Interval(low, high)
  }
}
