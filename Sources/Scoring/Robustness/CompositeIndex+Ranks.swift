extension CompositeIndex {
  /// The grid on which the scores of this index are compared, the same for all weights: no weighted mean is
  /// farther from zero than the largest value.
  public var scoreGrid: ScoreGrid {
    ScoreGrid(magnitude: scale * (values.joined().lazy.compactMap { $0?.magnitude }.max() ?? 0))
  }

  /// The rank of each unit with the weights of the framework, 1 is best; nil without a score.
  public var ranks: [Int?] { scoreGrid.ranks(of: scores()) }
}
