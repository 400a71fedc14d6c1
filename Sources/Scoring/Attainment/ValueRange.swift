/// The possible values of a reported figure: an interval with open or closed ends.
package struct ValueRange: Hashable, Sendable {
  /// The lower end; nil when unbounded.
  package let lower: ExactDecimal?
  /// Whether the lower end itself is possible.
  package let includesLower: Bool
  /// The upper end; nil when unbounded.
  package let upper: ExactDecimal?
  /// Whether the upper end itself is possible.
  package let includesUpper: Bool

  /// How far an approximate figure ("khoảng") may lie from the printed one, in percent of it. No source gives a
  /// tolerance: this is the toolkit's own convention, stated in every verdict that uses it.
  package static let approximationPercent = 10

  package init(
    lower: ExactDecimal?, includesLower: Bool, upper: ExactDecimal?, includesUpper: Bool
  ) {
    self.lower = lower
    self.includesLower = includesLower
    self.upper = upper
    self.includesUpper = includesUpper
  }

  /// The possible values of a reported outcome, within the natural limits of its indicator.
  package init(_ outcome: Outcome, indicator: Indicator) {
    let value = outcome.value.value
    let limits = ValueRange.naturalLimits(of: indicator, listSize: outcome.listSize)
    // "More than 9" things are at least 10.
    let isDiscrete = indicator.unit.isDiscrete && value.isWhole
    let one = ExactDecimal(1)
    switch outcome.bound {
    case .exact:
      self.init(lower: value, includesLower: true, upper: value, includesUpper: true)
    case .above:
      self.init(
        lower: isDiscrete ? value + one : value, includesLower: isDiscrete, upper: limits.upper,
        includesUpper: true)
    case .below:
      self.init(
        lower: limits.lower, includesLower: true, upper: isDiscrete ? value - one : value,
        includesUpper: isDiscrete)
    case .about:
      let around = Interval(value).widened(percent: ValueRange.approximationPercent)
      self.init(
        lower: max(around.lower, limits.lower ?? around.lower), includesLower: true,
        upper: min(around.upper, limits.upper ?? around.upper), includesUpper: true)
    }
  }

  private static func naturalLimits(
    of indicator: Indicator, listSize: Int?
  ) -> (lower: ExactDecimal?, upper: ExactDecimal?) {
    let lower: ExactDecimal? =
      switch indicator.unit {
      case .rank, .group: ExactDecimal(1)
      case .percentagePoints, .none: nil
      default: indicator.mayBeNegative ? nil : .zero
      }
    let upper: ExactDecimal? =
      switch indicator.unit {
      case .percent: indicator.mayExceedHundred ? nil : ExactDecimal(100)
      case .rank: listSize.map { ExactDecimal($0) }
      case .index: ExactDecimal(1)
      case .group: ExactDecimal(4)
      default: nil
      }
    return (lower, upper)
  }

  /// Whether all, none or some of the values satisfy a comparison.
  package func satisfies(_ comparator: Goal.Comparator, _ threshold: ExactDecimal) -> Satisfaction {
    switch comparator {
    case .atLeast: above(threshold, inclusive: true)
    case .moreThan: above(threshold, inclusive: false)
    case .atMost: above(threshold, inclusive: false).negated
    case .lessThan: above(threshold, inclusive: true).negated
    case .equal: satisfies(.atLeast, threshold).and(satisfies(.atMost, threshold), in: self)
    }
  }

  /// Whether all, none or some of the values lie in a range, both ends included.
  package func satisfies(rangeFrom low: ExactDecimal, to high: ExactDecimal) -> Satisfaction {
    satisfies(.atLeast, low).and(satisfies(.atMost, high), in: self)
  }

  private func above(_ threshold: ExactDecimal, inclusive: Bool) -> Satisfaction {
    let lowest = lower.map { $0 > threshold || ($0 == threshold && (inclusive || !includesLower)) } ?? false
    if lowest { return .all }
    let noneAbove =
      upper.map { $0 < threshold || ($0 == threshold && (!inclusive || !includesUpper)) } ?? false
    return noneAbove ? .none : .some
  }
}

/// How many of the possible values satisfy a comparison.
package enum Satisfaction: Hashable, Sendable {
  /// Every possible value does.
  case all
  /// Some do, some do not.
  case some
  /// No possible value does.
  case none

  var negated: Satisfaction {
    switch self {
    case .all: .none
    case .some: .some
    case .none: .all
    }
  }

  /// Combines the comparisons with the two ends of a range. The values form an interval, so if none satisfies both
  /// comparisons, one of the two fails for all values.
  package func and(_ other: Satisfaction, in range: ValueRange) -> Satisfaction {
    switch (self, other) {
    case (.none, _), (_, .none): .none
    case (.all, .all): .all
    default: .some
    }
  }

  /// Combines the results for several reports of the same fact, any of which may be true.
  package static func over(_ all: [Satisfaction]) -> Satisfaction {
    guard let first = all.first else { return .some }
    return all.allSatisfy { $0 == first } ? first : .some
  }
}

extension MeasurementUnit {
  /// Whether the values are whole numbers.
  var isDiscrete: Bool { [.rank, .count, .group].contains(self) }
}
