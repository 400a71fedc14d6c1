package import Text

/// A table of the open data, written as CSV and JSON.
package struct OpenDataTable: Sendable {
  /// A column and its documentation.
  package struct OpenDataColumn: Encodable, Sendable {
    /// The name, in snake case.
    package let name: String
    /// What it holds, with unit and what an empty cell means.
    package let meaning: LocalizedText
    /// Whether JSON writes the value as a number or truth value rather than text.
    package let isLiteral: Bool

    package init(_ name: String, _ vi: String, _ en: String, isLiteral: Bool = false) {
      self.name = name
      meaning = LocalizedText(vi: vi, en: en)
      self.isLiteral = isLiteral
    }
  }

  /// What a table is and how large, without its rows.
  package struct Summary: Encodable, Sendable {
    package let name: String
    package let meaning: LocalizedText
    package let columns: [OpenDataColumn]
    package let rowCount: Int
  }

  /// The name of the files without ending, `targets`.
  package let name: String
  /// What a row is.
  package let meaning: LocalizedText
  /// The columns.
  package let columns: [OpenDataColumn]
  /// The rows; nil is unknown or not applicable.
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

  /// RFC 4180, UTF-8 with line feeds, an empty cell for what is not known.
  package var csv: [UInt8] { CSVWriter.bytes(of: [columns.map(\.name)] + rows) }

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
