extension Edition {
  /// The components without a block of their own; the appraisal block is their sum.
  var appraisedComponents: [ScoringNode] {
    let blockMade = Set(blockComponents.map(\.component))
    return components.filter { !blockMade.contains($0.code) }
  }

  /// Every sum that points and maxima of this edition obey: within the tree, among the blocks, and between both.
  package var sums: [SumSystem<ScoreKey>.Constraint] {
    typealias Constraint = SumSystem<ScoreKey>.Constraint
    func blockKey(_ id: String) -> ScoreKey { ScoreKey(.block(id)) }
    var result: [Constraint] = []
    if listsAllComponents {
      result.append(Constraint(total: ScoreKey(.total), parts: components.map { ScoreKey($0.code) }))
    }
    result += components.flatMap(Edition.treeSums)
    if !blocks.isEmpty {
      result.append(Constraint(total: ScoreKey(.total), parts: blocks.map { blockKey($0.id) }))
    }
    for combined in combinedBlocks {
      result.append(Constraint(total: blockKey(combined.id), parts: combined.blocks.map(blockKey)))
      let others = blocks.map(\.id).filter { !combined.blocks.contains($0) }
      result.append(Constraint(total: ScoreKey(.total), parts: (others + [combined.id]).map(blockKey)))
    }
    for pair in blockComponents {
      result.append(Constraint(total: ScoreKey(pair.component), parts: pair.blocks.map(blockKey)))
    }
    // What the appraisal block sums is known only if the edition says which components consist of blocks.
    if listsAllComponents, !blockComponents.isEmpty,
      blocks.contains(where: { $0.id == Edition.appraisalBlock })
    {
      let parts = appraisedComponents.map { ScoreKey($0.code, isAppraisalOnly: true) }
      result.append(Constraint(total: blockKey(Edition.appraisalBlock), parts: parts))
    }
    return result
  }

  /// The block that holds the ministry's appraisal of the components.
  static let appraisalBlock = "appraisal"

  /// Whether the file lists all components, according to the published count; true when no count is published.
  package var listsAllComponents: Bool {
    guard !components.isEmpty else { return false }
    let counts = counts.filter { $0.level == .components }.flatMap(\.candidates).map(\.value)
    return counts.isEmpty || counts.contains(components.count)
  }

  private static func treeSums(_ node: ScoringNode) -> [SumSystem<ScoreKey>.Constraint] {
    guard !node.children.isEmpty else { return [] }
    let own = SumSystem<ScoreKey>.Constraint(
      total: ScoreKey(node.code), parts: node.children.map { ScoreKey($0.code) })
    return [own] + node.children.flatMap(treeSums)
  }

  /// Every node of the tree, parents before children.
  package var nodes: [ScoringNode] {
    func walk(_ node: ScoringNode) -> [ScoringNode] { [node] + node.children.flatMap(walk) }
    return components.flatMap(walk)
  }
}
