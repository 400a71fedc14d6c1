/// Reads RFC 4180: cells separated by commas, quoted where they hold commas, quotes or line ends.
///
/// LF, CRLF and CR end a record. Where the first line has no comma and has semicolons or tabs, those are taken as
/// separators, so that the rest can be checked too. Never fails; faults are listed in the table. Works on bytes: all
/// that has a meaning here is ASCII, and a column is a scalar, which is a byte that continues no other.
struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  private var column = 1
  private var misplaced: [Position] = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads a text without byte order mark.
  static func read(_ text: String) -> CSVTable {
    var reader = CSVReader(text)
    var records: [[CSVTable.Cell]] = []
    var width = 0
    while reader.index < reader.bytes.count {
      let record = reader.record(width: width)
      width = record.count
      if record.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) { records.append(record) }
    }
    return CSVTable(
      header: records.first ?? [], rows: Array(records.dropFirst()),
      separator: Unicode.Scalar(reader.separator), misplacedQuotes: reader.misplaced)
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    let firstLine = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let comma = UInt8(ascii: ",")
    separator = firstLine.contains(comma) ? comma : candidates.first(where: firstLine.contains) ?? comma
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var position: Position { Position(line: line, column: column) }

  /// Steps over one byte.
  private mutating func advance() {
    let byte = bytes[index]
    if byte == Self.lineFeed || (byte == Self.carriageReturn && !follows(Self.lineFeed)) {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private func follows(_ byte: UInt8) -> Bool { index + 1 < bytes.count && bytes[index + 1] == byte }

  /// - Parameter width: how many cells there probably are.
  private mutating func record(width: Int) -> [CSVTable.Cell] {
    var cells: [CSVTable.Cell] = []
    cells.reserveCapacity(width)
    while true {
      cells.append(current == Self.quote ? quotedCell() : plainCell())
      guard current == separator else { break }
      advance()
    }
    if current == Self.carriageReturn && follows(Self.lineFeed) { advance() }
    if current != nil { advance() }
    return cells
  }

  private var atCellEnd: Bool {
    guard let current else { return true }
    return current == separator || current == Self.lineFeed || current == Self.carriageReturn
  }

  private mutating func plainCell() -> CSVTable.Cell {
    let (start, first) = (position, index)
    while !atCellEnd {
      if bytes[index] == Self.quote { misplaced.append(position) }
      advance()
    }
    return CSVTable.Cell(
      text: String(decoding: bytes[first..<index], as: UTF8.self), position: start, isQuoted: false)
  }

  private mutating func quotedCell() -> CSVTable.Cell {
    let start = position
    advance()
    var first = index
    // What stands before a doubled quotation mark or behind the closing one.
    var pieces: [UInt8] = []
    while let byte = current {
      if byte == Self.quote {
        guard follows(Self.quote) else { break }
        pieces += bytes[first..<index]
        advance()
        first = index
      }
      advance()
    }
    let last = index
    if current == nil { misplaced.append(start) } else { advance() }
    if atCellEnd, pieces.isEmpty {
      return CSVTable.Cell(
        text: String(decoding: bytes[first..<last], as: UTF8.self), position: start, isQuoted: true)
    }
    pieces += bytes[first..<last]
    if !atCellEnd { misplaced.append(position) }
    first = index
    while !atCellEnd { advance() }
    pieces += bytes[first..<index]
    return CSVTable.Cell(
      text: String(decoding: pieces, as: UTF8.self), position: start, isQuoted: true)
  }
}
