/// Escapes and decodes text in HTML, XML and SVG.
package enum MarkupText {
  /// Decodes the entities that cmark-gfm writes.
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      let known = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
      if let (entity, character) = known.first(where: { rest.hasPrefix($0.0) }) {
        result += character
        rest = rest.dropFirst(entity.count)
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// Escapes text for an element or attribute; characters that XML does not allow become U+FFFD.
  ///
  /// - Parameter apostrophes: whether to escape them too, for an attribute in single quotes.
  package static func escaped(_ text: String, apostrophes: Bool = false) -> String {
    guard text.utf8.contains(where: mayBeSpecial) else { return text }
    var output: [UInt8] = []
    escape(text, apostrophes: apostrophes, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the escaped text in UTF-8.
  package static func escape(_ text: String, apostrophes: Bool = false, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      for index in bytes.indices where mayBeSpecial(bytes[index]) {
        guard let (replacement, count) = replacement(at: index, of: bytes, apostrophes) else { continue }
        output += bytes[written..<index]
        output += replacement.utf8
        written = index + count
      }
      output += bytes[written...]
    }
  }

  /// A quick filter, because few bytes are special.
  @inline(__always)
  private static func mayBeSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), 0xEF:
      true
    default: false
    }
  }

  /// The replacement of the character that starts at a byte, and its length in bytes; nil when it needs none.
  private static func replacement(
    at index: Int, of bytes: UnsafeBufferPointer<UInt8>, _ apostrophes: Bool
  ) -> (text: String, count: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case UInt8(ascii: "'"): apostrophes ? ("&#39;", 1) : nil
    // Control characters, U+FFFE and U+FFFF are not in `Char` of XML 1.0, section 2.2.
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20: ("\u{FFFD}", 1)
    case 0xEF where bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}
