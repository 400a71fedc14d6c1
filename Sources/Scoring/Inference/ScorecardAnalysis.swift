/// Everything that follows from what is published about one province and index year.
///
/// Missing is never zero: a node that nothing is published of has an interval, from what the sums allow.
package struct ScorecardAnalysis: Sendable {
  package typealias Constraint = SumSystem<ScoreKey>.Constraint

  /// What is known of one node.
  package struct Node: Sendable {
    /// The node and basis.
    package let key: ScoreKey
    /// The published rows, in file order.
    package let entries: [ScorecardEntry]
    /// The maximum of what applies; nil when nothing is known of it.
    package let maximum: EditionWeights.Estimate?
    /// The points as published, or as the published percentage of a known maximum; nil when rows disagree or
    /// there are none.
    package let published: ExactDecimal?
    /// The points as the sum of all parts, or as the sum less the other parts; nil when some are not known.
    package let computed: ExactDecimal?
    /// The sum that `computed` was taken from.
    package let computedFrom: SumSystem<ScoreKey>.Constraint?
    /// What the points can be, rounding considered.
    package let interval: Interval
    /// Whether published rows disagree beyond rounding.
    package let isConflicting: Bool
    /// Whether the node applies to the province.
    package let applies: Bool

    /// The points: the sum of the parts where all are known, else the published value, else nil.
    package var points: ExactDecimal? {
      if let computed, computedFrom?.total == key { return computed }
      return published ?? computed
    }

    /// What the points are in percent of the maximum; nil when the maximum is not known.
    package var percent: Interval? {
      maximum.flatMap { interval.asPercent(of: $0.interval) }
        .flatMap { $0.intersection(Interval(between: .zero, and: ExactDecimal(100))) ?? $0 }
    }
  }

  /// A sum of which some parts are not published: what they come to together.
  package struct Remainder: Sendable {
    /// The sum.
    package let constraint: SumSystem<ScoreKey>.Constraint
    /// The parts without published points.
    package let unknown: [ScoreKey]
    /// The sum less the known parts, exact arithmetic on the printed figures.
    package let nominal: ExactDecimal?
    /// The same with rounding considered.
    package let interval: Interval
    /// Their maxima together; nil when not known.
    package let maximum: Interval?
  }

  /// The rows.
  package let entries: [ScorecardEntry]
  /// The edition in force; nil when none is known.
  package let edition: Edition?
  /// The nodes, in order.
  package let nodes: [Node]
  /// The reasoning over points.
  package let system: SumSystem<ScoreKey>
  /// What the unpublished parts of a sum come to together.
  package let remainders: [Remainder]
  /// Published against computed.
  package let reconciliations: [Reconciliation]

  private let byKey: [ScoreKey: Int]

  /// What is known of a node; nil when it is neither published nor part of the edition.
  package subscript(key: ScoreKey) -> Node? { byKey[key].map { nodes[$0] } }

  /// Reasons over the rows of one province and year.
  ///
  /// - Parameters:
  ///   - entries: rows of one province and year; rows with an unstated basis are read on `unstatedBasis`.
  ///   - edition: the edition in force; nil leaves only what is published.
  ///   - unstatedBasis: how rows are read whose source does not say its basis.
  package init(
    entries: [ScorecardEntry], edition: Edition?, unstatedBasis: ScorecardEntry.Basis = .full
  ) {
    self.entries = entries
    self.edition = edition
    let weights = edition.map { EditionWeights($0) }
    let absent = Set(entries.filter { !$0.applies }.map(\.node))
    let rows = Dictionary(grouping: entries.filter(\.applies)) { entry in
      let basis = entry.basis == .unstated ? unstatedBasis : entry.basis
      return ScoreKey(entry.node, isAppraisalOnly: basis == .appraisal)
    }
    let leaves = edition?.notApplicable ?? .leavesBoth == .leavesBoth ? absent : []
    func maximum(_ key: ScoreKey) -> EditionWeights.Estimate? {
      weights?.estimate(of: key, leavingOut: leaves)
    }
    let sums = (edition?.sums ?? []).map { $0.without(leaves) }.filter { !$0.parts.isEmpty }
    var readings: [ScoreKey: PointsReading] = [:]
    for (key, group) in rows {
      readings[key] = PointsReading(group, maximum: maximum(key)?.interval)
    }
    for node in absent.subtracting(leaves) {
      for key in [ScoreKey(node), ScoreKey(node, isAppraisalOnly: true)] {
        guard let full = weights?[key]?.interval else { continue }
        readings[key] = PointsReading(
          given: edition?.notApplicable == .fullPoints ? full : Interval(.zero))
      }
    }
    var intervals: [ScoreKey: Interval] = [:]
    for constraint in sums {
      for key in [constraint.total] + constraint.parts {
        let top = maximum(key)?.interval.upper ?? ExactDecimal(100)
        intervals[key] = Interval(between: .zero, and: top)
      }
    }
    let limits = intervals
    for (key, reading) in readings { intervals[key] = reading.interval }
    let system = SumSystem(intervals: intervals, constraints: sums)
    self.system = system

    let nominals = NominalSums(
      published: readings.compactMapValues(\.nominal), sums: sums, limits: limits)
    let keys = Set(intervals.keys).union(rows.keys)
    nodes = keys.sorted().map { key in
      let interval = system[key] ?? Interval(between: .zero, and: ExactDecimal(100))
      return Node(
        key: key, entries: rows[key] ?? [], maximum: maximum(key), published: readings[key]?.nominal,
        computed: nominals.computed[key]?.value, computedFrom: nominals.computed[key]?.constraint,
        interval: interval, isConflicting: readings[key]?.isConflicting ?? false,
        applies: !absent.contains(key.node))
    }
    byKey = Dictionary(zip(nodes.map(\.key), nodes.indices), uniquingKeysWith: { first, _ in first })
    remainders = sums.compactMap { constraint in
      Remainder(constraint, readings: readings) { maximum($0)?.interval }
    }
    reconciliations =
      Reconciliation.ofPercentages(entries.filter(\.applies), weights: weights)
      + Reconciliation.ofSums(sums, readings: readings)
  }
}

extension SumSystem<ScoreKey>.Constraint {
  /// The same sum without the nodes that do not apply.
  package func without(_ absent: Set<NodeCode>) -> Self {
    absent.isEmpty ? self : Self(total: total, parts: parts.filter { !absent.contains($0.node) })
  }
}

extension ScorecardAnalysis.Remainder {
  /// Nil unless the sum is published and some, not all, of its parts are.
  package init?(
    _ constraint: SumSystem<ScoreKey>.Constraint, readings: [ScoreKey: PointsReading],
    maximum maximumOf: (ScoreKey) -> Interval?
  ) {
    let known = constraint.parts.filter { readings[$0]?.nominal != nil }
    let unknown = constraint.parts.filter { readings[$0]?.nominal == nil }
    guard let total = readings[constraint.total], !known.isEmpty, !unknown.isEmpty else { return nil }
    let knownReadings = known.compactMap { readings[$0] }
    self.constraint = constraint
    self.unknown = unknown
    nominal = total.nominal.map { $0 - knownReadings.compactMap(\.nominal).sum }
    interval = knownReadings.map(\.interval).reduce(total.interval, -)
    let maxima = unknown.map(maximumOf)
    let whole = maximumOf(constraint.total)
    let knownMaxima = known.compactMap(maximumOf)
    if let whole, knownMaxima.count == known.count {
      maximum = knownMaxima.reduce(whole, -)
    } else if maxima.allSatisfy({ $0 != nil }) {
      maximum = maxima.compactMap { $0 }.reduce(Interval(.zero), +)
    } else {
      maximum = nil
    }
  }
}
