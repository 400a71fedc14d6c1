internal import Scoring

/// A decimal number of any precision, with or without an exponent: `12.5`, `-0.001`, `1e-3`.
///
/// Points and published figures are exact decimals of four places; relative weights and the values of a
/// researcher's own index are not.
struct FiniteNumber {
  /// The nearest double, of at most `CompositeIndex.maximumMagnitude`.
  let value: Double
  /// How many decimals are printed, not below 0; an exponent counts.
  let decimals: Int

  /// Nil for anything else: infinities, numbers too large for a double, a decimal comma, a plus sign.
  init?(_ text: some StringProtocol) {
    var rest = Substring(text).utf8
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard Self.removeDigits(&rest) > 0 else { return nil }
    var places = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      places = Self.removeDigits(&rest)
      guard places > 0 else { return nil }
    }
    if let mark = rest.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"), let exponent = Int(rest.dropFirst())
      else {
        return nil
      }
      // Far beyond the range of a double, and still far from that of Int.
      places -= min(max(exponent, -10_000), 10_000)
    }
    guard let value = Double(text), value.magnitude <= CompositeIndex.maximumMagnitude else { return nil }
    self.value = value
    decimals = max(places, 0)
  }

  /// Why a text is no such number.
  static func fault(of text: String) -> DataRule {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    if ["inf", "infinity", "nan", "∞"].contains(word) { return .index(.notFinite(value: text)) }
    if let value = Double(text), value.magnitude > CompositeIndex.maximumMagnitude {
      return .numberOutOfRange(value: text, low: "-1e100", high: "1e100")
    }
    let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    if !text.contains("."), FiniteNumber(point) != nil { return .numberDecimalComma(value: text) }
    return .numberMalformed(value: text)
  }

  private static func removeDigits(_ text: inout Substring.UTF8View) -> Int {
    let count = text.prefix { (48...57).contains($0) }.count
    text.removeFirst(count)
    return count
  }
}

extension Int {
  /// The digits of an exponent, which may have a sign.
  fileprivate init?(_ digits: Substring.UTF8View) { self.init(Substring(digits)) }
}
