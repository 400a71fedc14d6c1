/// An exact decimal number with four places: 0.1 + 0.2 equals 0.3.
///
/// The value is stored as a whole number of ten-thousandths. Parsing limits the magnitude to ``maximumMagnitude``, far
/// above any figure in use; the sum of nine thousand such numbers is still exact. Results beyond the range of the type
/// saturate instead of trapping, so that no data file can crash a build.
public struct ExactDecimal: Hashable, Comparable, Encodable, Sendable {
  package let tenThousandths: Int64

  /// The largest magnitude that parsing accepts: 100 billion, inclusive.
  public static let maximumMagnitude = ExactDecimal(100_000_000_000)

  /// 0.
  public static let zero = ExactDecimal(tenThousandths: 0)

  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// Makes a whole number; it saturates beyond the range of the type.
  public init(_ whole: Int) {
    tenThousandths = Int64(clamping: Int128(whole) * 10_000)
  }

  /// Parses `-12.3456`: optional minus, digits, optionally a point and one to four digits.
  ///
  /// Nil for anything else: a decimal comma, a thousands separator, an exponent, more than four decimals or a magnitude
  /// above ``maximumMagnitude``.
  public init?(_ text: String) {
    guard let printed = PrintedDecimal(text) else { return nil }
    self = printed.value
  }

  /// The nearest double, for simulation and drawing only.
  public var double: Double { Double(tenThousandths) / 10_000 }

  /// Whether the value has no decimals.
  package var isWhole: Bool { tenThousandths % 10_000 == 0 }

  /// Orders by value.
  public static func < (left: Self, right: Self) -> Bool { left.tenThousandths < right.tenThousandths }

  /// The exact sum; it saturates beyond the range of the type.
  public static func + (left: Self, right: Self) -> Self {
    let (sum, overflow) = left.tenThousandths.addingReportingOverflow(right.tenThousandths)
    return ExactDecimal(tenThousandths: overflow ? (right < .zero ? .min : .max) : sum)
  }

  /// The exact difference; it saturates beyond the range of the type.
  public static func - (left: Self, right: Self) -> Self {
    let (difference, overflow) = left.tenThousandths.subtractingReportingOverflow(right.tenThousandths)
    return ExactDecimal(tenThousandths: overflow ? (right < .zero ? .max : .min) : difference)
  }

  /// The negated value.
  public static prefix func - (value: Self) -> Self { .zero - value }

  /// Adds in place.
  public static func += (left: inout Self, right: Self) { left = left + right }

  /// Subtracts in place.
  public static func -= (left: inout Self, right: Self) { left = left - right }

  /// The product with a whole number; it saturates beyond the range of the type.
  package static func * (left: Self, right: Int) -> Self {
    ExactDecimal(tenThousandths: Int64(clamping: Int128(left.tenThousandths) * Int128(right)))
  }

  /// The absolute value.
  package var magnitude: ExactDecimal { tenThousandths < 0 ? -self : self }

  /// The value rounded to `places` decimals (0 to 4), halves away from zero.
  public func rounded(places: Int) -> ExactDecimal {
    guard places < 4 else { return self }
    var unit: Int128 = 1
    for _ in max(places, 0)..<4 { unit *= 10 }
    let value = Int128(tenThousandths)
    let shifted = value >= 0 ? value + unit / 2 : value - unit / 2
    return ExactDecimal(tenThousandths: Int64(clamping: shifted / unit * unit))
  }

  /// `numerator × factor ÷ denominator`, rounded to four places, halves away from zero.
  ///
  /// Nil when the denominator is zero or the result exceeds the range of the type.
  package static func ratio(_ numerator: Self, _ denominator: Self, times factor: Int = 1) -> Self? {
    guard denominator != .zero else { return nil }
    let scaled = Int128(numerator.tenThousandths) * 10_000
    let (product, overflow) = scaled.multipliedReportingOverflow(by: Int128(factor))
    guard !overflow else { return nil }
    let divisor = Int128(denominator.tenThousandths)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    let doubled = remainder.magnitude * 2
    let away: Int128 = (product < 0) == (divisor < 0) ? 1 : -1
    let rounded = doubled >= divisor.magnitude ? quotient + away : quotient
    return Int64(exactly: rounded).map(ExactDecimal.init(tenThousandths:))
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest form with a decimal point: `10`, `9.5`, `0.6383`.
  public var description: String {
    let whole = tenThousandths.magnitude / 10_000
    let fraction = tenThousandths.magnitude % 10_000
    let sign = tenThousandths < 0 ? "-" : ""
    guard fraction != 0 else { return "\(sign)\(whole)" }
    var digits = String(10_000 + fraction).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

extension Sequence where Element == ExactDecimal {
  /// The exact sum; zero for an empty sequence.
  package var sum: ExactDecimal { reduce(.zero, +) }
}
