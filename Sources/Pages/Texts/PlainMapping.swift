/// The short way of reading what most headers and label files are: lines `key: value` that YAML can take as that
/// text only. All else is left to Yams, which needs much longer.
enum PlainMapping {
  /// Reads a text of nothing but such lines, each with an end and a key of its own.
  ///
  /// - Returns: keys and values in their order; nil for any other text, be it right or wrong.
  static func entries(of text: Substring) -> [(key: String, value: String)]? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var entries: [(key: String, value: String)] = []
      var taken: Set<String> = []
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isKey(line[..<colon]),
          line[colon...].dropFirst().first == UInt8(ascii: " "),
          let value = value(of: line[colon...].dropFirst(2))
        else { return nil }
        let key = String(decoding: line[..<colon], as: UTF8.self)
        guard taken.insert(key).inserted else { return nil }
        entries.append((key, String(decoding: value, as: UTF8.self)))
      }
      return bytes.last != UInt8(ascii: "\n") || entries.isEmpty ? nil : entries
    } ?? nil
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Whether a key is ASCII letters, digits, dots, underscores and hyphens behind a letter, and no longer than YAML
  /// allows.
  private static func isKey(_ text: Bytes) -> Bool {
    guard text.count <= 1_024, let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: isLetter(byte)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text that a value stands for; nil when it is not of one of two kinds, both of printable ASCII, of Latin
  /// letters with marks and of dashes, quotation marks and signs: one that begins with a letter, a digit or a slash, ends in
  /// no space or colon and has neither `: ` nor ` #`; and one between `"` without another or `\` in it.
  private static func value(of text: Bytes) -> Bytes? {
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "\""):
      guard text.count > 1, text.last == first else { return nil }
      let inner = text.dropFirst().dropLast()
      return isPrintable(inner) { byte, _ in byte == first || byte == UInt8(ascii: "\\") } ? inner : nil
    case UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: break
    default: guard isLetter(first) else { return nil }
    }
    guard let last = text.last, last != UInt8(ascii: " "), last != UInt8(ascii: ":") else { return nil }
    let isPlain = isPrintable(text) { byte, previous in
      byte == UInt8(ascii: " ") && previous == UInt8(ascii: ":")
        || byte == UInt8(ascii: "#") && previous == UInt8(ascii: " ")
    }
    return isPlain ? text : nil
  }

  /// Whether a text has such characters only, and none that means something.
  private static func isPrintable(_ text: Bytes, butNot meaning: (_ byte: UInt8, _ previous: UInt8) -> Bool)
    -> Bool
  {
    var previous: UInt8 = 0
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case 0x20...0x7E: if meaning(byte, previous) { return false }
      // U+00C0 to U+02FF
      case 0xC3...0xCB: place += 1
      case 0xE1:
        // U+1E00 to U+1EFF
        guard place + 2 < text.endIndex, (0xB8...0xBB).contains(text[place + 1]) else { return false }
        place += 2
      case 0xE2:
        // U+2010 to U+2027, and U+2180 to U+22FF: arrows and signs of mathematics
        guard place + 2 < text.endIndex,
          text[place + 1] == 0x80 && (0x90...0xA7).contains(text[place + 2])
            || (0x86...0x8B).contains(text[place + 1])
        else { return false }
        place += 2
      default: return false
      }
      previous = byte
      place += 1
    }
    return true
  }
}
