internal import Foundation
internal import GFM
internal import Pages
internal import Text

/// A table for people and programs, from which the text, Markdown, CSV and JSON of a report are made.
package struct ReportTable {
  /// A cell: the text for people and the value for programs.
  struct ReportCell {
    let text: String
    let value: JSONValue

    init(_ text: String, _ value: JSONValue) {
      self.text = text
      self.value = value
    }

    init(_ text: String) { self.init(text, .string(text)) }
  }

  /// The columns: a header for people and a key for programs.
  let columns: [(header: String, key: String)]
  let rows: [[ReportCell]]

  /// Text columns padded to equal width.
  var text: String {
    let all = [columns.map(\.header)] + rows.map { $0.map(\.text) }
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return cells.joined(separator: "  ").trimmingTrailingSpaces
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
  }

  /// A GFM table.
  var markdown: String {
    get throws {
      var document = MarkdownDocument()
      try document.table(
        columns: columns.map { MarkdownColumn(.text($0.header)) },
        rows: rows.map { $0.map { .text($0.text) } })
      return document.text
    }
  }

  /// RFC 4180, with the keys as header.
  var csv: String { CSVWriter.text(of: [columns.map(\.key)] + rows.map { $0.map(\.value.plain) }) }

  /// An array of objects, with keys in column order.
  var json: JSONValue {
    .array(rows.map { row in .object(zip(columns, row).map { ($0.key, $1.value) }) })
  }
}

extension JSONValue {
  /// The value as a CSV cell; nil for null.
  fileprivate var plain: String? {
    switch self {
    case .null: nil
    case .number(let text), .string(let text): text
    case .bool(let value): value ? "true" : "false"
    case .array, .object, .lines: String(document.dropLast())
    case .line(let value): value.plain
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var result = Substring(self)
    while result.hasSuffix(" ") { result.removeLast() }
    return String(result)
  }
}
