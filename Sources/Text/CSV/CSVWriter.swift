package import Foundation

/// Writes RFC 4180: cells separated by commas, quoted where they contain commas, quotes or line ends. Each row ends
/// with a line feed.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end. Such a cell gets an apostrophe in
/// front unless it is a plain number, and so does one in which only apostrophes precede one of these. To undo it, take
/// one apostrophe from every cell that begins with apostrophes and one of these.
package enum CSVWriter {
  /// The rows in UTF-8; nil gives an empty cell.
  package static func data(of rows: some Sequence<[String?]>) -> Data {
    var bytes = LongBytes()
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.piece.append(UInt8(ascii: ",")) }
        if let cell { write(cell, to: &bytes.piece) }
      }
      bytes.piece.append(UInt8(ascii: "\n"))
      bytes.moveLongPiece()
    }
    return bytes.end()
  }

  /// The rows as text.
  package static func text(of rows: [[String?]]) -> String {
    String(decoding: data(of: rows), as: UTF8.self)
  }

  private static func write(_ cell: String, to bytes: inout [UInt8]) {
    var cell = cell
    cell.withUTF8 { text in
      let quote = UInt8(ascii: "\"")
      let mark: [UInt8] = isFormula(text) ? [UInt8(ascii: "'")] : []
      guard text.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D })
      else {
        bytes += mark
        bytes += text
        return
      }
      bytes.append(quote)
      bytes += mark
      for byte in text {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  /// Whether a spreadsheet would run a cell, or could once the apostrophes before it are gone.
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text.drop(while: { $0 == UInt8(ascii: "'") }).first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isSignedNumber(text)
    default: false
    }
  }

  /// Whether a text is a sign, digits, and perhaps decimals and an exponent.
  private static func isSignedNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let signs: Set<UInt8> = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    var rest = text[...]
    func dropDigits() -> Bool {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    guard let sign = rest.popFirst(), signs.contains(sign), dropDigits() else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard dropDigits() else { return false }
    }
    if rest.first == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, signs.contains(sign) { rest.removeFirst() }
      guard dropDigits() else { return false }
    }
    return rest.isEmpty
  }
}
