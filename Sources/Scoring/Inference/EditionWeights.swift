/// What is known of the maximum points of every node of an edition, and what follows for the others.
///
/// Maxima sum to the edition's total, blocks sum to it too, and a component made of blocks equals them; so a
/// maximum that no source prints may follow exactly (`LV6 = 100 − the others`) or within an interval.
package struct EditionWeights: Sendable {
  /// The maximum of one node.
  package struct Estimate: Sendable {
    /// The node.
    package let key: ScoreKey
    /// The maximum as the edition file gives it; nil when it does not.
    package let stated: Maximum?
    /// What the maximum can be.
    package let interval: Interval

    /// The maximum when it is known or follows exactly; nil otherwise.
    package var value: ExactDecimal? { interval.isExact ? interval.lower : nil }
    /// Whether it is not stated but follows exactly from the others.
    package var isInferred: Bool { stated == nil && interval.isExact }
  }

  /// The edition.
  package let edition: Edition
  /// The estimates, in the order of the keys.
  package let estimates: [Estimate]
  /// The reasoning.
  package let system: SumSystem<ScoreKey>

  /// Reasons over the maxima of an edition.
  ///
  /// - Parameter omitting: nodes whose stated maximum is left out, to see whether it follows from the others.
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
    // What the ministry appraises is part of the whole, so its maximum cannot be above that of the whole.
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

  /// What is known of the maximum of a node; nil when nothing is.
  package subscript(key: ScoreKey) -> Estimate? { byKey[key] }
}
