/// A decimal number with four places, kept exactly: 0.1 + 0.2 equals 0.3.
///
/// Points, percentages and reported values are kept as whole numbers of ten-thousandths. The magnitude is
/// limited to `maximumMagnitude` when read, far above any figure of the subject and low enough that the sum
/// of a million of them cannot overflow.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  /// The value in ten-thousandths.
  public let tenThousandths: Int64

  /// The largest absolute value that text is read as: 100 billion, inclusive.
  public static let maximumMagnitude = ExactDecimal(100_000_000_000)

  /// 0.
  public static let zero = ExactDecimal(tenThousandths: 0)

  /// Takes the value in ten-thousandths.
  public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// Takes a whole number.
  public init(_ whole: Int) { tenThousandths = Int64(whole) * 10_000 }

  /// Reads `-12.3456`: optional minus, digits, optionally a point and one to four digits.
  ///
  /// Nil for anything else: a decimal comma, a thousands separator, an exponent, more than four decimals or a
  /// magnitude above `maximumMagnitude`.
  public init?(_ text: some StringProtocol) {
    guard let printed = PrintedDecimal(text) else { return nil }
    self = printed.value
  }

  /// The nearest double, for simulation and drawing only.
  public var double: Double { Double(tenThousandths) / 10_000 }

  /// Whether the value has no decimals.
  public var isWhole: Bool { tenThousandths % 10_000 == 0 }

  /// Orders by value.
  public static func < (left: Self, right: Self) -> Bool { left.tenThousandths < right.tenThousandths }

  /// The exact sum.
  public static func + (left: Self, right: Self) -> Self {
    ExactDecimal(tenThousandths: left.tenThousandths + right.tenThousandths)
  }

  /// The exact difference.
  public static func - (left: Self, right: Self) -> Self {
    ExactDecimal(tenThousandths: left.tenThousandths - right.tenThousandths)
  }

  /// The negated value.
  public static prefix func - (value: Self) -> Self { ExactDecimal(tenThousandths: -value.tenThousandths) }

  /// Adds in place.
  public static func += (left: inout Self, right: Self) { left = left + right }

  /// Subtracts in place.
  public static func -= (left: inout Self, right: Self) { left = left - right }

  /// The product with a whole number.
  public static func * (left: Self, right: Int) -> Self {
    ExactDecimal(tenThousandths: left.tenThousandths * Int64(right))
  }

  /// The value without sign.
  public var magnitude: ExactDecimal { tenThousandths < 0 ? -self : self }

  /// The value rounded to `places` decimals (0 to 4), halves away from zero.
  public func rounded(places: Int) -> ExactDecimal {
    guard places < 4 else { return self }
    var unit: Int64 = 1
    for _ in places..<4 { unit *= 10 }
    let half = unit / 2
    let shifted = tenThousandths >= 0 ? tenThousandths + half : tenThousandths - half
    return ExactDecimal(tenThousandths: shifted / unit * unit)
  }

  /// `numerator × factor ÷ denominator`, rounded to four places, halves away from zero.
  ///
  /// Nil when the denominator is zero or the result leaves the range of the type.
  public static func ratio(_ numerator: Self, _ denominator: Self, times factor: Int = 1) -> Self? {
    guard denominator != .zero else { return nil }
    let product = Int128(numerator.tenThousandths) * Int128(factor) * 10_000
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
  public var sum: ExactDecimal { reduce(.zero, +) }
}
