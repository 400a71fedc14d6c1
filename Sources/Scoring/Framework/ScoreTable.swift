/// The scores of several units on a framework.
public struct ScoreTable: Sendable {
  /// One score.
  public enum Score: Hashable, Sendable {
    /// Exact points.
    case points(ExactDecimal)
    /// A value in a framework of weights: finite, with any number of decimals.
    case value(Double)
    /// The node does not apply to the unit.
    case notApplicable
  }

  /// One unit and its known scores.
  public struct ScoredUnit: Sendable {
    /// The name.
    public let name: String
    /// The scores by node code; an absent score is unknown, not zero.
    public let scores: [String: Score]
    /// The printed decimals of each score, by node code; an absent entry means not rounded.
    public let decimals: [String: Int]

    /// Makes a unit.
    public init(name: String, scores: [String: Score], decimals: [String: Int] = [:]) {
      self.name = name
      self.scores = scores
      self.decimals = decimals
    }
  }

  /// The units, in order.
  public let units: [ScoredUnit]

  /// Makes a table.
  public init(units: [ScoredUnit]) { self.units = units }
}
