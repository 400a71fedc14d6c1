package import Text

/// A table of the open data, written as CSV and JSON.
package struct OpenDataTable: Sendable {
  /// A column and its documentation.
  package struct Column: Sendable {
    /// The name, in snake case.
    package let name: String
    /// What it holds, with unit and what an empty cell means.
    package let meaning: LocalizedText
    /// Whether JSON writes the value as a number or truth value rather than text.
    package let isLiteral: Bool

    init(_ name: String, _ vi: String, _ en: String, isLiteral: Bool = false) {
      self.name = name
      meaning = LocalizedText(vi: vi, en: en)
      self.isLiteral = isLiteral
    }
  }

  /// The name of the files without ending, `targets`.
  package let name: String
  /// What a row is.
  package let meaning: LocalizedText
  /// The columns.
  package let columns: [Column]
  /// The rows; nil is unknown or not applicable.
  package let rows: [[String?]]

  /// RFC 4180, UTF-8 with line feeds, an empty cell for what is not known.
  package var csv: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: columns.map(\.name).joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
    for row in rows {
      for (index, value) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        if let value { bytes.append(cell: value) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// An array of objects, `null` for what is not known; keys in the order of the columns.
  package var json: [UInt8] {
    JSONValue.lines(count: rows.count) { row in
      .object(
        zip(columns, rows[row]).map { column, value in
          (column.name, column.isLiteral ? value.map { .number($0) } ?? .null : .text(value))
        })
    }.bytes
  }
}

extension [UInt8] {
  /// Appends a cell of a CSV file, in quotation marks where it needs them.
  fileprivate mutating func append(cell: String) {
    var cell = cell
    cell.withUTF8 { text in
      let quote = UInt8(ascii: "\"")
      guard text.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D })
      else {
        append(contentsOf: text)
        return
      }
      append(quote)
      for byte in text {
        if byte == quote { append(quote) }
        append(byte)
      }
      append(quote)
    }
  }
}
