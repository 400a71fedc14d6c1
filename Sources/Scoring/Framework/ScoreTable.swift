/// The scores of several units on a framework.
public struct ScoreTable: Sendable {
  /// One score.
  public enum Score: Hashable, Sendable {
    /// Points, exact.
    case points(ExactDecimal)
    /// A value in a framework of weights: finite, of any precision.
    case value(Double)
    /// The node does not apply to the unit.
    case notApplicable
  }

  /// One unit and what is known of it.
  public struct Unit: Sendable {
    /// The name.
    public let name: String
    /// The scores by node code; a node that is not there is not known, which is not zero.
    public let scores: [String: Score]
    /// How many decimals each score is printed with, by node code; a score that is not there is not rounded.
    public let decimals: [String: Int]

    /// Makes a unit.
    public init(name: String, scores: [String: Score], decimals: [String: Int] = [:]) {
      self.name = name
      self.scores = scores
      self.decimals = decimals
    }
  }

  /// The units, in order.
  public let units: [Unit]

  /// Makes a table.
  public init(units: [Unit]) { self.units = units }
}
