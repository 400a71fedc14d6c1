internal import Yams

/// What stands between the lines `---` at the top of a page.
struct FrontMatter: Equatable {
  /// A key that pages do not have, and its line in the header, from 1.
  struct UnknownKey: Equatable {
    let name: String
    let line: Int
  }

  private(set) var fields: [String: String] = [:]
  private(set) var unknownKeys: [UnknownKey] = []

  static let keys: Set = ["id", "title", "description", "path", "menu", "bilingual"]

  /// Reads a header.
  ///
  /// - Returns: nil when it is no mapping.
  /// - Throws: what Yams finds wrong.
  static func read(_ header: Substring) throws -> FrontMatter? {
    if let plain = plain(header) { return plain }
    return try yaml(header)
  }

  /// The same by Yams, which can read all of YAML and for which each of thousands of pages needs a parser.
  static func yaml(_ header: Substring) throws -> FrontMatter? {
    // The encoding is named because Yams would otherwise look through the whole environment for it.
    guard let mapping = try Yams.compose(yaml: String(header), .basic, .default, .utf8)?.mapping else {
      return nil
    }
    var matter = FrontMatter()
    for (key, value) in mapping {
      let name = key.string ?? "?"
      if !keys.contains(name) { matter.unknownKeys.append(UnknownKey(name: name, line: key.mark?.line ?? 0)) }
      matter.fields[name] = value.string
    }
    return matter
  }

  /// The same for a header of nothing but lines `key: value`, each with a known key that stands once and a value
  /// that YAML can take as that text only; nil for any other, be it right or wrong.
  static func plain(_ header: Substring) -> FrontMatter? {
    header.utf8.withContiguousStorageIfAvailable { bytes in
      var matter = FrontMatter()
      for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = String(decoding: line[..<colon], as: UTF8.self)
        let value = line[colon...].dropFirst()
        guard value.first == UInt8(ascii: " "), isPlain(value.dropFirst()), keys.contains(key),
          matter.fields.updateValue(String(decoding: value.dropFirst(), as: UTF8.self), forKey: key) == nil
        else { return nil }
      }
      return bytes.last != UInt8(ascii: "\n") || matter.fields.isEmpty ? nil : matter
    } ?? nil
  }

  /// Whether a text begins with a letter, a digit or a slash, ends in no space or colon, has neither `: ` nor ` #`,
  /// and is made of printable ASCII, of Latin letters with marks and of dashes and quotation marks.
  private static func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), 0x80...:
      break
    default: return false
    }
    var previous: UInt8 = 0
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      switch byte {
      case UInt8(ascii: " ") where previous == UInt8(ascii: ":"): return false
      case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return false
      case 0x20...0x7E: break
      // U+00C0 to U+02FF
      case 0xC3...0xCB: place += 1
      case 0xE1:
        // U+1E00 to U+1EFF
        guard place + 2 < text.endIndex, (0xB8...0xBB).contains(text[place + 1]) else { return false }
        place += 2
      case 0xE2:
        // U+2010 to U+2027
        guard place + 2 < text.endIndex, text[place + 1] == 0x80, (0x90...0xA7).contains(text[place + 2])
        else { return false }
        place += 2
      default: return false
      }
      previous = byte
      place += 1
    }
    return previous != UInt8(ascii: " ") && previous != UInt8(ascii: ":")
  }
}
