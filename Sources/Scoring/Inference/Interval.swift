/// A closed interval of exact decimals: the possible values of a figure.
public struct Interval: Hashable, Encodable, Sendable {
  /// The lower end, included.
  public let lower: ExactDecimal
  /// The upper end, included; never below the lower end.
  public let upper: ExactDecimal

  /// Nil when the upper end is below the lower one.
  public init?(_ lower: ExactDecimal, _ upper: ExactDecimal) {
    guard lower <= upper else { return nil }
    (self.lower, self.upper) = (lower, upper)
  }

  /// The interval that holds one value.
  public init(_ value: ExactDecimal) { (lower, upper) = (value, value) }

  /// The interval between two values, in either order.
  package init(between first: ExactDecimal, and second: ExactDecimal) {
    (lower, upper) = (min(first, second), max(first, second))
  }

  /// The possible values of a printed number before rounding: half of the last place on either side, both ends
  /// included; rounded outward to four decimals.
  package init(rounding printed: PrintedDecimal) {
    let half = ExactDecimal(tenThousandths: (printed.halfStepHundredThousandths + 9) / 10)
    (lower, upper) = (printed.value - half, printed.value + half)
  }

  /// Whether it contains one value only.
  public var isExact: Bool { lower == upper }

  /// The upper end minus the lower end.
  public var width: ExactDecimal { upper - lower }

  /// The middle, rounded to four decimals, halves away from zero.
  package var middle: ExactDecimal {
    let sum = Int128(lower.tenThousandths) + Int128(upper.tenThousandths)
    return ExactDecimal(tenThousandths: Int64(clamping: (sum + sum.signum()) / 2))
  }

  /// The smallest interval with ends of `places` decimals (0 to 4) that contains this one.
  package func roundedOutward(places: Int) -> Interval {
    guard places < 4 else { return self }
    var unit: Int64 = 1
    for _ in max(places, 0)..<4 { unit *= 10 }
    func down(_ value: Int64) -> Int64 {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
      return remainder < 0 ? quotient - 1 : quotient
    }
    let (low, high) = (Int128(down(lower.tenThousandths)), -Int128(down(-max(upper.tenThousandths, -.max))))
    return Interval(
      between: ExactDecimal(tenThousandths: Int64(clamping: low * Int128(unit))),
      and: ExactDecimal(tenThousandths: Int64(clamping: high * Int128(unit))))
  }

  /// Whether it contains the value, ends included.
  public func contains(_ value: ExactDecimal) -> Bool { lower <= value && value <= upper }

  /// Whether it contains the other interval.
  package func contains(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The common part; nil when the intervals are disjoint.
  package func intersection(_ other: Interval) -> Interval? {
    Interval(max(lower, other.lower), min(upper, other.upper))
  }

  /// The smallest interval that contains both.
  package func hull(_ other: Interval) -> Interval {
    Interval(between: min(lower, other.lower), and: max(upper, other.upper))
  }

  /// The distance between two intervals; zero when they overlap.
  package func gap(to other: Interval) -> ExactDecimal {
    max(.zero, max(lower - other.upper, other.lower - upper))
  }

  /// All sums of one value from each.
  package static func + (left: Interval, right: Interval) -> Interval {
    Interval(between: left.lower + right.lower, and: left.upper + right.upper)
  }

  /// All differences of one value from each.
  package static func - (left: Interval, right: Interval) -> Interval {
    Interval(between: left.lower - right.upper, and: left.upper - right.lower)
  }

  /// `percent` hundredths of this interval; negative parts of either count as zero. Rounded outward to four decimals.
  package func taking(percent: Interval) -> Interval {
    Interval(
      between: Interval.product(max(lower, .zero), max(percent.lower, .zero), up: false),
      and: Interval.product(max(upper, .zero), max(percent.upper, .zero), up: true))
  }

  /// This interval in percent of a whole, rounded outward to four decimals. Nil when this interval can be negative or
  /// the whole can be zero or negative.
  package func asPercent(of whole: Interval) -> Interval? {
    guard whole.lower > .zero, lower >= .zero else { return nil }
    return Interval(
      between: Interval.quotient(lower, whole.upper, up: false),
      and: Interval.quotient(upper, whole.lower, up: true))
  }

  private static func product(_ value: ExactDecimal, _ percent: ExactDecimal, up: Bool) -> ExactDecimal {
    let product = Int128(value.tenThousandths) * Int128(percent.tenThousandths)
    return divided(product, by: 1_000_000, up: up)
  }

  private static func quotient(_ part: ExactDecimal, _ whole: ExactDecimal, up: Bool) -> ExactDecimal {
    divided(Int128(part.tenThousandths) * 1_000_000, by: Int128(whole.tenThousandths), up: up)
  }

  private static func divided(_ dividend: Int128, by divisor: Int128, up: Bool) -> ExactDecimal {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    let rounded = up && remainder != 0 ? quotient + 1 : quotient
    return ExactDecimal(tenThousandths: Int64(clamping: rounded))
  }
}
