/// The few entities that cmark-gfm writes.
package enum HTMLText {
  /// The text that the entities stand for.
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

  /// Text made safe for an element or an attribute in double quotes.
  package static func escaped(_ text: String) -> String {
    if !text.utf8.contains(where: isSpecial) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 { escape(byte, into: &result) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Adds text made safe for an element or an attribute in quotes of any kind.
  package static func escape(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      for index in bytes.indices where mayBeSpecial(bytes[index]) {
        let byte = bytes[index]
        guard isSpecial(byte) || byte == UInt8(ascii: "'") else { continue }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
        if byte == UInt8(ascii: "'") { output += "&#39;".utf8 } else { escape(byte, into: &output) }
        written = index + 1
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
  }

  /// No letter is; asked first, as most are letters.
  @inline(__always)
  private static func mayBeSpecial(_ byte: UInt8) -> Bool { byte < 0x3F }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22
  }

  private static func escape(_ byte: UInt8, into output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output += "&amp;".utf8
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "\""): output += "&quot;".utf8
    default: output.append(byte)
    }
  }
}
