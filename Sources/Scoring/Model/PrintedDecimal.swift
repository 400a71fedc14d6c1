/// A number as printed by a source: its value and its number of decimals.
///
/// `12.70` and `12.7` are the same value at two precisions; they allow different unrounded values.
package struct PrintedDecimal: Hashable, Encodable, Sendable {
  /// The printed value.
  package let value: ExactDecimal
  /// The number of printed decimals, 0 to 4.
  package let decimals: Int

  /// Makes a printed number; `decimals` is clamped to 0 to 4.
  package init(_ value: ExactDecimal, decimals: Int) {
    self.value = value
    self.decimals = min(max(decimals, 0), 4)
  }

  /// Parses `-12.30`: optional minus, digits, optionally a point and one to four digits; nil otherwise, and above
  /// ``ExactDecimal/maximumMagnitude``.
  package init?(_ text: String) {
    var negative = false
    var scaled: Int64 = 0
    var wholeDigits = 0
    var decimals: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-"), !negative, wholeDigits == 0 {
        negative = true
        continue
      }
      if byte == UInt8(ascii: "."), decimals == nil, wholeDigits > 0 {
        decimals = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      if let places = decimals {
        guard places < 4 else { return nil }
        decimals = places + 1
      } else {
        wholeDigits += 1
        guard wholeDigits <= 13 else { return nil }
      }
      scaled = scaled * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard wholeDigits > 0, decimals != 0 else { return nil }
    let places = decimals ?? 0
    for _ in places..<4 { scaled *= 10 }
    let value = ExactDecimal(tenThousandths: negative ? -scaled : scaled)
    guard value.magnitude <= .maximumMagnitude else { return nil }
    self.value = value
    self.decimals = places
  }

  /// Half of the last printed place, in hundred-thousandths. The unrounded value lies within `value ± halfStep`, both
  /// ends included because the publishers' rule for halves is unknown.
  package var halfStepHundredThousandths: Int64 {
    var step: Int64 = 50_000
    for _ in 0..<decimals { step /= 10 }
    return step
  }

  /// How many of `size` things this percentage stands for: 13 for 86.67 of 15.
  ///
  /// Nil when no whole number from 0 to `size` gives this percentage as it is printed.
  package func count(of size: Int) -> Int? {
    guard size > 0 else { return nil }
    // All in hundred-thousandths of a percent, times the size.
    let (share, whole) = (Int128(value.tenThousandths) * 10 * Int128(size), Int128(10_000_000))
    let count = (share + whole / 2) / whole
    let gap = (count * whole - share).magnitude
    let isPrinted = gap <= UInt128(halfStepHundredThousandths) * UInt128(size)
    return share >= 0 && count <= size && isPrinted ? Int(count) : nil
  }
}

extension PrintedDecimal: CustomStringConvertible {
  /// The number with a decimal point and all printed decimals.
  package var description: String {
    let text = value.description
    let present = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    guard present < decimals else { return text }
    return text + (present == 0 ? "." : "") + String(repeating: "0", count: decimals - present)
  }
}
