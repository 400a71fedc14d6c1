internal import Text

/// Reads a CSV file row by row into its columns and reports format errors.
struct CSVFileReader {
  let columns: [TableColumn]
  let context: ParseContext

  /// The header of a file, and the chunks of its rows.
  struct Start: Sendable {
    fileprivate let names: [String]
    /// The rows, in chunks that can be read in parallel.
    let rows: [CSVReader.Chunk]
    fileprivate let separator: UInt8
  }

  /// Reads the header.
  ///
  /// - Parameter length: the minimum number of bytes of a chunk, except the last.
  func start(of text: String, chunkLength length: Int = .max) -> Start {
    reading(text) { bytes in
      var reader = CSVReader(bytes)
      let separator = String(Unicode.Scalar(reader.separator))
      if separator != "," { context.report(.csvSeparator(found: separator), at: .start) }
      let cells = reader.next() ? reader.cells : []
      let names = cells.map(reader.text)
      checkHeader(Array(zip(names, cells.map(\.position))))
      reportQuotes(of: reader)
      let rows = reader.remainingChunks(of: reader.misplacedQuotes.isEmpty ? length : .max)
      return Start(names: names, rows: rows, separator: reader.separator)
    }
  }

  /// Reads every row that has as many cells as the header. The columns hold one row at a time.
  ///
  /// - Parameter body: called with the position at which the row starts.
  func forEachRow(of text: String, _ body: (Position) -> Void) {
    let start = start(of: text)
    for rows in start.rows { forEachRow(in: rows, after: start, of: text, body) }
  }

  /// Reads the rows of one chunk.
  ///
  /// - Returns: whether its quotation marks are well placed.
  @discardableResult
  func forEachRow(
    in chunk: CSVReader.Chunk, after start: Start, of text: String, _ body: (Position) -> Void
  ) -> Bool {
    reading(text) { bytes in
      var reader = CSVReader(chunk, of: bytes, separator: start.separator)
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
    // The first of two columns with the same name counts. The cells of an unknown column are only cleaned.
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
        if SwappedText.isFound(vi: text.vi.scalar.text, en: text.en.scalar.text) {
          context.report(.plausibleSwapped, at: text.vi.position)
        }
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
