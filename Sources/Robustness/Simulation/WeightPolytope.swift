/// The shares that the leaves of a tree of arithmetic means can have in the whole.
///
/// With a share Y for each node, the sum of those below it, and a scale t for each group, the region is
/// lowerᵢ·t ≤ Yᵢ ≤ upperᵢ·t: bounded ratios of siblings, hence a polytope. A linear function of the leaf shares
/// is a nested mean of its coefficients, and its maximum is found group by group from below (see
/// ``PerturbedTree/range(of:)``), so that the polytope need never be written down as inequalities.
struct WeightPolytope {
  /// The leaves of the tree that are known, in order; shares are in this order.
  let leaves: [Int]
  /// Inner nodes from below, each with its known children.
  private let groups: [(node: Int, children: [Int])]
  private let lower: [Double]
  private let upper: [Double]
  private let weight: [Double]
  /// Buffers, one entry a node, used within a call only.
  private var values: [Double]
  private var shares: [Double]
  private var chosen: [Double]
  private var order: [Int]

  /// - Parameter isKnown: whether a leaf, a position in the tree, counts; at least one does.
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

  /// The greatest value of a linear function of the shares, and the shares that give it.
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

  /// Raw weights, one a node of the tree and each within its bounds, that give the shares.
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

  /// The weights of a group under which the mean of its values is greatest; see ``ExtremeMean``.
  private mutating func chooseWeights(of children: [Int]) -> Double {
    order.removeAll(keepingCapacity: true)
    var weight = 0.0
    var sum = 0.0
    for child in children {
      chosen[child] = lower[child]
      weight += lower[child]
      sum += lower[child] * values[child]
      // Insertion: groups are small.
      var place = order.count
      order.append(child)
      while place > 0, values[order[place - 1]] < values[child] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = child
    }
    for child in order {
      // Above the mean of what is chosen so far, more weight raises it.
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
