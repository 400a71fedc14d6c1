/// The weights and ranks of consecutive draws.
package struct DrawBatch: Sendable {
  /// The number of the first draw, 0-based.
  package let firstDraw: Int
  /// The number of draws, including excluded ones.
  package let count: Int

  package let nodes: Int
  package let units: Int
  /// The raw weights, one per node, draw after draw.
  let weights: [Double]
  /// The ranks, one per unit, draw after draw; 0 in an excluded draw.
  let allRanks: [Int32]

  /// The raw weights of a draw, one per node in index order.
  ///
  /// - Parameter draw: the number of the draw, from `firstDraw` up to but excluding `firstDraw + count`.
  package func rawWeights(_ draw: Int) -> [Double] {
    let start = (draw - firstDraw) * nodes
    return Array(weights[start..<start + nodes])
  }

  /// The ranks of a draw, one per unit in index order; nil when the draw is excluded.
  ///
  /// - Parameter draw: the number of the draw, from `firstDraw` up to but excluding `firstDraw + count`.
  package func ranks(_ draw: Int) -> [Int]? {
    let start = (draw - firstDraw) * units
    let ranks = allRanks[start..<start + units]
    return ranks.first == 0 ? nil : ranks.map(Int.init)
  }
}
