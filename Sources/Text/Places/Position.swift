/// A position in a text file.
package struct Position: Hashable {
  /// The 1-based line.
  package let line: Int
  /// The 1-based column, counted in Unicode scalars.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position of findings about a whole file.
  package static let start = Position(line: 1, column: 1)

  /// The position this many scalars further on the same line.
  package func moved(by scalars: Int) -> Position { Position(line: line, column: column + scalars) }
}

/// A scalar value in a file.
package struct Scalar {
  /// The value, in NFC and without stray whitespace.
  package let text: String
  /// Its start; for a missing value, where it would be.
  package var position: Position
  /// Whether it is quoted.
  package var isQuoted: Bool
  /// Whether a finding says that it cannot be used.
  package var isRefused = false

  package init(text: String, position: Position, isQuoted: Bool) {
    self.text = text
    self.position = position
    self.isQuoted = isQuoted
  }
}
