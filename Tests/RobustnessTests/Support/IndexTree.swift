import TestSupport
import Robustness
import Scoring

/// A tree of relative weights with leaf values, from which tests make an index.
indirect enum IndexTree {
  /// A leaf: one value per unit, nil where missing.
  case leaf(_ weight: Double, _ values: [Double?], normalisation: Normalisation = .none)
  /// An inner node.
  case group(_ weight: Double, [IndexTree], aggregation: Aggregation = .arithmetic)

  /// The index of a tree with a group at the top. Codes are positions in the tree: `r`, `r.1`, `r.1.2`; units are `unit
  /// 0`, `unit 1` and so on.
  ///
  /// - Parameter decimals: the printed decimals of a code, one per unit.
  func index(decimals: [String: [Int?]] = [:], minimumCoverage: Double = 0) throws -> CompositeIndex {
    var nodes: [Framework.FrameworkNode] = []
    var scores: [[String: ScoreTable.Score]] = []
    collect(code: "r", parent: nil, nodes: &nodes, scores: &scores)
    return try CompositeIndex(
      framework: Framework(nodes: nodes),
      table: ScoreTable(
        units: scores.enumerated().map { unit, scores in
          ScoreTable.ScoredUnit(
            name: "unit \(unit)", scores: scores, decimals: decimals.compactMapValues { $0[unit] })
        }),
      minimumCoverage: minimumCoverage)
  }

  private func collect(
    code: String, parent: String?, nodes: inout [Framework.FrameworkNode],
    scores: inout [[String: ScoreTable.Score]]
  ) {
    func add(_ weight: Double, _ normalisation: Normalisation, _ aggregation: Aggregation) {
      nodes.append(
        Framework.FrameworkNode(
          code: code, name: nil, parent: parent, maximum: nil, weight: parent == nil ? nil : weight,
          normalisation: normalisation, aggregation: aggregation))
    }
    switch self {
    case .leaf(let weight, let values, let normalisation):
      add(weight, normalisation, .arithmetic)
      for (unit, value) in values.enumerated() {
        if unit == scores.count { scores.append([:]) }
        scores[unit][code] = value.map(ScoreTable.Score.value)
      }
    case .group(let weight, let parts, let aggregation):
      add(weight, .none, aggregation)
      for (place, part) in parts.enumerated() {
        part.collect(code: "\(code).\(place + 1)", parent: code, nodes: &nodes, scores: &scores)
      }
    }
  }

  /// A tree of up to three levels with any aggregations, missing cells, zero weights and many ties.
  static func random(units: Int, using random: inout Random) -> IndexTree {
    func weight() -> Double {
      Int.random(in: 0..<6, using: &random) == 0 ? 0 : Double(Int.random(in: 1...9, using: &random))
    }
    func values() -> [Double?] {
      let missing = Int.random(in: 0..<4, using: &random) == 0
      return (0..<units).map { _ in
        missing && Int.random(in: 0..<4, using: &random) == 0
          ? nil : Double(Int.random(in: 0...4, using: &random))
      }
    }
    func group(_ own: Double, depth: Int) -> IndexTree {
      var parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        depth < 3 && Bool.random(using: &random)
          ? group(weight(), depth: depth + 1) : .leaf(weight(), values())
      }
      parts.append(.leaf(Double(Int.random(in: 1...9, using: &random)), values()))
      let kind = Int.random(in: 0..<6, using: &random)
      return .group(own, parts, aggregation: kind == 0 ? .geometric : kind == 1 ? .harmonic : .arithmetic)
    }
    return group(1, depth: 1)
  }
}
