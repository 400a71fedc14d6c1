package import Text

/// A scoring tree for any kind of unit: a national index, a province's own index of its departments, districts or
/// communes, or any published composite index. Its nodes have either maximum points or relative weights.
public struct Framework: Sendable {
  /// A node of the tree.
  public struct FrameworkNode: Sendable {
    /// The code, unique in the tree.
    public let code: String
    /// The name; nil when the file gives none.
    package let name: LocalizedText?
    /// The maximum points; nil when unknown, and in a framework of weights.
    public let maximum: ExactDecimal?
    /// The code of the parent; nil for the root.
    public let parent: String?
    /// The weight relative to the siblings, which need not sum to 1; nil for the root and in a framework of points.
    public let weight: Double?
    /// How the raw values of a leaf are normalised.
    public let normalisation: Normalisation
    /// Whether lower values are better.
    public let lowerIsBetter: Bool
    /// How the children's values combine into the node's value.
    public let aggregation: Aggregation

    /// Makes a node of a framework of points.
    ///
    /// - Parameters:
    ///   - maximum: the maximum points, above 0; nil when unknown.
    ///   - parent: the code of the parent; nil for the root.
    public init(code: String, maximum: ExactDecimal?, parent: String?) {
      self.init(code: code, name: nil, parent: parent, maximum: maximum, weight: nil)
    }

    /// Makes a node of a framework of weights.
    ///
    /// - Parameters:
    ///   - parent: the code of the parent; nil for the root.
    ///   - weight: within ``Framework/weightRange`` or 0; nil for the root.
    public init(
      code: String, parent: String?, weight: Double?, normalisation: Normalisation = .none,
      lowerIsBetter: Bool = false, aggregation: Aggregation = .arithmetic
    ) {
      self.init(
        code: code, name: nil, parent: parent, maximum: nil, weight: weight, normalisation: normalisation,
        lowerIsBetter: lowerIsBetter, aggregation: aggregation)
    }

    package init(code: String, name: LocalizedText?, maximum: ExactDecimal?, parent: String?) {
      self.init(code: code, name: name, parent: parent, maximum: maximum, weight: nil)
    }

    package init(
      code: String, name: LocalizedText?, parent: String?, maximum: ExactDecimal?, weight: Double?,
      normalisation: Normalisation = .none, lowerIsBetter: Bool = false,
      aggregation: Aggregation = .arithmetic
    ) {
      self.code = code
      self.name = name
      self.parent = parent
      self.maximum = maximum
      self.weight = weight
      self.normalisation = normalisation
      self.lowerIsBetter = lowerIsBetter
      self.aggregation = aggregation
    }
  }

  /// Why nodes do not form a valid framework.
  public enum FrameworkFault: Error, Hashable, Sendable {
    /// No node is without a parent.
    case noRoot
    /// A second node without a parent.
    case secondRoot(String)
    /// Two nodes with the same code.
    case duplicate(String)
    /// A parent that is not among the nodes.
    case unknownParent(code: String, parent: String)
    /// A node that is its own ancestor, or below one.
    case cycle(String)
    /// All maxima below a node are known but do not sum to its own maximum.
    case sum(code: String, stated: ExactDecimal, sum: ExactDecimal)
    /// A maximum that is zero or below.
    case notPositive(code: String)
    /// A node below the root without a weight, in a framework of weights.
    case weightMissing(code: String)
    /// A weight that is negative, not finite, or above zero but outside ``Framework/weightRange``.
    case weightInvalid(code: String)
    /// All weights below a node are zero.
    case zeroGroup(code: String)
  }

  /// The range of a non-zero weight. Within it no share of a group overflows or underflows.
  public static let weightRange = 1e-100...1e100

  /// The nodes: parents before children, siblings in the given order.
  public let nodes: [FrameworkNode]
  /// The code of the root.
  public let root: String
  /// The groups of percentages; empty when the framework defines none.
  package let groups: [Edition.ScoreGroup]
  /// How a node that does not apply to a unit counts.
  public let notApplicable: NotApplicableRule

  private let childCodes: [String: [String]]
  private let byCode: [String: Int]

  /// Sorts the nodes and checks that they form a tree whose maxima sum or whose weights can be normalised.
  ///
  /// - Throws: every fault found.
  public init(
    nodes: [FrameworkNode], notApplicable: NotApplicableRule = .leavesBoth
  ) throws(FrameworkFaults) {
    try self.init(nodes: nodes, groups: [], notApplicable: notApplicable)
  }

  /// The same with groups of percentages.
  package init(
    nodes: [FrameworkNode], groups: [Edition.ScoreGroup], notApplicable: NotApplicableRule = .leavesBoth
  ) throws(FrameworkFaults) {
    var faults: [FrameworkFault] = []
    var seen: [String: FrameworkNode] = [:]
    var children: [String: [String]] = [:]
    var root: String?
    for node in nodes {
      if seen.updateValue(node, forKey: node.code) != nil { faults.append(.duplicate(node.code)) }
      if let maximum = node.maximum, maximum <= .zero { faults.append(.notPositive(code: node.code)) }
      if let parent = node.parent {
        children[parent, default: []].append(node.code)
      } else if root == nil {
        root = node.code
      } else {
        faults.append(.secondRoot(node.code))
      }
    }
    if nodes.contains(where: { $0.weight != nil }) { faults += Self.weightFaults(of: nodes) }
    for node in nodes {
      if let parent = node.parent, seen[parent] == nil {
        faults.append(.unknownParent(code: node.code, parent: parent))
      }
    }
    guard faults.isEmpty, let root else { throw FrameworkFaults(faults.isEmpty ? [.noRoot] : faults) }
    var ordered: [FrameworkNode] = []
    var pending = [root]
    while let code = pending.popLast() {
      if let node = seen[code] { ordered.append(node) }
      pending += (children[code] ?? []).reversed()
    }
    let reached = Set(ordered.map(\.code))
    faults += nodes.filter { !reached.contains($0.code) }.map { .cycle($0.code) }
    for node in ordered {
      let maxima = (children[node.code] ?? []).map { seen[$0]?.maximum }
      let known = maxima.compactMap { $0 }
      if let stated = node.maximum, !known.isEmpty, known.count == maxima.count, known.sum != stated {
        faults.append(.sum(code: node.code, stated: stated, sum: known.sum))
      }
    }
    guard faults.isEmpty else { throw FrameworkFaults(faults) }
    self.nodes = ordered
    self.root = root
    self.groups = groups
    self.notApplicable = notApplicable
    childCodes = children
    byCode = Dictionary(
      zip(ordered.map(\.code), ordered.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The framework of an edition: the total, its components and everything below them. Groups of all years of the
  /// edition are included.
  ///
  /// - Throws: every fault found.
  package init(_ edition: Edition) throws(FrameworkFaults) {
    let total = NodeCode.total.description
    var nodes = [FrameworkNode(code: total, name: edition.name, maximum: edition.total, parent: nil)]
    func add(_ node: ScoringNode, below parent: String) {
      let code = node.code.description
      nodes.append(
        FrameworkNode(code: code, name: node.name, maximum: node.maximum?.value.value, parent: parent))
      for child in node.children { add(child, below: code) }
    }
    for component in edition.components { add(component, below: total) }
    try self.init(nodes: nodes, groups: edition.groups, notApplicable: edition.notApplicable)
  }

  private static func weightFaults(of nodes: [FrameworkNode]) -> [FrameworkFault] {
    var faults: [FrameworkFault] = []
    var groups: [String: [Double?]] = [:]
    var parents: [String] = []
    for node in nodes {
      guard let parent = node.parent else { continue }
      if groups[parent] == nil { parents.append(parent) }
      groups[parent, default: []].append(node.weight)
      if let weight = node.weight {
        if weight != 0, !weightRange.contains(weight) { faults.append(.weightInvalid(code: node.code)) }
      } else {
        faults.append(.weightMissing(code: node.code))
      }
    }
    let zero = parents.filter { groups[$0]?.allSatisfy { $0 == 0 } ?? false }
    return faults + zero.map { .zeroGroup(code: $0) }
  }

  /// Whether the nodes have relative weights instead of maximum points.
  public var isWeighted: Bool { nodes.contains { $0.weight != nil } }

  /// The node with a code; nil when there is none.
  public subscript(code: String) -> FrameworkNode? { byCode[code].map { nodes[$0] } }

  /// The codes of the children of a node, in order.
  public func children(of code: String) -> [String] { childCodes[code] ?? [] }

  /// The nodes without children, in order.
  public var leaves: [FrameworkNode] { nodes.filter { children(of: $0.code).isEmpty } }
}

/// Every fault of a framework, at least one.
public struct FrameworkFaults: Error, Sendable {
  /// The faults, in the order found.
  public let faults: [Framework.FrameworkFault]

  package init(_ faults: [Framework.FrameworkFault]) { self.faults = faults }
}
