/// A published figure set beside the same figure computed from other published figures.
package struct Reconciliation: Sendable {
  /// What is compared.
  package enum Subject: Sendable {
    /// A printed percentage against printed points over the maximum.
    case percentage(ScorecardEntry)
    /// A published sum against the sum of its published parts.
    case sum(SumSystem<ScoreKey>.Constraint)
  }

  /// The result.
  package enum Verdict: Hashable, Sendable {
    /// Within the rounding of the printed figures.
    case agrees
    /// Apart by this much, published less computed, beyond rounding; where rows disagree, of the row that comes
    /// nearest.
    case differs(by: ExactDecimal)
    /// Something is not published.
    case cannotBeChecked
  }

  /// What is compared.
  package let subject: Subject
  /// The published figure; nil when rows disagree.
  package let published: ExactDecimal?
  /// The same by exact arithmetic on the other printed figures; nil when something is missing.
  package let computed: ExactDecimal?
  /// What the computed figure can be, rounding considered; nil when something is missing.
  package let interval: Interval?
  /// The result.
  package let verdict: Verdict

  package init(
    subject: Subject, published: ExactDecimal?, publishedInterval: Interval?, computed: ExactDecimal?,
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
      // Where rows disagree, one of them may agree: that settles nothing.
      verdict = meets ? (published == nil ? .cannotBeChecked : .agrees) : .differs(by: nearest)
    } else {
      verdict = .cannotBeChecked
    }
  }

  /// Every row that prints both points and a percentage.
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

  /// Every sum that is published with at least one of its parts.
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
  /// The part that is not below zero; nil when there is none.
  var notBelowZero: Interval? { Interval(max(lower, .zero), upper) }
}
