internal import Text

/// Reads the rows of a CSV file one after another into its columns and reports faults of form.
struct CSVFileReader {
  let columns: [TableColumn]
  let context: ParseContext

  /// What the text of a file begins with, and what follows.
  struct Start: Sendable {
    fileprivate let names: [String]
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
      if separator != "," { context.report(.csvSeparator(found: separator), at: .start) }
      let cells = reader.next() ? reader.cells : []
      let names = cells.map(reader.text)
      checkHeader(Array(zip(names, cells.map(\.position))))
      reportQuotes(of: reader)
      let rows = reader.rest(inPiecesOf: reader.misplacedQuotes.isEmpty ? length : .max)
      return Start(names: names, rows: rows, separator: reader.separator)
    }
  }

  /// Reads every row that has as many cells as the header. The columns hold one row, until the next is read.
  ///
  /// - Parameter body: takes the place where the row begins.
  func forEachRow(of text: String, _ body: (Position) -> Void) {
    let start = start(of: text)
    for rows in start.rows { forEachRow(in: rows, after: start, of: text, body) }
  }

  /// The same of a piece.
  ///
  /// - Returns: whether its quotation marks stand where they should.
  @discardableResult
  func forEachRow(
    in piece: CSVReader.Piece, after start: Start, of text: String, _ body: (Position) -> Void
  ) -> Bool {
    reading(text) { bytes in
      var reader = CSVReader(piece, of: bytes, separator: start.separator)
      forEachRow(of: &reader, start.names, body)
      reportQuotes(of: reader)
      return reader.misplacedQuotes.isEmpty
    }
  }

  private func reading<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  private func reportQuotes(of reader: CSVReader) {
    for position in reader.misplacedQuotes { context.report(.csvQuote, at: position) }
  }

  private func forEachRow(of reader: inout CSVReader, _ names: [String], _ body: (Position) -> Void) {
    // Of two columns of one name the first counts; one that is not known is only cleaned.
    let placed = names.indices.map { place -> TableColumn in
      let isFirst = names.firstIndex(of: names[place]) == place
      let known = isFirst ? columns.first { $0.key.name == names[place] } : nil
      return known ?? ValueColumn.optional("", .prose, "", "")
    }
    let missing = columns.filter { !names.contains($0.key.name) }
    let texts = columns.filter { $0.key.name.hasSuffix("_vi") }.compactMap { vi in
      columns.first { $0.key.name == vi.key.name.dropLast(2) + "en" }.map { (vi: vi, en: $0) }
    }
    let cleaner = ScalarCleaner(file: context.file, log: context.log)
    while reader.next() {
      let start = reader.cells.first?.position ?? .start
      guard reader.cells.count == placed.count else {
        context.report(.csvRowLength(found: reader.cells.count, expected: placed.count), at: start)
        continue
      }
      for place in placed.indices {
        let cell = reader.cells[place]
        reader.withBytes(of: cell) { placed[place].read($0, cell, cleaner, context) }
      }
      for column in missing { column.readNothing(at: start, context) }
      for text in texts {
        let hasVi = text.vi.isFilled
        guard hasVi != text.en.isFilled || (text.vi.key.isRequired && !hasVi) else { continue }
        context.report(
          .textOneLanguage(missing: hasVi ? .english : .vietnamese),
          at: hasVi ? text.en.position : text.vi.position)
      }
      body(start)
    }
  }

  private func checkHeader(_ header: [(text: String, position: Position)]) {
    let expected = columns.map(\.key.name)
    guard header.map(\.text) != expected else { return }
    let missing = expected.filter { name in !header.contains { $0.text == name } }
    var seen: Set<String> = []
    var faulty = false
    for cell in header where !expected.contains(cell.text) || !seen.insert(cell.text).inserted {
      let nearest = NearestWord.find(cell.text, in: missing)
      context.report(.csvHeaderUnknown(column: cell.text, nearest: nearest), at: cell.position)
      faulty = true
    }
    for name in missing { context.report(.csvHeaderMissing(column: name), at: .start) }
    guard !faulty, missing.isEmpty else { return }
    if let (cell, name) = zip(header, expected).first(where: { $0.text != $1 }) {
      context.report(.csvHeaderOrder(expected: name), at: cell.position)
    }
  }
}
