/// Reads RFC 4180: cells separated by commas, quoted where they hold commas, quotes or line ends.
///
/// LF, CRLF and CR end a record. Where the first line has no comma and has semicolons or tabs, those are taken as
/// separators, so that the rest can be checked too. Never fails; faults are listed in the table.
struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var index = 0
  private var line = 1
  private var column = 1
  private var misplaced: [Position] = []

  /// Reads a text without byte order mark.
  static func read(_ text: String) -> CSVTable {
    var reader = CSVReader(text)
    var records: [[CSVTable.Cell]] = []
    while reader.index < reader.scalars.count {
      let record = reader.record()
      if record.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) { records.append(record) }
    }
    return CSVTable(
      header: records.first ?? [], rows: Array(records.dropFirst()), separator: reader.separator,
      misplacedQuotes: reader.misplaced)
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    let firstLine = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let candidates: [Unicode.Scalar] = [";", "\t"]
    separator = firstLine.contains(",") ? "," : candidates.first(where: firstLine.contains) ?? ","
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var position: Position { Position(line: line, column: column) }

  private mutating func advance() {
    let isLineEnd = scalars[index] == "\n" || (scalars[index] == "\r" && !follows("\n"))
    (line, column) = isLineEnd ? (line + 1, 1) : (line, column + 1)
    index += 1
  }

  private func follows(_ scalar: Unicode.Scalar) -> Bool {
    index + 1 < scalars.count && scalars[index + 1] == scalar
  }

  private mutating func record() -> [CSVTable.Cell] {
    var cells: [CSVTable.Cell] = []
    while true {
      cells.append(current == "\"" ? quotedCell() : plainCell())
      guard current == separator else { break }
      advance()
    }
    if current == "\r" && follows("\n") { advance() }
    if current != nil { advance() }
    return cells
  }

  private var atCellEnd: Bool {
    guard let current else { return true }
    return current == separator || current == "\n" || current == "\r"
  }

  private mutating func plainCell() -> CSVTable.Cell {
    let start = position
    var text = String.UnicodeScalarView()
    while !atCellEnd, let scalar = current {
      if scalar == "\"" { misplaced.append(position) }
      text.append(scalar)
      advance()
    }
    return CSVTable.Cell(text: String(text), position: start, isQuoted: false)
  }

  private mutating func quotedCell() -> CSVTable.Cell {
    let start = position
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current {
      if scalar == "\"" {
        guard follows("\"") else { break }
        advance()
      }
      text.append(scalar)
      advance()
    }
    if current == nil { misplaced.append(start) } else { advance() }
    if !atCellEnd { misplaced.append(position) }
    while !atCellEnd, let scalar = current {
      text.append(scalar)
      advance()
    }
    return CSVTable.Cell(text: String(text), position: start, isQuoted: true)
  }
}
