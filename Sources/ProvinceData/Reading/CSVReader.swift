/// A strict reader of RFC 4180 tables that knows the place of each cell.
///
/// Takes LF, CR LF and CR as ends of rows. Rows without any text are left out: Excel writes them for cleared
/// rows.
struct CSVReader {
  /// A cell: its text without the quotes and outer blanks, and where it begins.
  struct Cell {
    let text: String
    let place: Place
  }

  private let path: String
  private let separator: Unicode.Scalar
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var faults: [Place] = []

  /// The rows of a table, and the places of quotation marks that break the rules.
  static func rows(
    of source: SourceText, separator: Unicode.Scalar = ","
  ) -> (rows: [[Cell]], faults: [Place]) {
    var reader = CSVReader(source: source, separator: separator)
    var rows: [[Cell]] = []
    while reader.index < reader.scalars.count {
      let row = reader.readRow()
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return (rows, reader.faults)
  }

  private init(source: SourceText, separator: Unicode.Scalar) {
    path = source.path
    self.separator = separator
    scalars = Array(source.text.unicodeScalars)
  }

  private var place: Place { Place(file: path, line: line, column: column) }
  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    let scalar = scalars[index]
    index += 1
    let isPair = scalar == "\r" && current == "\n"
    if SourceText.isLineEnd(scalar), !isPair { (line, column) = (line + 1, 1) } else { column += 1 }
  }

  private func isRowEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private mutating func readRow() -> [Cell] {
    var cells = [readCell()]
    while current == separator {
      advance()
      cells.append(readCell())
    }
    if current == "\r" { advance() }
    if current == "\n" { advance() }
    return cells
  }

  private mutating func readCell() -> Cell {
    let start = place
    let text = current == "\"" ? readQuoted() : readPlain()
    return Cell(text: CSVReader.trimmed(SourceText.normalised(text)), place: start)
  }

  private mutating func readPlain() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != separator, !isRowEnd(scalar) {
      if scalar == "\"" { faults.append(place) }
      text.append(scalar)
      advance()
    }
    return String(text)
  }

  private mutating func readQuoted() -> String {
    let start = place
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current {
      advance()
      if scalar != "\"" {
        text.append(scalar)
      } else if current == "\"" {
        text.append(scalar)
        advance()
      } else {
        skipAfterQuote()
        return String(text)
      }
    }
    faults.append(start)
    return String(text)
  }

  /// Nothing may stand between a closing quote and the separator.
  private mutating func skipAfterQuote() {
    guard let scalar = current, scalar != separator, !isRowEnd(scalar) else { return }
    faults.append(place)
    while let scalar = current, scalar != separator, !isRowEnd(scalar) { advance() }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return text }
    let tail = scalars.drop { $0.properties.isWhitespace }
    let kept = tail.reversed().drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept.reversed()))
  }
}
