internal import Foundation

/// Readable identifiers from text: `Bà Rịa - Vũng Tàu` becomes `ba-ria-vung-tau`.
package enum Slug {
  /// Lower-case ASCII letters and digits with single hyphens; empty when the text has none.
  package static func make(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "đ": result += "d"
      default:
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        if !isMark, !result.isEmpty, !result.hasSuffix("-") { result += "-" }
      }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
  }
}
