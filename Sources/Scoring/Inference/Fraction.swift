/// A result outside the range of ``Fraction``.
struct FractionOverflow: Error {}

/// A fraction in lowest terms. Arithmetic is exact or throws, so that no data file can crash a build.
struct Fraction: Hashable, Sendable {
  /// Carries the sign.
  let numerator: Int128
  /// At least 1.
  let denominator: Int128

  static let zero = Fraction(0)
  static let one = Fraction(1)

  init(_ whole: Int128) { (numerator, denominator) = (whole, 1) }

  private init(reduced numerator: Int128, over denominator: Int128) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  private init(_ numerator: Int128, over denominator: Int128) {
    let divisor = Fraction.commonDivisor(numerator, denominator)
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  /// The largest whole number that is not above.
  var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number that is not below.
  var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  var isPositive: Bool { numerator > 0 }
  var isNegative: Bool { numerator < 0 }

  static prefix func - (value: Self) -> Self {
    Fraction(reduced: -value.numerator, over: value.denominator)
  }

  static func + (left: Self, right: Self) throws(FractionOverflow) -> Self {
    if left.denominator == 1, right.denominator == 1 {
      return Fraction(try checked(left.numerator.addingReportingOverflow(right.numerator)))
    }
    let first = try product(left.numerator, right.denominator)
    let second = try product(right.numerator, left.denominator)
    return Fraction(
      try checked(first.addingReportingOverflow(second)),
      over: try product(left.denominator, right.denominator))
  }

  static func - (left: Self, right: Self) throws(FractionOverflow) -> Self { try left + -right }

  static func * (left: Self, right: Self) throws(FractionOverflow) -> Self {
    let numerator = try product(left.numerator, right.numerator)
    if left.denominator == 1, right.denominator == 1 { return Fraction(numerator) }
    return Fraction(numerator, over: try product(left.denominator, right.denominator))
  }

  /// The quotient; it throws for a divisor of zero too.
  static func / (left: Self, right: Self) throws(FractionOverflow) -> Self {
    guard right.numerator != 0 else { throw FractionOverflow() }
    let sign: Int128 = right.isNegative ? -1 : 1
    return try left * Fraction(right.denominator * sign, over: right.numerator * sign)
  }

  /// Whether the left value is below the right one.
  static func isLess(_ left: Self, _ right: Self) throws(FractionOverflow) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return try product(left.numerator, right.denominator) < product(right.numerator, left.denominator)
  }

  private static func product(_ left: Int128, _ right: Int128) throws(FractionOverflow) -> Int128 {
    try checked(left.multipliedReportingOverflow(by: right))
  }

  private static func checked(_ result: (partialValue: Int128, overflow: Bool)) throws(FractionOverflow)
    -> Int128
  {
    // Far from the end of the range, so that signs can be turned and ends rounded.
    guard !result.overflow, result.partialValue.magnitude < UInt128(1) << 126 else {
      throw FractionOverflow()
    }
    return result.partialValue
  }

  private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (first, second) = (left.magnitude, right.magnitude)
    while second != 0 { (first, second) = (second, first % second) }
    return max(1, Int128(first))
  }
}
