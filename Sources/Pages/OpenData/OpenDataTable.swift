package import Foundation
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
  package let rowCount: Int
  /// The cells of a row by its index; nil for what is unknown or does not apply.
  private let cells: @Sendable (Int) -> [String?]

  /// A table with one row for each item. Rows are made when they are written, because all of them take much memory.
  package init<Item: Sendable>(
    name: String, meaning: LocalizedText, columns: [OpenDataColumn], items: [Item],
    cells: @escaping @Sendable (Item) -> [String?]
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    rowCount = items.count
    self.cells = { cells(items[$0]) }
  }

  package init(name: String, meaning: LocalizedText, columns: [OpenDataColumn], rows: [[String?]]) {
    self.init(name: name, meaning: meaning, columns: columns, items: rows) { $0 }
  }

  package var summary: Summary {
    Summary(name: name, meaning: meaning, columns: columns, rowCount: rowCount)
  }

  /// RFC 4180, UTF-8 with line feeds; an empty cell for an unknown value.
  package var csv: Data {
    CSVWriter.data(of: (-1..<rowCount).lazy.map { $0 < 0 ? columns.map(\.name) : cells($0) })
  }

  /// An array of objects with keys in the order of the columns; `null` for an unknown value.
  package var json: Data {
    JSONValue.lines(count: rowCount) { row in
      .object(
        zip(columns, cells(row)).map { column, value in
          (column.name, column.isLiteral ? value.map { .number($0) } ?? .null : .text(value))
        })
    }.data
  }
}
