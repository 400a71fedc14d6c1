/// A place in a text file.
package struct Position: Hashable {
  /// The 1-based line.
  package let line: Int
  /// The 1-based column, counted in Unicode scalars.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where findings about a file as a whole stand.
  package static let start = Position(line: 1, column: 1)

  /// The place that many scalars further on the same line.
  package func moved(by scalars: Int) -> Position { Position(line: line, column: column + scalars) }
}

/// A single value as it stands in a file.
package struct Scalar {
  /// The value: NFC, without stray whitespace.
  package let text: String
  /// Where it begins; where it is missing, where it would stand.
  package var position: Position
  /// Whether it stands in quotes (YAML only).
  package var isQuoted: Bool

  package init(text: String, position: Position, isQuoted: Bool) {
    self.text = text
    self.position = position
    self.isQuoted = isQuoted
  }
}
