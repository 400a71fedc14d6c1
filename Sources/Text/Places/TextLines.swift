/// The lines of a text without their ends. CRLF, LF and a lone CR end a line. There is no empty last line.
package enum TextLines {
  /// All lines.
  package static func all(of text: String) -> [String] {
    var lines: [String] = []
    forEach(of: text) { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  /// Calls `body` with the UTF-8 of each line in turn.
  package static func forEach(of text: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let rest = bytes[start...]
        let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        body(rest[..<end])
        let isPair = bytes[end...].starts(with: "\r\n".utf8)
        start = end + (isPair ? 2 : 1)
      }
    }
  }
}
