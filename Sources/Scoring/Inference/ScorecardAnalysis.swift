/// Everything that follows from the published figures of one province and index year.
///
/// A missing figure is never zero: an unpublished node gets the interval that the sums allow.
package struct ScorecardAnalysis: Sendable {
  package typealias Constraint = SumSystem<ScoreKey>.Constraint

  /// The published and inferred facts about one node.
  package struct NodeAnalysis: Sendable {
    /// The node and basis.
    package let key: ScoreKey
    /// The published rows, in file order.
    package let entries: [ScorecardEntry]
    /// The maximum of the applicable part; nil when unknown.
    package let maximum: EditionWeights.Estimate?
    /// The points as published, or as the published percentage of a known maximum; nil when rows disagree or there are
    /// none.
    package let published: ExactDecimal?
    /// The points as the sum of all parts, or as a sum minus its other parts; nil when some are unknown.
    package let computed: ExactDecimal?
    /// The sum that gives `computed`.
    package let computedFrom: SumSystem<ScoreKey>.Constraint?
    /// The possible points, allowing for rounding.
    package let interval: Interval
    /// Whether published rows disagree by more than rounding.
    package let isConflicting: Bool
    /// Whether the node applies to the province.
    package let applies: Bool
    /// What each row alone says about the points; nil for a row that says nothing.
    fileprivate let rowIntervals: [Interval?]

    /// The points: the sum of the parts if all are known, else the published value, else another computed value, else
    /// nil.
    package var points: ExactDecimal? {
      if let computed, computedFrom?.total == key { return computed }
      return published ?? computed
    }

    /// The possible percentage of the maximum, ends included; nil when the maximum is unknown.
    package var percent: Interval? {
      maximum.flatMap { NodeAnalysis.percent(interval, of: $0.interval) }
    }

    /// The possible points beside one published row: those of the node, but of rows that disagree each has its own.
    package func interval(ofRow row: Int) -> Interval {
      guard isConflicting, rowIntervals.indices.contains(row) else { return interval }
      return rowIntervals[row] ?? interval
    }

    /// The possible percentage beside one published row, of the maximum that it prints if it prints one; nil when the
    /// maximum is unknown.
    package func percent(ofRow row: Int) -> Interval? {
      let printed = entries.indices.contains(row) ? entries[row].maximum.map { Interval($0.value) } : nil
      return (printed ?? maximum?.interval).flatMap { NodeAnalysis.percent(interval(ofRow: row), of: $0) }
    }

    private static func percent(_ points: Interval, of whole: Interval) -> Interval? {
      let hundred = Interval(between: .zero, and: ExactDecimal(100))
      return points.asPercent(of: whole).map { $0.intersection(hundred) ?? $0 }
    }
  }

  /// A sum with some unpublished parts: what those parts add up to.
  package struct PointsRemainder: Sendable {
    package let constraint: SumSystem<ScoreKey>.Constraint
    /// The parts without published points.
    package let unknown: [ScoreKey]
    /// The total minus the known parts, by exact arithmetic on the printed figures; nil when rows of the total
    /// disagree.
    package let nominal: ExactDecimal?
    /// The possible values, allowing for rounding and for every other sum.
    package let interval: Interval
    /// The sum of their maxima; nil when unknown.
    package let maximum: Interval?
  }

  /// The rows of the province and year.
  package let entries: [ScorecardEntry]
  /// The edition in force; nil when unknown.
  package let edition: Edition?
  package let nodes: [NodeAnalysis]
  /// The constraints on points and what follows from them.
  package let system: SumSystem<ScoreKey>
  /// The remainders of all sums with unpublished parts.
  package let remainders: [PointsRemainder]
  /// Published figures compared with computed ones.
  package let reconciliations: [Reconciliation]

  private let byKey: [ScoreKey: Int]

  /// The facts about a node; nil when it is neither published nor part of the edition.
  package subscript(key: ScoreKey) -> NodeAnalysis? { byKey[key].map { nodes[$0] } }

  /// Analyses the rows of one province and year.
  ///
  /// - Parameters:
  ///   - entries: rows of one province and year.
  ///   - edition: the edition in force; nil leaves only what is published.
  ///   - unstatedBasis: the basis on which rows with an unstated basis are read.
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
      return NodeAnalysis(
        key: key, entries: rows[key] ?? [], maximum: maximum(key), published: readings[key]?.nominal,
        computed: nominals.computed[key]?.value, computedFrom: nominals.computed[key]?.constraint,
        interval: interval, isConflicting: readings[key]?.isConflicting ?? false,
        applies: !absent.contains(key.node),
        rowIntervals: (rows[key] ?? []).map {
          PointsReading([$0], maximum: maximum(key)?.interval)?.interval
        })
    }
    byKey = Dictionary(zip(nodes.map(\.key), nodes.indices), uniquingKeysWith: { first, _ in first })
    remainders = sums.compactMap { constraint in
      PointsRemainder(constraint, readings: readings, system: system) { maximum($0)?.interval }
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

extension ScorecardAnalysis.PointsRemainder {
  /// Nil unless the total and some, but not all, of its parts are published.
  package init?(
    _ constraint: SumSystem<ScoreKey>.Constraint, readings: [ScoreKey: PointsReading],
    system: SumSystem<ScoreKey>, maximum maximumOf: (ScoreKey) -> Interval?
  ) {
    let known = constraint.parts.filter { readings[$0]?.nominal != nil }
    let unknown = constraint.parts.filter { readings[$0]?.nominal == nil }
    guard let total = readings[constraint.total], !known.isEmpty, !unknown.isEmpty else { return nil }
    let knownReadings = known.compactMap { readings[$0] }
    self.constraint = constraint
    self.unknown = unknown
    nominal = total.nominal.map { $0 - knownReadings.compactMap(\.nominal).sum }
    interval =
      system.range(of: unknown, in: constraint)
      ?? knownReadings.map(\.interval).reduce(total.interval, -)
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
