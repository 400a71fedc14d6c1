/// The known maximum points of an edition, and what they imply for the other nodes.
///
/// Maxima sum to the edition's total, blocks sum to it too, and a component made of blocks equals their sum. So a
/// maximum that no source prints may follow exactly (`LV6 = 100 − the others`) or within an interval.
package struct EditionWeights: Sendable {
  /// The maximum of one node.
  package struct Estimate: Sendable {
    package let key: ScoreKey
    /// The maximum stated in the edition file; nil when it states none.
    package let stated: Maximum?
    /// The possible values of the maximum.
    package let interval: Interval

    /// The maximum when stated or inferred exactly; nil otherwise.
    package var value: ExactDecimal? { interval.isExact ? interval.lower : nil }
    /// Whether it is not stated but follows exactly from other maxima.
    package var isInferred: Bool { stated == nil && interval.isExact }
  }

  package let edition: Edition
  /// The estimates, in the order of the keys.
  package let estimates: [Estimate]
  /// The constraints and intervals behind the estimates.
  package let system: SumSystem<ScoreKey>

  /// Infers the maxima of an edition.
  ///
  /// - Parameter omitting: nodes whose stated maximum is ignored, to test whether it follows from the others.
  package init(_ edition: Edition, omitting: Set<NodeCode> = []) {
    self.edition = edition
    var stated: [ScoreKey: Maximum] = [:]
    for node in edition.nodes {
      stated[ScoreKey(node.code)] = node.maximum
      stated[ScoreKey(node.code, isAppraisalOnly: true)] = node.appraisalMaximum
    }
    for block in edition.blocks { stated[ScoreKey(.block(block.id))] = block.maximum }
    for block in edition.combinedBlocks { stated[ScoreKey(.block(block.id))] = block.maximum }
    stated = stated.filter { !omitting.contains($0.key.node) }

    var intervals: [ScoreKey: Interval] = [:]
    if let total = edition.total {
      let anything = Interval(between: .zero, and: total)
      for constraint in edition.sums {
        for key in [constraint.total] + constraint.parts { intervals[key] = anything }
      }
      intervals[ScoreKey(.total)] = Interval(total)
    }
    // The appraisal is part of the whole, so its maximum cannot exceed that of the whole.
    for key in intervals.keys where key.isAppraisalOnly {
      if let whole = stated[ScoreKey(key.node)] {
        intervals[key] = Interval(between: .zero, and: whole.value.value)
      }
    }
    for (key, maximum) in stated { intervals[key] = Interval(maximum.value.value) }
    let system = SumSystem(intervals: intervals, constraints: edition.sums)
    self.system = system
    estimates = intervals.keys.sorted().compactMap { key in
      system[key].map { Estimate(key: key, stated: stated[key], interval: $0) }
    }
    byKey = Dictionary(estimates.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private let byKey: [ScoreKey: Estimate]

  /// The estimate for a node; nil when nothing is known.
  package subscript(key: ScoreKey) -> Estimate? { byKey[key] }
}
