internal import Text

/// Estimates the width of a text, erring on the wide side for the usual system fonts.
///
/// The font of the reader is unknown when the site is built. The widths are those of wide common fonts (Noto Sans,
/// Segoe UI, Verdana's digits), so a text that fits by this measure fits in all of them.
enum TextMeasure {
  /// The width of a text in pixels, at a font size in pixels.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return ems * size * (isBold ? 1.08 : 1)
  }

  /// The text in lines no wider than `maximum`, broken at spaces only; a longer word stands alone on its line.
  static func wrap(_ text: String, size: Double, maximum: Double, isBold: Bool = false) -> [String] {
    wrap(text, maximum: maximum) { width($0, size: size, isBold: isBold) }
  }

  /// The same, for a font whose widths are known.
  static func wrap(_ text: String, maximum: Double, width: (String) -> Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, width(longer) > maximum {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The width of one scalar in ems. Combining marks have none.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "l", "j", "I", ".", ",", ":", ";", "'", "!", "|", "·": return 0.32
    case " ", "\u{A0}": return 0.29
    case "f", "t", "r", "(", ")", "[", "]", "/", "-", "\"": return 0.42
    case "m", "w", "M", "W", "%", "…", "—": return 0.96
    case "ư", "ừ", "ứ", "ử", "ữ", "ự", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ": return 0.68
    case "c", "k", "s", "v", "x", "y", "z", "ý", "ỳ", "ỷ", "ỹ", "ỵ": return 0.54
    case "ì", "í", "ỉ", "ĩ", "ị": return 0.4
    default: break
    }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    if scalar.properties.isUppercase { return scalar.value < 0x80 ? 0.72 : 0.78 }
    return scalar.value < 0x250 || (0x1E00..<0x1F00).contains(scalar.value) ? 0.62 : 0.9
  }
}
