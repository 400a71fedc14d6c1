internal import Scoring
internal import Text

/// The lines of a data file that share a page.
///
/// The page of a line follows from its number alone, so that links need not know how long the file is.
package struct DataFilePart: Hashable, Sendable {
  package let path: String
  /// From 1.
  package let page: Int

  package init(path: String, page: Int) { (self.path, self.page) = (path, page) }

  /// The part that holds a line.
  init(of line: DataLine) {
    path = line.file
    page = 1 + max(0, line.line - 1 - Self.header(of: line.file)) / Self.size(of: line.file)
  }

  /// All parts of a file, at least one.
  static func all(of path: String, lineCount: Int) -> [DataFilePart] {
    let last = DataFilePart(of: DataLine(file: path, line: max(1, lineCount)))
    return (1...last.page).map { DataFilePart(path: path, page: $0) }
  }

  /// Its 1-based lines, as far as the file has them. The header of a table belongs to its first page.
  var lines: ClosedRange<Int> {
    let (size, header) = (Self.size(of: path), Self.header(of: path))
    return (page == 1 ? 1 : header + (page - 1) * size + 1)...(header + page * size)
  }

  /// A row of a table is shown as a record, a line of any other file as it is.
  static func holdsRecords(_ path: String) -> Bool { path.hasSuffix(".csv") }

  private static func header(of path: String) -> Int { holdsRecords(path) ? 1 : 0 }

  /// How many lines fill a page: as many as a phone still loads and draws at once, because each page is four files.
  private static func size(of path: String) -> Int { holdsRecords(path) ? 200 : 1_000 }
}
