/// A node of the scoring tree on one basis. Component LV2 on the full maxima and LV2 as appraised by the ministry alone
/// are two figures that are never mixed.
package struct ScoreKey: Hashable, Comparable, Sendable {
  package let node: NodeCode
  /// Whether the figure excludes the survey; always false for the total and for blocks.
  package let isAppraisalOnly: Bool

  package init(_ node: NodeCode, isAppraisalOnly: Bool = false) {
    self.node = node
    self.isAppraisalOnly = isAppraisalOnly && node.component != nil
  }

  /// Orders by node, then the full basis before the appraisal.
  package static func < (left: Self, right: Self) -> Bool {
    if left.node != right.node { return left.node < right.node }
    return !left.isAppraisalOnly && right.isAppraisalOnly
  }
}
