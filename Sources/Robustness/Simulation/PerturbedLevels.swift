/// Which weights of a tree are perturbed.
public enum PerturbedLevels: String, CaseIterable, Sendable {
  /// The weights of the root's children.
  case components
  /// The weights of the leaves, each within its group of siblings.
  case leaves
  /// The weights of all nodes below the root.
  case all
}

extension CompositeIndex {
  /// The positions of the nodes whose weights are perturbed, in order. A zero weight stays zero, because the framework
  /// gives the node no influence.
  package func perturbedNodes(_ levels: PerturbedLevels) -> [Int] {
    nodes.indices.filter { position in
      let node = nodes[position]
      guard let parent = node.parent, node.weight > 0 else { return false }
      switch levels {
      case .components: return parent == 0
      case .leaves: return node.column != nil
      case .all: return true
      }
    }
  }
}
