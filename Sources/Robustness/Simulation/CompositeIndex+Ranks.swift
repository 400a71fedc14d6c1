internal import Scoring

extension CompositeIndex {
  /// The grid on which the scores of this index are compared, the same for all weights.
  ///
  /// It fits the largest score that the magnitudes of the values reach with the weights of the framework. Rounding
  /// errors of a score are small compared with that, and a large value with zero weight does not coarsen the grid.
  package var scoreGrid: ScoreGrid {
    let magnitudes = scores(values: values.map { $0.map { $0?.magnitude } }, aggregation: .arithmetic)
    return ScoreGrid(magnitude: magnitudes.compactMap { $0 }.max() ?? 0)
  }

  /// The rank of each unit with the weights of the framework, 1 is best; nil without a score.
  public var ranks: [Int?] { scoreGrid.ranks(of: scores()) }
}
