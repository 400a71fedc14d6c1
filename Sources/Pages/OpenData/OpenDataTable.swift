package import Text

/// A table of the open data, written as CSV and JSON.
package struct OpenDataTable: Sendable {
  /// A column and its documentation.
  package struct OpenDataColumn: Encodable, Sendable {
    /// The name, in snake case.
    package let name: String
    /// What it holds, its unit and what an empty cell means.
    package let meaning: LocalizedText
    /// Whether JSON holds the value as a number or Boolean rather than a string.
    package let isLiteral: Bool

    package init(_ name: String, _ vi: String, _ en: String, isLiteral: Bool = false) {
      self.name = name
      meaning = LocalizedText(vi: vi, en: en)
      self.isLiteral = isLiteral
    }
  }

  /// The documentation of a table and its row count.
  package struct Summary: Encodable, Sendable {
    package let name: String
    package let meaning: LocalizedText
    package let columns: [OpenDataColumn]
    package let rowCount: Int
  }

  /// The file name without extension, `targets`.
  package let name: String
  /// What a row is.
  package let meaning: LocalizedText
  package let columns: [OpenDataColumn]
  /// The rows; a nil cell is unknown or not applicable.
  package let rows: [[String?]]

  package init(name: String, meaning: LocalizedText, columns: [OpenDataColumn], rows: [[String?]]) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.rows = rows
  }

  package var summary: Summary {
    Summary(name: name, meaning: meaning, columns: columns, rowCount: rows.count)
  }

  /// RFC 4180, UTF-8 with line feeds; an empty cell for an unknown value.
  package var csv: [UInt8] { CSVWriter.bytes(of: [columns.map(\.name)] + rows) }

  /// An array of objects with keys in the order of the columns; `null` for an unknown value.
  package var json: [UInt8] {
    JSONValue.lines(count: rows.count) { row in
      .object(
        zip(columns, rows[row]).map { column, value in
          (column.name, column.isLiteral ? value.map { .number($0) } ?? .null : .text(value))
        })
    }.bytes
  }
}
