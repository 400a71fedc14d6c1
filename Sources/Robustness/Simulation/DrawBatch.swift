/// The weights and ranks of consecutive draws.
package struct DrawBatch: Sendable {
  /// The number of the first draw, counted from 0.
  package let firstDraw: Int
  /// How many draws there are, excluded ones among them.
  package let count: Int

  package let nodes: Int
  package let units: Int
  /// One a node, draw after draw.
  let weights: [Double]
  /// One a unit, draw after draw; 0 in an excluded draw.
  let allRanks: [Int32]

  /// The raw weights of a draw, one a node in the order of the index.
  ///
  /// - Parameter draw: the number of the draw, `firstDraw` and up to `count` from there.
  package func rawWeights(_ draw: Int) -> [Double] {
    let start = (draw - firstDraw) * nodes
    return Array(weights[start..<start + nodes])
  }

  /// The ranks of a draw, one a unit in the order of the index; nil when the draw is excluded.
  ///
  /// - Parameter draw: the number of the draw, `firstDraw` and up to `count` from there.
  package func ranks(_ draw: Int) -> [Int]? {
    let start = (draw - firstDraw) * units
    let ranks = allRanks[start..<start + units]
    return ranks.first == 0 ? nil : ranks.map(Int.init)
  }
}
