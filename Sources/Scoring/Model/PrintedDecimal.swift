/// A number as a source prints it: its value and how many decimals were printed.
///
/// `12.70` and `12.7` are the same value at two precisions; what may have been rounded away differs.
package struct PrintedDecimal: Hashable, Encodable, Sendable {
  /// The value printed.
  package let value: ExactDecimal
  /// How many decimals were printed, 0 to 4.
  package let decimals: Int

  /// Makes a printed number; `decimals` is limited to 0 to 4.
  package init(_ value: ExactDecimal, decimals: Int) {
    self.value = value
    self.decimals = min(max(decimals, 0), 4)
  }

  /// Reads `-12.30`: optional minus, digits, optionally a point and one to four digits; nil otherwise.
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

  /// Half of the last printed place: the unrounded value lies within `value ± halfStep`, both ends included
  /// because the publishers' rule for halves is not known. In hundred-thousandths of one.
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
