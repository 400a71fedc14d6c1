/// A share of a score, of a gap or of a change. Shares are exact and sum to the whole.
package struct Contribution: Hashable, Sendable {
  /// What the share belongs to.
  package enum Part: Hashable, Sendable {
    /// One node.
    case node(NodeCode)
    /// Nodes that are not known one by one, together.
    case together([NodeCode])
  }

  /// What the share belongs to.
  package let part: Part
  /// The share in points; negative in a gap or change that goes the other way.
  package let points: ExactDecimal

  /// Makes a share.
  package init(part: Part, points: ExactDecimal) {
    self.part = part
    self.points = points
  }
}

/// Exact shares of scores and differences, by component.
package enum Contributions {
  /// The points of each component, and of those not known together; they sum to the total.
  ///
  /// Nil when the total is not known.
  package static func toScore(_ analysis: ScorecardAnalysis) -> [Contribution]? {
    guard let total = analysis[ScoreKey(.total)]?.points else { return nil }
    let components = analysis.components
    let known = components.compactMap { node in
      node.points.map { Contribution(part: .node(node.key.node), points: $0) }
    }
    let rest = components.filter { $0.points == nil }.map(\.key.node)
    let remainder = total - known.map(\.points).sum
    if rest.isEmpty, remainder == .zero { return known }
    return known + [Contribution(part: rest.count == 1 ? .node(rest[0]) : .together(rest), points: remainder)]
  }

  /// The shares of a gap `first − second` between two scorecards of one edition; they sum to the gap.
  ///
  /// A component that is not known on either side falls into the share of those together. Nil when a total is
  /// not known or the editions differ.
  package static func toGap(_ first: ScorecardAnalysis, _ second: ScorecardAnalysis) -> [Contribution]? {
    guard first.edition?.id == second.edition?.id, let high = first[ScoreKey(.total)]?.points,
      let low = second[ScoreKey(.total)]?.points
    else { return nil }
    var known: [Contribution] = []
    var rest: [NodeCode] = []
    for node in first.components {
      if let one = node.points, let other = second[node.key]?.points {
        known.append(Contribution(part: .node(node.key.node), points: one - other))
      } else {
        rest.append(node.key.node)
      }
    }
    rest += second.components.map(\.key.node).filter { first[ScoreKey($0)]?.isCounted != true }
    let remainder = high - low - known.map(\.points).sum
    if rest.isEmpty, remainder == .zero { return known }
    return known + [Contribution(part: rest.count == 1 ? .node(rest[0]) : .together(rest), points: remainder)]
  }
}

extension ScorecardAnalysis {
  /// The components on the full basis that count, in order: those that apply, and those that a rule gives
  /// points although they do not.
  package var components: [Node] {
    nodes.filter { $0.key.node.isComponent && !$0.key.isAppraisalOnly && $0.isCounted }
  }
}

extension ScorecardAnalysis.Node {
  /// Whether the node takes part in the sums.
  var isCounted: Bool { applies || published != nil }
}
