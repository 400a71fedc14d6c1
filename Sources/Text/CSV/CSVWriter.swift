/// Writes RFC 4180: cells separated by commas, quoted where they contain commas, quotes or line ends. Each row ends
/// with a line feed.
package enum CSVWriter {
  /// The rows in UTF-8; nil gives an empty cell.
  package static func bytes(of rows: [[String?]]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if let cell { write(cell, to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The rows as text.
  package static func text(of rows: [[String?]]) -> String {
    String(decoding: bytes(of: rows), as: UTF8.self)
  }

  private static func write(_ cell: String, to bytes: inout [UInt8]) {
    var cell = cell
    cell.withUTF8 { text in
      let quote = UInt8(ascii: "\"")
      guard text.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D })
      else {
        bytes += text
        return
      }
      bytes.append(quote)
      for byte in text {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }
}
