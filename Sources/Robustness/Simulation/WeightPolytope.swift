/// The possible shares of the leaves in the total, for a tree of arithmetic means.
///
/// With a share Y for each node, the sum of those below it, and a scale t for each group, the region is lowerᵢ·t ≤ Yᵢ ≤
/// upperᵢ·t: bounded ratios of siblings, hence a polytope. A linear function of the leaf shares is a nested mean of its
/// coefficients, so its maximum is found group by group from the bottom (see ``PerturbedTree/range(of:)``). The
/// polytope is never written down as inequalities.
struct WeightPolytope {
  /// The known leaves of the tree, in order; shares use this order.
  let leaves: [Int]
  /// Inner nodes, bottom-up, each with its known children.
  private let groups: [(node: Int, children: [Int])]
  private let lower: [Double]
  private let upper: [Double]
  private let weight: [Double]
  /// Buffers with one entry per node, used within a call only.
  private var values: [Double]
  private var shares: [Double]
  private var chosen: [Double]
  private var order: [Int]

  /// - Parameter isKnown: whether a leaf, given as a position in the tree, is known; at least one has to be.
  init(_ tree: PerturbedTree, isKnown: (Int) -> Bool) {
    var isPresent = tree.nodes.map { _ in false }
    var groups: [(node: Int, children: [Int])] = []
    for position in tree.nodes.indices.reversed() {
      let children = tree.nodes[position].children
      if children.isEmpty {
        isPresent[position] = isKnown(position)
      } else {
        let known = children.filter { isPresent[$0] }
        isPresent[position] = !known.isEmpty
        if !known.isEmpty { groups.append((position, known)) }
      }
    }
    leaves = tree.leaves.filter { isPresent[$0] }
    self.groups = groups
    lower = tree.nodes.map(\.lower)
    upper = tree.nodes.map(\.upper)
    weight = tree.nodes.map(\.weight)
    values = tree.nodes.map { _ in 0 }
    shares = values
    chosen = weight
    order = []
  }

  /// The greatest value of a linear function of the shares, and the shares that reach it.
  mutating func maximum(_ coefficients: [Double], shares result: inout [Double]) -> Double {
    for (leaf, coefficient) in zip(leaves, coefficients) { values[leaf] = coefficient }
    for (node, children) in groups { values[node] = chooseWeights(of: children) }
    share(into: &result)
    return values[0]
  }

  /// The shares under the stated weights.
  mutating func nominalShares() -> [Double] {
    var result = [Double](repeating: 0, count: leaves.count)
    chosen = weight
    share(into: &result)
    return result
  }

  /// Raw weights that give the shares, one per node of the tree, each within its bounds.
  func rawWeights(for leafShares: [Double]) -> [Double] {
    var shares = values.map { _ in 0.0 }
    for (leaf, share) in zip(leaves, leafShares) { shares[leaf] = share }
    var result = weight
    for (node, children) in groups {
      shares[node] = children.reduce(0) { $0 + shares[$1] }
      // The scales of the group at which every weight is within its bounds.
      let least = children.map { shares[$0] / upper[$0] }.max() ?? 0
      let greatest = children.map { lower[$0] > 0 ? shares[$0] / lower[$0] : .infinity }.min() ?? 0
      let scale = greatest < .infinity ? (least + greatest) / 2 : least
      guard scale > 0 else { continue }
      for child in children { result[child] = min(max(shares[child] / scale, lower[child]), upper[child]) }
    }
    return result
  }

  /// The weights that maximise the mean of a group; returns that mean. See ``ExtremeMean``.
  private mutating func chooseWeights(of children: [Int]) -> Double {
    order.removeAll(keepingCapacity: true)
    var weight = 0.0
    var sum = 0.0
    for child in children {
      chosen[child] = lower[child]
      weight += lower[child]
      sum += lower[child] * values[child]
      // Insertion sort, because groups are small.
      var place = order.count
      order.append(child)
      while place > 0, values[order[place - 1]] < values[child] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = child
    }
    for child in order {
      // A value above the mean chosen so far raises it with more weight.
      guard weight == 0 || values[child] * weight > sum else { break }
      chosen[child] = upper[child]
      weight += upper[child] - lower[child]
      sum += (upper[child] - lower[child]) * values[child]
    }
    return sum / weight
  }

  private mutating func share(into result: inout [Double]) {
    shares[0] = 1
    for (node, children) in groups.reversed() {
      let whole = shares[node] / children.reduce(0) { $0 + chosen[$1] }
      for child in children { shares[child] = chosen[child] * whole }
    }
    for (place, leaf) in leaves.enumerated() { result[place] = shares[leaf] }
  }
}
