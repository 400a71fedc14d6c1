/// Which weights of a tree are changed.
public enum PerturbedLevels: String, CaseIterable, Sendable {
  /// Those of the nodes directly below the root.
  case components
  /// Those of the leaves, within the group of their siblings.
  case leaves
  /// Those of every node below the root.
  case all
}

extension CompositeIndex {
  /// The positions of the nodes whose weights are changed, in order. A weight of zero stays zero: the framework
  /// says that the node does not count.
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
