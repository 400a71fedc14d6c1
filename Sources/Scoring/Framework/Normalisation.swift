/// How the raw values of an indicator are brought to a common scale.
///
/// The methods and their names are those of the Handbook on Constructing Composite Indicators (OECD and JRC, 2008),
/// step 5. Every parameter is explicit; a method that is undefined for a column reports a fault instead of a number.
public enum Normalisation: Hashable, Sendable {
  /// The raw value. In a framework of points: points ÷ maximum points.
  case none
  /// `low` for the worst unit, `high` for the best, linear in between.
  case minMax(low: Double, high: Double)
  /// (value − mean) ÷ sample standard deviation (divisor n − 1), negated where lower is better.
  case zScore
  /// 1 for the worst unit, n for the best; equal values share their mean rank.
  case rank
  /// value ÷ target, or target ÷ value where lower is better. All values and the target are above 0.
  case distanceToTarget(Double)
  /// 0 at or beyond the bad goalpost, 1 at or beyond the good one, linear in between. `low` is below `high`, whichever
  /// direction is better.
  case goalposts(low: Double, high: Double)
}
