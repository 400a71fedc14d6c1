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
