internal import Text

/// Reads the rows of a CSV file one after another, holds them against their columns and reports faults of form.
struct CSVFileReader {
  let columns: [KeyShape]
  /// What the cells are held against.
  let check: ShapeCheck

  private var file: String { check.file }
  private var log: FindingLog { check.log }

  /// What the text of a file begins with, and what follows.
  struct Start: Sendable {
    let header: CSVHeader
    /// The rows, in pieces that can be read side by side.
    let rows: [CSVReader.Piece]
    fileprivate let separator: UInt8
  }

  /// Reads the header.
  ///
  /// - Parameter length: how many bytes a piece has at least, but the last.
  func start(of text: String, pieces length: Int = .max) -> Start {
    reading(text) { bytes in
      var reader = CSVReader(bytes)
      let separator = String(Unicode.Scalar(reader.separator))
      if separator != "," { log.report(.csvSeparator(found: separator), in: file, at: .start) }
      let cells = reader.next() ? reader.cells : []
      let names = cells.map(reader.text)
      checkHeader(Array(zip(names, cells.map(\.position))))
      reportQuotes(of: reader)
      let rows = reader.rest(inPiecesOf: reader.misplacedQuotes.isEmpty ? length : .max)
      return Start(header: CSVHeader(names: names), rows: rows, separator: reader.separator)
    }
  }

  /// Gives every row that has as many cells as the header. Nothing of a row is held when the next is read.
  func forEachRecord(of text: String, _ body: (Record) -> Void) {
    let start = start(of: text)
    for rows in start.rows { forEachRecord(in: rows, after: start, of: text, body) }
  }

  /// The same of a piece.
  ///
  /// - Returns: whether its quotation marks stand where they should.
  @discardableResult
  func forEachRecord(
    in piece: CSVReader.Piece, after start: Start, of text: String, _ body: (Record) -> Void
  ) -> Bool {
    reading(text) { bytes in
      var reader = CSVReader(piece, of: bytes, separator: start.separator)
      forEachRecord(of: &reader, start.header, body)
      reportQuotes(of: reader)
      return reader.misplacedQuotes.isEmpty
    }
  }

  private func reading<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  private func reportQuotes(of reader: CSVReader) {
    for position in reader.misplacedQuotes { log.report(.csvQuote, in: file, at: position) }
  }

  private func forEachRecord(of reader: inout CSVReader, _ header: CSVHeader, _ body: (Record) -> Void) {
    var rowCheck = RowCheck(columns: columns, header: header, check: check)
    let cleaner = ScalarCleaner(file: file, log: log)
    let empty = Scalar(text: "", position: .start, isQuoted: false)
    var row = Array(repeating: empty, count: header.names.count)
    while reader.next() {
      let start = reader.cells.first?.position ?? .start
      guard reader.cells.count == row.count else {
        log.report(.csvRowLength(found: reader.cells.count, expected: row.count), in: file, at: start)
        continue
      }
      for place in row.indices {
        let cell = reader.cells[place]
        reader.withBytes(of: cell) { bytes in
          // Most cells repeat the one above, whose text is clean.
          if row[place].text.isEncoded(as: bytes) {
            row[place].position = cell.position
            row[place].isQuoted = cell.isQuoted
          } else {
            row[place] = cleaner.clean(bytes, at: cell.position, isQuoted: cell.isQuoted)
          }
        }
      }
      rowCheck.check(row, at: start)
      body(Record(cells: row, header: header, position: start, file: file))
    }
  }

  private func checkHeader(_ header: [(text: String, position: Position)]) {
    let expected = columns.map(\.name)
    guard header.map(\.text) != expected else { return }
    let missing = expected.filter { name in !header.contains { $0.text == name } }
    var seen: Set<String> = []
    var faulty = false
    for cell in header where !expected.contains(cell.text) || !seen.insert(cell.text).inserted {
      let nearest = NearestWord.find(cell.text, in: missing)
      log.report(.csvHeaderUnknown(column: cell.text, nearest: nearest), in: file, at: cell.position)
      faulty = true
    }
    for name in missing { log.report(.csvHeaderMissing(column: name), in: file, at: .start) }
    guard !faulty, missing.isEmpty else { return }
    if let (cell, name) = zip(header, expected).first(where: { $0.text != $1 }) {
      log.report(.csvHeaderOrder(expected: name), in: file, at: cell.position)
    }
  }
}

extension String {
  /// Whether these bytes are its UTF-8.
  fileprivate func isEncoded(as bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.count == bytes.count && utf8.withContiguousStorageIfAvailable { $0.holdsSame(as: bytes) } == true
  }
}
