/// A share of a score, gap or change. Shares are exact and sum to the whole.
package struct Contribution: Hashable, Sendable {
  /// What the share belongs to.
  package enum ContributionPart: Hashable, Sendable {
    /// One node.
    case node(NodeCode)
    /// Several nodes together that are not known individually.
    case together([NodeCode])
  }

  package let part: ContributionPart
  /// The share in points; negative where it opposes the whole.
  package let points: ExactDecimal

  package init(part: ContributionPart, points: ExactDecimal) {
    self.part = part
    self.points = points
  }
}

/// Exact shares of scores and differences, by component.
package enum Contributions {
  /// The points of each component, with the unknown components combined; they sum to the total.
  ///
  /// Nil when the total is unknown.
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

  /// The shares of the gap `first − second` between two scorecards of one edition; they sum to the gap.
  ///
  /// Components unknown on either side are combined into one share. Nil when a total is unknown or the editions differ.
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
  /// The components that count on the full basis, in order: applicable ones, and inapplicable ones to which a rule
  /// gives points.
  package var components: [NodeAnalysis] {
    nodes.filter { $0.key.node.isComponent && !$0.key.isAppraisalOnly && $0.isCounted }
  }
}

extension ScorecardAnalysis.NodeAnalysis {
  /// Whether the node counts in the sums.
  var isCounted: Bool { applies || published != nil }
}
