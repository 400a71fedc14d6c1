internal import Scoring

/// A framework truncated at the deepest nodes that have scores.
struct TruncatedFramework {
  /// The entry of a table for one unit and leaf.
  enum ScoreCell {
    case missing
    case notApplicable
    case value(Double)
  }

  /// The nodes, parents before children.
  package let nodes: [Framework.FrameworkNode]
  let parents: [Int?]
  let children: [[Int]]
  /// The nodes without children, in order.
  let leaves: [Int]
  /// The maximum of each node, or the sum of its parts where unstated; nil in a framework of weights and where unknown.
  let maxima: [ExactDecimal?]
  /// The raw weight of each node relative to its siblings, 1 for the root.
  let weights: [Double]
  /// The share of each node in the total weight, 0 to 1.
  let shares: [Double]

  private let rule: NotApplicableRule

  /// - Parameter scored: the codes for which any unit has a score.
  init(framework: Framework, scored: Set<String>) throws(CompositeFaults) {
    // For each node, one scored node below it, if any.
    var below: [String: String] = [:]
    for node in framework.nodes.reversed() {
      guard let parent = node.parent, below[parent] == nil else { continue }
      below[parent] = below[node.code] ?? (scored.contains(node.code) ? node.code : nil)
    }
    let doubled = framework.nodes.filter { scored.contains($0.code) }.compactMap { node in
      below[node.code].map { CompositeFault.scoresAtTwoLevels(code: node.code, below: $0) }
    }
    guard doubled.isEmpty else { throw CompositeFaults(doubled) }

    let allMaxima = Self.maxima(of: framework)
    var nodes: [Framework.FrameworkNode] = []
    var parents: [Int?] = []
    var children: [[Int]] = []
    var position: [String: Int] = [:]
    for node in framework.nodes {
      let parent = node.parent.flatMap { position[$0] }
      if let code = node.parent, parent == nil || scored.contains(code) { continue }
      if let parent { children[parent].append(nodes.count) }
      position[node.code] = nodes.count
      nodes.append(node)
      parents.append(parent)
      children.append([])
    }
    let isWeighted = framework.isWeighted
    let maxima = nodes.map { isWeighted ? nil : allMaxima[$0.code] }
    let weights = nodes.indices.map { position -> Double in
      if !isWeighted { return maxima[position]?.double ?? 0 }
      return parents[position] == nil ? 1 : nodes[position].weight ?? 0
    }
    var shares = nodes.map { _ in 1.0 }
    for position in nodes.indices {
      let total = children[position].reduce(0) { $0 + weights[$1] }
      for child in children[position] {
        shares[child] = total > 0 ? shares[position] * (weights[child] / total) : 0
      }
    }
    self.nodes = nodes
    self.parents = parents
    self.children = children
    self.maxima = maxima
    self.weights = weights
    self.shares = shares
    leaves = nodes.indices.filter { children[$0].isEmpty }
    rule = isWeighted ? .leavesBoth : framework.notApplicable
    let unknown = isWeighted ? [] : leaves.filter { maxima[$0] == nil }
    guard unknown.isEmpty else {
      throw CompositeFaults(unknown.map { .maximumUnknown(code: nodes[$0].code) })
    }
  }

  /// The stated maxima, or the sums of the parts where unstated.
  private static func maxima(of framework: Framework) -> [String: ExactDecimal] {
    var result: [String: ExactDecimal] = [:]
    for node in framework.nodes.reversed() {
      let parts = framework.children(of: node.code).map { result[$0] }
      let known = parts.compactMap { $0 }
      result[node.code] = node.maximum ?? (parts.isEmpty || known.count < parts.count ? nil : known.sum)
    }
    return result
  }

  /// The entries for a unit, one per leaf. Where the rule gives points to an inapplicable node, the cell has all points
  /// or none.
  func cells(of unit: ScoreTable.ScoredUnit) -> [ScoreCell] {
    var applies = nodes.map { unit.scores[$0.code] != .notApplicable }
    for (position, parent) in parents.enumerated() {
      if let parent, !applies[parent] { applies[position] = false }
    }
    return leaves.map { leaf in
      switch (applies[leaf], rule) {
      case (true, _): unit.scores[nodes[leaf].code]?.number.map(ScoreCell.value) ?? .missing
      case (false, .leavesBoth): .notApplicable
      case (false, .fullPoints): .value(maxima[leaf]?.double ?? 0)
      case (false, .zeroPoints): .value(0)
      }
    }
  }

  /// The share of the applicable weight covered by known cells, 0 to 1.
  func coverage(of cells: [ScoreCell]) -> Double {
    var known = 0.0
    var applicable = 0.0
    for (leaf, cell) in zip(leaves, cells) {
      switch cell {
      case .missing: applicable += shares[leaf]
      case .notApplicable: continue
      case .value:
        applicable += shares[leaf]
        known += shares[leaf]
      }
    }
    return applicable > 0 ? min(known / applicable, 1) : 0
  }
}

extension TruncatedFramework.ScoreCell {
  var number: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  var isNotApplicable: Bool {
    if case .notApplicable = self { true } else { false }
  }
}

extension ScoreTable.Score {
  fileprivate var number: Double? {
    switch self {
    case .points(let points): points.double
    case .value(let value): value
    case .notApplicable: nil
    }
  }
}
