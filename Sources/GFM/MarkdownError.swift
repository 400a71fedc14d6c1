/// What can go wrong when Markdown is written or turned into HTML.
package enum MarkdownError: Error, Hashable, Sendable {
  /// The installed cmark-gfm has no extension of this name ("table", "tagfilter", …).
  case extensionMissing(name: String)

  /// cmark-gfm gave no result at this step: "parser", "document" or "html".
  case noResult(step: String)

  /// A table without columns cannot be written.
  case tableWithoutColumns

  /// A table row has `found` cells where the table has `expected` columns; `row` counts the body rows
  /// from 1. cmark-gfm would drop or invent cells without a word.
  case tableRowWidth(row: Int, found: Int, expected: Int)
}

extension MarkdownError: CustomStringConvertible {
  /// One English sentence naming what was found and what was expected.
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
