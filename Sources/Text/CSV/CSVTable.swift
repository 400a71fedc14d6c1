/// The cells of a comma-separated text with their positions, for texts small enough to hold as a whole.
package struct CSVTable {
  /// One cell, unquoted.
  package struct CSVCell {
    package let text: String
    /// The start of the cell; its opening quote, if it has one.
    package let position: Position
    package let isQuoted: Bool
  }

  package let header: [CSVCell]
  /// The other records that are not blank.
  package let rows: [[CSVCell]]
  /// The separator of cells: a comma, or the character used instead.
  package let separator: Unicode.Scalar
  /// Misplaced or unclosed quotation marks.
  package let misplacedQuotes: [Position]

  /// Reads a text without a byte order mark.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { bytes in
      var reader = CSVReader(bytes)
      var records: [[CSVCell]] = []
      while reader.next() {
        records.append(
          reader.cells.map {
            CSVCell(text: reader.text(of: $0), position: $0.position, isQuoted: $0.isQuoted)
          })
      }
      return CSVTable(
        header: records.first ?? [], rows: Array(records.dropFirst()),
        separator: Unicode.Scalar(reader.separator), misplacedQuotes: reader.misplacedQuotes)
    }
  }

  private init(
    header: [CSVCell], rows: [[CSVCell]], separator: Unicode.Scalar, misplacedQuotes: [Position]
  ) {
    self.header = header
    self.rows = rows
    self.separator = separator
    self.misplacedQuotes = misplacedQuotes
  }
}
