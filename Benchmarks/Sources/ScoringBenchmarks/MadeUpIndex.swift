internal import Robustness
import Scoring

/// An index of made-up points in the shape of the example: 88 leaves in 8 components, some of them one level
/// deeper than others.
struct MadeUpIndex {
  var units = 63
  /// Every so many cells one is empty; none when nil.
  var gapEvery: Int?
  var aggregation = Aggregation.arithmetic

  /// How many leaves each criterion has, by component; 1 is a leaf itself.
  private static let shape = [
    [1, 3, 1, 2, 2], [4, 1, 3, 1, 3], [1, 1, 1, 1, 1, 1, 1], [5, 1, 4, 1, 3], [2, 3, 1, 1, 4],
    [1, 1, 5, 2, 4], [3, 1, 1, 1, 2], [4, 5, 2, 3],
  ]

  func index() throws -> CompositeIndex {
    var nodes = [node("T", below: nil)]
    var leaves: [String] = []
    for (component, criteria) in Self.shape.enumerated() {
      nodes.append(node("T\(component)", below: "T"))
      for (place, count) in criteria.enumerated() {
        let criterion = "T\(component).\(place)"
        nodes.append(node(criterion, below: "T\(component)"))
        let parts = count == 1 ? [] : (0..<count).map { "\(criterion).\($0)" }
        nodes += parts.map { node($0, below: criterion) }
        leaves += parts.isEmpty ? [criterion] : parts
      }
    }
    var state: UInt64 = 1
    let table = ScoreTable(
      units: (0..<units).map { unit in
        var scores: [String: ScoreTable.Score] = [:]
        for (column, leaf) in leaves.enumerated() {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          if let gapEvery, (unit * leaves.count + column) % gapEvery == gapEvery - 1 { continue }
          scores[leaf] = .value(0.5 + Double(state >> 40) / Double(1 << 25))
        }
        return ScoreTable.ScoredUnit(name: "\(unit)", scores: scores)
      })
    return try CompositeIndex(framework: Framework(nodes: nodes), table: table)
  }

  private func node(_ code: String, below parent: String?) -> Framework.FrameworkNode {
    Framework.FrameworkNode(
      code: code, name: nil, parent: parent, maximum: nil, weight: parent == nil ? nil : 1,
      aggregation: aggregation)
  }
}
