internal import Text

/// Finds text whose letters were lost or mixed up by a wrong encoding.
enum EncodingCheck {
  /// Reports the first such line of a file for each kind of damage.
  static func check(_ text: String, file: String, log: FindingLog) {
    var text = text
    guard text.withUTF8(mayBeDamaged) else { return }
    var reported: Set<EncodingDamage> = []
    var line = 0
    TextLines.forEach(of: text) { bytes in
      line += 1
      guard reported.count < EncodingDamage.allCases.count, mayBeDamaged(UnsafeBufferPointer(rebasing: bytes))
      else { return }
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      for damage in EncodingDamage.allCases where !reported.contains(damage) {
        guard let column = damage.firstPlace(in: scalars) else { continue }
        reported.insert(damage)
        log.report(.plausibleEncoding(damage), in: file, at: Position(line: line, column: column + 1))
      }
    }
  }

  /// A quick filter: false when the bytes have no trace of damage.
  private static func mayBeDamaged(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    let last = bytes.count - 1
    let raw = UnsafeRawBufferPointer(bytes)
    while place < last {
      // Eight plain bytes at once: ASCII without a question mark.
      if place + 8 <= last {
        let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let marks = word ^ 0x3F3F_3F3F_3F3F_3F3F
        let hasMark = (marks &- 0x0101_0101_0101_0101) & ~marks & 0x8080_8080_8080_8080 != 0
        if word & 0x8080_8080_8080_8080 == 0, !hasMark {
          place += 8
          continue
        }
      }
      switch bytes[place] {
      // U+0080 to U+00BF, most signs of the old encodings.
      case 0xC2: return true
      case 0xC3:
        // Ä, ñ, ö, ï, ø, û.
        if [0x84, 0xB1, 0xB6, 0xAF, 0xB8, 0xBB].contains(bytes[place + 1]) { return true }
        place += 2
      case 0xEF:
        // U+F000 to U+F8FF, U+FDC0 to U+FDFF and U+FFC0 to U+FFFF.
        if bytes[place + 1] <= 0xA3 || [0xB7, 0xBF].contains(bytes[place + 1]) { return true }
        place += 3
      // Marks that combine, the area for private use, and the planes behind emoji.
      case 0xCC, 0xCD, 0xEE, 0xF1...0xF4: return true
      case UInt8(ascii: "?"):
        if bytes[place + 1] == UInt8(ascii: "?") || isLetter(bytes[place + 1]) { return true }
        place += 1
      default: place += 1
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}

/// What a wrong encoding did to a text.
enum EncodingDamage: CaseIterable {
  /// U+FFFD stands for what could not be read.
  case replaced
  /// UTF-8 was read as another encoding: `Ã¡`, `Æ°`, `á»“`.
  case misread
  /// A font of TCVN3: `N¨m`.
  case tcvn3
  /// A font of VNI: `Naêm`, `ñöôïc`.
  case vni
  /// A question mark for each letter with marks.
  case questionMarks
  /// Codes for private use, which show by some fonts only, and those that never become characters.
  case noCharacter
  /// More marks on a letter than any writing has.
  case piledMarks

  /// The index of the first scalar of the damage; nil when there is too little to be sure.
  func firstPlace(in text: [Unicode.Scalar]) -> Int? {
    switch self {
    case .replaced: text.firstIndex { $0.value == 0xFFFD }
    case .misread: text.indices.first(where: { Self.isMisread(text, $0) })
    case .tcvn3:
      Self.first(
        of: text.indices.filter { place in
          Self.lettersOfTCVN3.contains(text[place])
            && Self.neighbours(text, place).contains(where: Self.isASCIILetter)
        }, atLeast: 3)
    case .vni: Self.first(of: text.indices.filter { Self.lettersOfVNI.contains(text[$0]) }, atLeast: 3)
    case .questionMarks:
      Self.first(
        of: text.indices.filter { place in
          text[place] == "?" && place > 0 && place + 1 < text.count
            && (Self.isASCIILetter(text[place - 1]) || text[place - 1] == "?")
            && (Self.isASCIILetter(text[place + 1]) || text[place + 1] == "?")
        }, atLeast: 3)
    case .noCharacter: text.firstIndex(where: Self.isNoCharacter)
    case .piledMarks:
      text.indices.dropLast(3).first { text[$0...($0 + 3)].allSatisfy(Self.isMark) }
    }
  }

  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .privateUse || scalar.properties.isNoncharacterCodePoint
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
  }

  private static func first(of places: [Int], atLeast count: Int) -> Int? {
    places.count >= count ? places.first : nil
  }

  private static func neighbours(_ text: [Unicode.Scalar], _ place: Int) -> [Unicode.Scalar] {
    Array(text[max(0, place - 1)...min(text.count - 1, place + 1)])
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static let lettersOfTCVN3 = Set("¨©ª«¬®µ¶·¸¹»¼½¾¿\u{AD}".unicodeScalars)
  private static let lettersOfVNI = Set("ñöïøûëäÑÖÏØÛ".unicodeScalars)

  /// What the continuation bytes of UTF-8 become in Windows-1252, without the no-break space.
  private static func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x80...0xBF).contains(scalar.value) && scalar.value != 0xA0
      || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars.contains(scalar)
  }

  private static func isMisread(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place + 1 < text.count else { return false }
    let next = text[place + 1]
    switch text[place] {
    case "Ã": return (0xA1...0xBF).contains(next.value)
    case "Ä": return ["‘", "\u{90}", "ƒ", "‚"].contains(next)
    case "Æ": return ["°", "¡", "¯"].contains(next)
    case "á":
      return (next == "º" || next == "»") && place + 2 < text.count && isContinuation(text[place + 2])
    default: return false
    }
  }
}
