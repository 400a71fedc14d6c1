package import Foundation

/// A JSON value that keeps the order of its keys, so that equal values give equal bytes.
package enum JSONValue {
  case null
  /// A number, or any other JSON, inserted verbatim.
  case number(String)
  case string(String)
  case bool(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// The same value, written on one line.
  indirect case line(JSONValue)
  /// An array with one line per item. Items are made one by one to save memory.
  case lines(count: Int, (Int) -> JSONValue)

  /// A whole number; null for nil.
  package static func integer(_ value: (some BinaryInteger)?) -> JSONValue {
    value.map { .number("\($0)") } ?? .null
  }

  /// A string; null for nil.
  package static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// The JSON, indented by two spaces, with a line feed at the end.
  package var document: String { String(decoding: data, as: UTF8.self) }

  /// The document in UTF-8.
  package var data: Data {
    var bytes = LongBytes()
    write(to: &bytes, lineEnd: [UInt8(ascii: "\n")])
    bytes.piece.append(UInt8(ascii: "\n"))
    return bytes.end()
  }

  /// Appends the value.
  ///
  /// - Parameter lineEnd: the line feed and the indentation after it; nil to write on one line.
  private func write(to bytes: inout LongBytes, lineEnd: [UInt8]?) {
    switch self {
    case .null: bytes.piece += "null".utf8
    case .number(let text): bytes.piece += text.utf8
    case .bool(let flag): bytes.piece += (flag ? "true" : "false").utf8
    case .string(let text): Self.write(text, to: &bytes.piece)
    case .array(let items):
      Self.write("[", "]", items.count, to: &bytes, lineEnd) { items[$0].write(to: &$1, lineEnd: $2) }
    case .object(let members):
      Self.write("{", "}", members.count, to: &bytes, lineEnd) { index, bytes, lineEnd in
        Self.write(members[index].0, to: &bytes.piece)
        bytes.piece += ": ".utf8
        members[index].1.write(to: &bytes, lineEnd: lineEnd)
      }
    case .line(let value): value.write(to: &bytes, lineEnd: nil)
    case .lines(let count, let item):
      Self.write("[", "]", count, to: &bytes, lineEnd) { index, bytes, _ in
        item(index).write(to: &bytes, lineEnd: nil)
        bytes.moveLongPiece()
      }
    }
  }

  private static func write(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ count: Int, to bytes: inout LongBytes,
    _ lineEnd: [UInt8]?, item: (Int, inout LongBytes, [UInt8]?) -> Void
  ) {
    let deeper = lineEnd.map { $0 + "  ".utf8 }
    bytes.piece.append(UInt8(ascii: opening))
    for index in 0..<count {
      if index > 0 { bytes.piece.append(UInt8(ascii: ",")) }
      if let deeper { bytes.piece += deeper } else if index > 0 { bytes.piece.append(UInt8(ascii: " ")) }
      item(index, &bytes, deeper)
    }
    if let lineEnd, count > 0 { bytes.piece += lineEnd }
    bytes.piece.append(UInt8(ascii: closing))
  }

  /// Appends a string in quotation marks.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      bytes.append(UInt8(ascii: "\""))
      var written = 0
      for (index, byte) in text.enumerated() where needsEscape(byte) {
        bytes += text[written..<index]
        written = index + 1
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        default: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        }
      }
      bytes += text[written...]
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }
}
