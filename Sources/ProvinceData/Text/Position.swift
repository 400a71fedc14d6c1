/// A place in a text file.
struct Position: Hashable, Comparable {
  /// The 1-based line.
  let line: Int
  /// The 1-based column, counted in Unicode scalars.
  let column: Int

  /// Where findings about a file as a whole stand.
  static let start = Position(line: 1, column: 1)

  /// The place so many scalars further on the same line.
  func moved(by scalars: Int) -> Position { Position(line: line, column: column + scalars) }

  static func < (left: Self, right: Self) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A single value as it stands in a file.
struct Scalar {
  /// The value: NFC, without stray whitespace.
  let text: String
  /// Where it begins; where it is missing, where it would stand.
  var position: Position
  /// Whether it stands in quotes (YAML only).
  var isQuoted: Bool
}
