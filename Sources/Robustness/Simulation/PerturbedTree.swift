internal import Scoring

/// The upper part of an index, down to the lowest perturbed weights.
struct PerturbedTree {
  /// A node with non-zero weight; parents come before children.
  struct PerturbedNode {
    /// The positions of the children; empty for a leaf.
    var children: [Int] = []
    /// The least, the greatest and the stated raw weight.
    let lower: Double
    let upper: Double
    let weight: Double
    let aggregation: Aggregation
    /// The values of a leaf, one per unit; empty for an inner node.
    let values: [Double?]
  }

  package let nodes: [PerturbedNode]
  package let units: Int

  /// - Parameter share: the relative change allowed for each perturbed raw weight in either direction, 0 to 1.
  init(_ index: CompositeIndex, levels: PerturbedLevels, share: Double) {
    let changed = Set(index.perturbedNodes(levels))
    var isInner = [Bool](repeating: false, count: index.nodes.count)
    for position in index.nodes.indices.reversed() {
      if let parent = index.nodes[position].parent, isInner[position] || changed.contains(position) {
        isInner[parent] = true
      }
    }
    let values = index.nodeValues(weights: index.weights)
    var nodes: [PerturbedNode] = []
    var place: [Int: Int] = [:]
    for (position, node) in index.nodes.enumerated() {
      if let parent = node.parent {
        guard let above = place[parent], isInner[parent], node.weight > 0 else { continue }
        nodes[above].children.append(nodes.count)
      }
      place[position] = nodes.count
      let change = changed.contains(position) ? share : 0
      nodes.append(
        PerturbedNode(
          lower: node.weight * (1 - change), upper: node.weight * (1 + change), weight: node.weight,
          aggregation: node.aggregation, values: isInner[position] ? [] : values[position]))
    }
    self.nodes = nodes
    units = index.units.count
  }

  /// The leaves, in order.
  var leaves: [Int] { nodes.indices.filter { nodes[$0].children.isEmpty } }

  /// The scores under raw weights, one weight per node, on the scale of the root's values.
  func scores(_ weights: [Double]) -> [Double?] {
    (0..<units).map { unit in
      evaluate(unit) { node, values in
        node.aggregation.value(of: values.map { (value: $0.value, weight: weights[$0.node]) })
      }
    }
  }

  /// The least and the greatest score of a unit over all allowed weights; nil when it has no score.
  ///
  /// A mean increases with each of its values, and every group has its own weights. So the extremes of a node combine
  /// the extremes of its children with the extreme weights of its group.
  func range(of unit: Int) -> ClosedRange<Double>? {
    func extreme(_ sign: Double) -> Double? {
      evaluate(unit) { node, values in
        guard values.allSatisfy({ !node.aggregation.needsNonNegative || $0.value >= 0 }) else { return nil }
        let parts = values.map {
          (
            value: sign * node.aggregation.ordering($0.value), lower: nodes[$0.node].lower,
            upper: nodes[$0.node].upper
          )
        }
        return node.aggregation.inverseOrdering(sign * ExtremeMean.greatest(of: parts))
      }
    }
    guard let least = extreme(-1), let most = extreme(1) else { return nil }
    return min(least, most)...max(least, most)
  }

  /// The root's value for a unit, computed bottom-up from the known values.
  private func evaluate(
    _ unit: Int, _ combine: (PerturbedNode, [(node: Int, value: Double)]) -> Double?
  ) -> Double? {
    var result = [Double?](repeating: nil, count: nodes.count)
    for position in nodes.indices.reversed() {
      let node = nodes[position]
      if node.children.isEmpty {
        result[position] = node.values[unit]
      } else {
        let known = node.children.compactMap { child in result[child].map { (node: child, value: $0) } }
        result[position] = known.isEmpty ? nil : combine(node, known)
      }
    }
    return result.first ?? nil
  }
}
