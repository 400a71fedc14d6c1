/// A character that is not seen, or that changes the order in which others are seen. No file may have one.
package enum HiddenCharacter: CaseIterable, Sendable {
  /// A control character other than a tab or a line end.
  case control
  /// One that sets the direction of the text.
  case bidirectional
  /// One without width: zero-width spaces and joiners, and marks and tags that nothing shows.
  case zeroWidth

  /// Nil for every other character.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: return nil
    case 0x00...0x1F, 0x7F...0x9F: self = .control
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
    case 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      self = .zeroWidth
    default: return nil
    }
  }

  /// Whether a text has one.
  package static func isIn(_ text: String) -> Bool {
    mayBeIn(text) && text.unicodeScalars.contains { HiddenCharacter($0) != nil }
  }

  /// A quick filter: false when a text certainly has none.
  private static func mayBeIn(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
      for (index, first) in bytes.enumerated() {
        switch first {
        case 0x20...0x7E, 0x80..<0xC2, 0xC3...0xD7, 0xD9...0xE0, 0xE3...0xEE, 0x09, 0x0A, 0x0D: continue
        case 0xC2 where byte(index + 1) >= 0xA0: continue
        case 0xE1 where byte(index + 1) != 0xA0: continue
        case 0xE2 where byte(index + 1) > 0x81: continue
        case 0xE2 where byte(index + 1) == 0x80 && (0x90...0xA7).contains(byte(index + 2)): continue
        default: return true
        }
      }
      return false
    } ?? true
  }

  /// Such as `U+202E RIGHT-TO-LEFT OVERRIDE`.
  static func name(of scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    // Unicode gives control characters no names of their own.
    let name =
      scalar.properties.name ?? (scalar.value < 0x20 ? controls[Int(scalar.value)] : nil)
      ?? (scalar.value == 0x7F ? "DELETE" : nil)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + (name.map { " " + $0 } ?? "")
  }

  private static let controls = [
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY",
    "ACKNOWLEDGE",
    "BELL", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED",
    "CARRIAGE RETURN",
    "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO",
    "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE",
    "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE", "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE",
  ]
}

extension String {
  /// The text with hidden characters, soft hyphens and line ends written out, such as `\u{202E}`.
  ///
  /// - Parameter kept: line ends and tabs to leave as they are.
  package func shown(keeping kept: Set<Unicode.Scalar> = []) -> String {
    shown(keeping: kept) { "\\u{" + String($0.value, radix: 16, uppercase: true) + "}" }
  }

  /// The text with each hidden character and line end replaced.
  func shown(keeping kept: Set<Unicode.Scalar>, _ replacement: (Unicode.Scalar) -> String) -> String {
    func isHidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\t", "\n", "\r", "\u{AD}", "\u{2028}", "\u{2029}": !kept.contains(scalar)
      default: HiddenCharacter(scalar) != nil
      }
    }
    guard unicodeScalars.contains(where: isHidden) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if isHidden(scalar) {
        result.append(contentsOf: replacement(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
