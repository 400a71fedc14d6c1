internal import Foundation
package import Scoring

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
  package var csv: String {
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    for row in rows {
      for (index, value) in row.enumerated() {
        if index > 0 { text += "," }
        if let value { text += OpenDataTable.cell(value) }
      }
      text += "\n"
    }
    return text
  }

  /// An array of objects, `null` for what is not known; keys in the order of the columns.
  package var json: String {
    let names = columns.map { "\"\($0.name)\": " }
    var text = "[\n"
    for (number, row) in rows.enumerated() {
      text += number == 0 ? "  {" : ",\n  {"
      for (index, (column, value)) in zip(columns, row).enumerated() {
        if index > 0 { text += ", " }
        text += names[index]
        text += OpenDataTable.literal(value, isLiteral: column.isLiteral)
      }
      text += "}"
    }
    return text + "\n]\n"
  }

  private static func cell(_ value: String) -> String {
    let needsQuotes = value.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if !needsQuotes { return value }
    let pieces = value.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    return "\"" + pieces.map { String(Substring($0)) }.joined(separator: "\"\"") + "\""
  }

  private static func literal(_ value: String?, isLiteral: Bool) -> String {
    guard let value else { return JSONValue.null.text() }
    return isLiteral ? value : JSONValue.string(value).text()
  }
}
