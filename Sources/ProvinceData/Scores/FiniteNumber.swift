internal import Robustness
internal import Scoring
internal import Text

/// A decimal number of any precision, with or without an exponent: `12.5`, `-0.001`, `1e-3`.
///
/// Points and published figures are exact decimals of four places instead. Relative weights and the values of a
/// researcher's own index are finite numbers.
struct FiniteNumber {
  /// The nearest double, of magnitude at most `CompositeIndex.maximumMagnitude`.
  let value: Double
  /// The number of decimals as printed, adjusted by the exponent and at least 0.
  let decimals: Int

  /// Nil for anything else: infinities, numbers too large for a double, a decimal comma, a plus sign.
  init?(_ text: String) {
    var text = text
    guard let number = text.withUTF8(Self.init(bytes:)) else { return nil }
    self = number
  }

  /// The same for bytes, because files of weights hold many numbers.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
    func skipDigits() -> Int {
      let start = index
      while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
      return index - start
    }
    guard skipDigits() > 0 else { return nil }
    var places = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      places = skipDigits()
      guard places > 0 else { return nil }
    }
    if index < bytes.count {
      guard [UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[index]),
        let exponent = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self))
      else { return nil }
      // Far beyond the range of a double, but well within that of Int.
      places -= min(max(exponent, -10_000), 10_000)
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)),
      value.magnitude <= CompositeIndex.maximumMagnitude
    else { return nil }
    self.value = value
    decimals = max(places, 0)
  }

  /// Why a text is not such a number.
  static func fault(of text: String) -> Rule {
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    if ["inf", "infinity", "nan", "∞"].contains(word) { return .numberNotFinite(value: text) }
    if let value = Double(text), value.magnitude > CompositeIndex.maximumMagnitude {
      return .numberOutOfRange(value: text, low: "-1e100", high: "1e100")
    }
    let point = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    if !text.contains("."), FiniteNumber(point) != nil { return .numberDecimalComma(value: text) }
    return .numberMalformed(value: text)
  }
}
