internal import Scoring

/// A place in a data file, for findings.
struct Place: Hashable {
  /// The file, relative to the data folder.
  let file: String
  /// The 1-based line.
  let line: Int
  /// The 1-based column, in Unicode scalars.
  let column: Int

  init(file: String, line: Int = 1, column: Int = 1) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// The place without its column, as the model keeps it.
  var dataLine: DataLine { DataLine(file: file, line: line) }
}
