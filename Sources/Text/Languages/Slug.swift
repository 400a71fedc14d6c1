internal import Foundation

/// Readable identifiers from text: `Bà Rịa - Vũng Tàu` becomes `ba-ria-vung-tau`.
package enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens; empty when the text has no letter or digit.
  package static func make(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(ascii: scalar))
      case "A"..."Z": result.append(UInt8(ascii: scalar) | 0x20)
      case _ where scalar.isASCII: separate(&result)
      default:
        let letter = scalar.value < vietnamese.count ? vietnamese[Int(scalar.value)] : 0
        if letter > 0 { result.append(letter) } else { fold(scalar, into: &result) }
      }
    }
    if result.last == hyphen { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func separate(_ result: inout [UInt8]) {
    if let last = result.last, last != hyphen { result.append(hyphen) }
  }

  /// The ASCII letter for each accented letter of Vietnamese, indexed by code point, as a fast path; 0 for all others.
  private static let vietnamese: [UInt8] = {
    var letters = [UInt8](repeating: 0, count: 0x1F00)
    for value in Array(0xC0...0x1B0) + Array(0x1EA0...0x1EF9) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      var folded: [UInt8] = []
      fold(scalar, into: &folded)
      if folded.count == 1 { letters[value] = folded[0] }
    }
    return letters
  }()

  private static func fold(_ scalar: Unicode.Scalar, into result: inout [UInt8]) {
    for part in String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch part {
      case "a"..."z", "0"..."9": result.append(UInt8(ascii: part))
      case "đ": result.append(UInt8(ascii: "d"))
      default: if part.properties.generalCategory != .nonspacingMark { separate(&result) }
      }
    }
  }
}
