/// A comma-separated file as cells with their places.
struct CSVTable {
  /// One cell, unquoted.
  struct Cell {
    let text: String
    /// Where the cell begins; its opening quote, if it has one.
    let position: Position
    let isQuoted: Bool
  }

  /// The first record.
  let header: [Cell]
  /// The other records that are not blank.
  let rows: [[Cell]]
  /// What separates cells: a comma, or the character used in its place.
  let separator: Unicode.Scalar
  /// Misplaced or unclosed quotation marks.
  let misplacedQuotes: [Position]
}
