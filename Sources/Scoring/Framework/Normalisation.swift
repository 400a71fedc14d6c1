/// How the raw values of an indicator are put on a scale that can be added to others.
///
/// The methods and their names are those of the Handbook on Constructing Composite Indicators (OECD and JRC,
/// 2008), step 5. Every parameter is stated; a method that has no answer for a column says so instead of
/// giving a number.
public enum Normalisation: Hashable, Sendable {
  /// The value as it stands. In a framework of points: points ÷ maximum points.
  case none
  /// `low` for the worst unit, `high` for the best, in between in proportion.
  case minMax(low: Double, high: Double)
  /// (value − mean) ÷ sample standard deviation (divisor n − 1), the sign turned where less is better.
  case zScore
  /// 1 for the worst unit, n for the best; equal values share the mean of their places.
  case rank
  /// value ÷ target, and target ÷ value where less is better. All values and the target are above 0.
  case distanceToTarget(Double)
  /// 0 at the bad goalpost and beyond, 1 at the good one and beyond, in between in proportion. `low` is below
  /// `high` whichever way is better.
  case goalposts(low: Double, high: Double)
}
