/// The effect of changed weights on the ranks of an index.
public struct RobustnessResult: Sendable {
  /// One ranked unit.
  public struct UnitResult: Sendable {
    /// The name.
    public let name: String
    /// The score with the weights of the framework; nil where the aggregation is undefined.
    public let score: Double?
    /// The rank with the weights of the framework, 1 is best; nil without a score.
    public let rank: Int?
    /// The share of the weight covered by the known values, above 0, at most 1.
    public let coverage: Double
    /// The distribution of the rank over all counted draws.
    public let ranks: RankDistribution

    package init(name: String, score: Double?, rank: Int?, coverage: Double, ranks: RankDistribution) {
      self.name = name
      self.score = score
      self.rank = rank
      self.coverage = coverage
      self.ranks = ranks
    }
  }

  /// Why a draw is excluded.
  public enum Exclusion: String, CaseIterable, Sendable {
    /// The weights of all known parts of a node are zero.
    case zeroWeights = "zero-weights"
    /// A unit has no score, because of a negative value under a geometric or harmonic node.
    case noScore = "no-score"
  }

  /// The units in the order of the table.
  public let units: [UnitResult]
  /// The number of draws counted in the ranks.
  public let draws: Int
  /// The number of excluded draws by reason; reasons that did not occur are absent.
  public let excluded: [Exclusion: Int]
  /// How often each unit ranks above each other one; nil when not requested.
  public let pairs: PairCounts?
  /// Whether the error bound of a stopping rule was reached; nil for a fixed number of draws.
  public let reachedErrorBound: Bool?

  package init(
    units: [UnitResult], draws: Int, excluded: [Exclusion: Int], pairs: PairCounts?, reachedErrorBound: Bool?
  ) {
    self.units = units
    self.draws = draws
    self.excluded = excluded
    self.pairs = pairs
    self.reachedErrorBound = reachedErrorBound
  }
}
