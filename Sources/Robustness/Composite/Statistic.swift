/// A statistic and the number of units it is based on.
package struct Statistic: Hashable, Sendable {
  /// Why a statistic has no value.
  package enum Undefined: Hashable, Sendable {
    /// Fewer than three units are known.
    case tooFewUnits
    /// All values are equal, or those of one of two columns, so there is nothing to compare.
    case constant
    /// The root is not an arithmetic mean.
    case notArithmetic
  }

  /// The value; nil when undefined.
  package let value: Double?
  /// The number of units with all required values.
  package let count: Int
  /// Why the value is undefined; nil when there is one.
  package let undefined: Undefined?

  init(_ value: Double, count: Int) {
    self.value = value
    self.count = count
    undefined = nil
  }

  init(_ undefined: Undefined, count: Int) {
    value = nil
    self.count = count
    self.undefined = undefined
  }
}

extension Statistic {
  /// The Pearson correlation, −1 to 1, over the units known in both columns.
  static func pearson(_ first: [Double?], _ second: [Double?]) -> Statistic {
    let pairs = Self.pairs(first, second)
    return correlation(pairs.map(\.0), pairs.map(\.1))
  }

  /// The Spearman rank correlation, −1 to 1, with ties averaged, over the units known in both columns.
  static func spearman(_ first: [Double?], _ second: [Double?]) -> Statistic {
    let pairs = Self.pairs(first, second)
    return correlation(midRanks(pairs.map(\.0)), midRanks(pairs.map(\.1)))
  }

  /// Whether the values are equal except for rounding.
  static func isConstant(_ values: [Double]) -> Bool {
    guard let least = values.min(), let most = values.max() else { return true }
    return most - least <= 1e-12 * max(most.magnitude, least.magnitude)
  }

  /// The sample covariance (divisor n − 1) of two columns of equal length, at least two.
  static func covariance(_ first: [Double], _ second: [Double]) -> Double {
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    return zip(first, second).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) } / (count - 1)
  }

  private static func correlation(_ first: [Double], _ second: [Double]) -> Statistic {
    guard first.count > 2 else { return Statistic(.tooFewUnits, count: first.count) }
    // A common scale keeps every square within the range of a double.
    let scaled = [first, second].map { values in
      let most = values.map(\.magnitude).max() ?? 0
      return most > 0 ? values.map { $0 / most } : values
    }
    guard !scaled.contains(where: isConstant) else { return Statistic(.constant, count: first.count) }
    let variances = covariance(scaled[0], scaled[0]) * covariance(scaled[1], scaled[1])
    let value = covariance(scaled[0], scaled[1]) / variances.squareRoot()
    return Statistic(min(max(value, -1), 1), count: first.count)
  }

  private static func pairs(_ first: [Double?], _ second: [Double?]) -> [(Double, Double)] {
    zip(first, second).compactMap { one, other in one.flatMap { one in other.map { (one, $0) } } }
  }

  /// Values that are equal except for rounding share a rank.
  private static func midRanks(_ values: [Double]) -> [Double] {
    let grid = ScoreGrid(magnitude: values.map(\.magnitude).max() ?? 0)
    return MidRanks.of(values.map { Double(grid.place(of: $0)) })
  }
}
