/// An error in writing or rendering Markdown.
package enum MarkdownError: Error, Hashable, Sendable {
  /// The installed cmark-gfm has no extension of this name ("table", "tagfilter", …).
  case extensionMissing(name: String)

  /// cmark-gfm gave no result at this step: "parser", "document", "html", or the "table" that a part continues.
  case noResult(step: String)

  /// A table without columns cannot be written.
  case tableWithoutColumns

  /// A table row has `found` cells where the table has `expected` columns; `row` counts the body rows from 1.
  /// cmark-gfm would silently drop or add cells.
  case tableRowWidth(row: Int, found: Int, expected: Int)
}

extension MarkdownError: CustomStringConvertible {
  /// One English sentence that says what was found and what was expected.
  package var description: String {
    switch self {
    case .extensionMissing(let name):
      "cmark-gfm has no extension \"\(name)\"; install libcmark-gfm-extensions"
    case .noResult(let step):
      "cmark-gfm returned no \(step)"
    case .tableWithoutColumns:
      "a table needs at least one column"
    case .tableRowWidth(let row, let found, let expected):
      "table row \(row) has \(found) cells, expected \(expected)"
    }
  }
}
