package import Scoring

/// The ranks of an index under other design choices: without a component, with another mean, and both.
///
/// The design is full factorial: each component omitted, or none, combined with each aggregation: as stated, or one
/// other mean for every node. The shift is that of the Handbook on Constructing Composite Indicators (OECD and JRC,
/// 2008), step 7: the mean over the units of |rank − rank in the variant|.
package struct VariantReport: Sendable {
  /// One combination of design choices.
  package struct Variant: Sendable {
    /// The omitted component, as a position in ``CompositeIndex/nodes``; nil when all are kept.
    package let omitted: Int?
    /// The mean used for every node; nil for each node's own.
    package let aggregation: Aggregation?
    /// The ranks of the variant, or the reason why it cannot be computed.
    package let result: Result<Ranking, VariantObstacle>
  }

  /// The ranks of a variant.
  package struct Ranking: Sendable {
    /// The scores, one per unit; nil where no kept part is known.
    package let scores: [Double?]
    /// The ranks among the units with a score, 1 is best; nil without a score.
    package let ranks: [Int?]
    /// The mean of |rank − nominal rank| over the units with a score, at least 0; nominal ranks are taken among the
    /// same units.
    package let meanAbsoluteShift: Double
    /// The greatest |rank − nominal rank|.
    package let greatestShift: Int
    /// The units, as positions, for which a zero value makes a node zero whatever its other parts.
    package let zeroed: [Int]
  }

  /// Why a variant cannot be computed.
  package enum VariantObstacle: Error, Hashable, Sendable {
    /// The omitted component is the only one with a weight.
    case onlyComponent
    /// Negative values under a geometric or harmonic mean: the nodes with such values and the units, as positions.
    case negativeValues(nodes: [Int], units: [Int])
    /// No unit has a score.
    case noScores
  }

  /// The variants: first with all components, then without each; among them the stated means first.
  package let variants: [Variant]

  /// Computes the design. Components with zero weight are not omitted; a mean that every inner node already has is not
  /// repeated.
  package init(_ index: CompositeIndex) {
    let inner = index.nodes.filter { $0.column == nil }
    let means = Aggregation.allCases.filter { mean in inner.contains { $0.aggregation != mean } }
    let components = index.components.filter { index.nodes[$0].weight > 0 }
    let (grid, scores) = (index.scoreGrid, index.scores())
    variants = ([nil] + components.map(Optional.some)).flatMap { omitted in
      ([nil] + means.map(Optional.some)).map { mean in
        Variant(
          omitted: omitted, aggregation: mean,
          result: Result { () throws(VariantObstacle) in
            if omitted != nil, components.count == 1 { throw .onlyComponent }
            return try Ranking(
              index, omitted: omitted, aggregation: mean, grid: grid, nominalScores: scores)
          })
      }
    }
  }
}

extension VariantReport.Ranking {
  fileprivate init(
    _ index: CompositeIndex, omitted: Int?, aggregation: Aggregation?, grid: ScoreGrid,
    nominalScores: [Double?]
  ) throws(VariantReport.VariantObstacle) {
    // An omitted component counts as unknown, so its weight goes to its siblings.
    let left = omitted.map(index.columns) ?? []
    let columns = index.values.enumerated().map { column, values in
      left.contains(column) ? values.map { _ in nil } : values
    }
    let nodeValues = index.nodeValues(weights: index.weights, values: columns, aggregation: aggregation)
    var negativeNodes: Set<Int> = []
    var negativeUnits: Set<Int> = []
    var zeroed: Set<Int> = []
    for (position, node) in index.nodes.enumerated() {
      guard let parent = node.parent, node.weight > 0,
        (aggregation ?? index.nodes[parent].aggregation).needsNonNegative
      else { continue }
      let siblings = index.nodes[parent].children.filter { index.nodes[$0].weight > 0 }
      for (unit, value) in nodeValues[position].enumerated() {
        guard let value else { continue }
        if value < 0 {
          negativeNodes.insert(position)
          negativeUnits.insert(unit)
        } else if value == 0, siblings.contains(where: { (nodeValues[$0][unit] ?? 0) > 0 }) {
          zeroed.insert(unit)
        }
      }
    }
    guard negativeNodes.isEmpty else {
      throw .negativeValues(nodes: negativeNodes.sorted(), units: negativeUnits.sorted())
    }
    scores = (nodeValues.first ?? []).map { $0.map { $0 * index.scale } }
    ranks = grid.ranks(of: scores)
    self.zeroed = zeroed.sorted()
    let nominal = grid.ranks(
      of: zip(nominalScores, scores).map { score, other in other == nil ? nil : score })
    let shifts = zip(nominal, ranks).compactMap { before, after in
      before.flatMap { before in after.map { ($0 - before).magnitude } }
    }
    guard let greatest = shifts.max() else { throw .noScores }
    greatestShift = Int(greatest)
    meanAbsoluteShift = Double(shifts.reduce(0, +)) / Double(shifts.count)
  }
}

extension CompositeIndex {
  /// The columns of the leaves at or below a node.
  func columns(below position: Int) -> Set<Int> {
    var inside: Set<Int> = [position]
    for (node, parent) in nodes.map(\.parent).enumerated() {
      if let parent, inside.contains(parent) { inside.insert(node) }
    }
    return Set(inside.compactMap { nodes[$0].column })
  }
}
