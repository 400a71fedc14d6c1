/// A published figure compared with the same figure computed from other published figures.
package struct Reconciliation: Sendable {
  /// What is compared.
  package enum ReconciledSubject: Sendable {
    /// A printed percentage against printed points over the maximum.
    case percentage(ScorecardEntry)
    /// A published total against the sum of its published parts.
    case sum(SumSystem<ScoreKey>.Constraint)
  }

  package enum ReconciliationVerdict: Hashable, Sendable {
    /// Equal within the rounding of the printed figures.
    case agrees
    /// Published minus computed, beyond rounding. When rows disagree, the difference of the nearest row.
    case differs(by: ExactDecimal)
    /// Something is not published, or rows disagree and one of them agrees.
    case cannotBeChecked
  }

  package let subject: ReconciledSubject
  /// The published figure; nil when rows disagree.
  package let published: ExactDecimal?
  /// The same figure by exact arithmetic on the other printed figures; nil when something is missing.
  package let computed: ExactDecimal?
  /// The possible values of the computed figure, allowing for rounding; nil when something is missing.
  package let interval: Interval?
  package let verdict: ReconciliationVerdict

  package init(
    subject: ReconciledSubject, published: ExactDecimal?, publishedInterval: Interval?,
    computed: ExactDecimal?,
    interval: Interval?, candidates: [ExactDecimal] = []
  ) {
    self.subject = subject
    self.published = published
    self.computed = computed
    self.interval = interval
    let nearest = computed.flatMap { computed in
      (published.map { [$0] } ?? candidates).map { $0 - computed }.min { $0.magnitude < $1.magnitude }
    }
    if let nearest, let interval, let publishedInterval {
      let meets = publishedInterval.intersection(interval) != nil
      // When rows disagree and one of them agrees, nothing is settled.
      verdict = meets ? (published == nil ? .cannotBeChecked : .agrees) : .differs(by: nearest)
    } else {
      verdict = .cannotBeChecked
    }
  }

  /// Checks every row that prints both points and a percentage.
  static func ofPercentages(_ entries: [ScorecardEntry], weights: EditionWeights?) -> [Reconciliation] {
    entries.compactMap { entry in
      guard let points = entry.points, let percent = entry.percent, entry.bound == .exact else { return nil }
      let key = ScoreKey(entry.node, isAppraisalOnly: entry.basis == .appraisal)
      let maximum = entry.maximum.map { Interval($0.value) } ?? weights?[key]?.interval
      let exact = maximum.flatMap { $0.isExact ? $0.lower : nil }
      return Reconciliation(
        subject: .percentage(entry), published: percent.value,
        publishedInterval: Interval(rounding: percent),
        computed: exact.flatMap { ExactDecimal.ratio(points.value, $0, times: 100) },
        interval: maximum.flatMap { Interval(rounding: points).notBelowZero?.asPercent(of: $0) })
    }
  }

  /// Checks every sum whose total and at least one part are published.
  static func ofSums(
    _ sums: [SumSystem<ScoreKey>.Constraint], readings: [ScoreKey: PointsReading]
  ) -> [Reconciliation] {
    sums.compactMap { sum in
      let parts = sum.parts.map { readings[$0] }
      guard let total = readings[sum.total], parts.contains(where: { $0 != nil }) else { return nil }
      let known = parts.compactMap { $0 }
      let isComplete = known.count == parts.count && known.allSatisfy { $0.nominal != nil }
      return Reconciliation(
        subject: .sum(sum), published: total.nominal, publishedInterval: total.interval,
        computed: isComplete ? known.compactMap(\.nominal).sum : nil,
        interval: isComplete ? known.map(\.interval).reduce(Interval(.zero), +) : nil,
        candidates: total.candidates)
    }
  }
}

extension Interval {
  /// The non-negative part; nil when there is none.
  var notBelowZero: Interval? { Interval(max(lower, .zero), upper) }
}
