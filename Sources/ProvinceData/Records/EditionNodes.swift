internal import Scoring

/// The nodes of a framework and their maxima, computed once because every row of a scorecard needs them.
final class EditionNodes: Sendable {
  let edition: Edition
  private let nodes: [NodeCode: (isKnown: Bool, maximum: ExactDecimal?)]

  init(_ edition: Edition) {
    self.edition = edition
    var nodes: [NodeCode: (isKnown: Bool, maximum: ExactDecimal?)] = [:]
    var pending = edition.components
    while let node = pending.popLast() {
      nodes[node.code] = (edition.knows(node.code), edition.maximum(of: node.code))
      pending += node.children
    }
    self.nodes = nodes
  }

  /// Whether the framework has the node, or does not list the nodes at its level.
  func knows(_ code: NodeCode) -> Bool { nodes[code]?.isKnown ?? edition.knows(code) }

  /// Whether the framework lists the node itself.
  func lists(_ code: NodeCode) -> Bool { nodes[code] != nil }

  /// The maximum of a node on the full basis; nil when it is not known.
  func maximum(of code: NodeCode) -> ExactDecimal? {
    if let known = nodes[code] { return known.maximum }
    return edition.maximum(of: code)
  }
}

extension Edition {
  /// Whether the framework has the node, or does not list the nodes at its level.
  fileprivate func knows(_ code: NodeCode) -> Bool {
    switch code {
    case .total: return true
    case .block(let name):
      return blocks.isEmpty || blocks.contains { $0.id == name } || combinedBlocks.contains { $0.id == name }
    case .part(let path):
      var siblings = components
      for length in 1...path.count {
        guard !siblings.isEmpty else { return true }
        let step = NodeCode.part(Array(path.prefix(length)))
        guard let node = siblings.first(where: { $0.code == step }) else { return false }
        siblings = node.children
      }
      return true
    }
  }

  /// The maximum of a node on the full basis; nil when it is not known.
  fileprivate func maximum(of code: NodeCode) -> ExactDecimal? {
    switch code {
    case .total: return total
    case .block(let name):
      return (blocks.first { $0.id == name }?.maximum ?? combinedBlocks.first { $0.id == name }?.maximum)?
        .value.value
    case .part:
      var pending = components
      while let node = pending.popLast() {
        if node.code == code { return node.maximum?.value.value }
        pending += node.children
      }
      return nil
    }
  }
}
