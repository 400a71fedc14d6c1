internal import Text

/// Reads a CSV file row by row into its columns and reports format errors.
struct CSVFileReader {
  let columns: [TableColumn]
  let context: ParseContext

  /// The chunks of the rows of a file.
  struct Start: Sendable {
    /// The rows, in chunks that can be read in parallel.
    let rows: [CSVReader.Chunk]
    fileprivate let separator: UInt8
  }

  /// Reads the header. If it is not that of the columns, there is one finding and no rows.
  ///
  /// - Parameter length: the minimum number of bytes of a chunk, except the last.
  func start(of text: String, chunkLength length: Int = .max) -> Start {
    reading(text) { bytes in
      var reader = CSVReader(bytes)
      let cells = reader.next() ? reader.cells.map { (text: reader.text(of: $0), position: $0.position) } : []
      let header = TableHeader(expected: columns.map(\.key.name))
      if let fault = header.fault(cells, reader.separator, of: text) {
        context.report(fault.rule, at: fault.position)
        context.uses.markIncomplete()
        return Start(rows: [], separator: reader.separator)
      }
      if let variant = header.variant(in: cells) { context.report(variant.rule, at: variant.position) }
      reportQuote(of: reader)
      // Rows are counted from the first one on in files that may have too many.
      let isDivisible = reader.misplacedQuotes.isEmpty && !Self.hasManyLines(bytes)
      return Start(
        rows: reader.remainingChunks(of: isDivisible ? length : .max), separator: reader.separator)
    }
  }

  private static func hasManyLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > FileKind.mostRecords
      && bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } > FileKind.mostRecords
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
      forEachRow(of: &reader, body)
      return reader.misplacedQuotes.isEmpty
    }
  }

  private func reading<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
  }

  /// Reports the first misplaced quotation mark after the known ones.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  private func reportQuote(of reader: CSVReader, after known: Int = 0) -> Bool {
    guard let position = reader.misplacedQuotes.dropFirst(known).first else { return false }
    context.report(.csvQuote, at: position)
    return true
  }

  private func forEachRow(of reader: inout CSVReader, _ body: (Position) -> Void) {
    let texts = columns.filter { $0.key.name.hasSuffix("_vi") }.compactMap { vi in
      columns.first { $0.key.name == vi.key.name.dropLast(2) + "en" }.map { (vi: vi, en: $0) }
    }
    let cleaner = ScalarCleaner(ofCellsIn: context.file, log: context.log)
    var (count, known) = (0, 0)
    while reader.next() {
      let start = reader.cells.first?.position ?? .start
      count += 1
      guard count <= FileKind.mostRecords else {
        context.report(.fileTooManyRecords(most: FileKind.mostRecords), at: start)
        context.uses.markIncomplete()
        break
      }
      // A misplaced quotation mark tears the cells of its row.
      let isTorn = reportQuote(of: reader, after: known)
      known = reader.misplacedQuotes.count
      guard reader.cells.count == columns.count else {
        if !isTorn {
          context.report(.csvRowLength(found: reader.cells.count, expected: columns.count), at: start)
        }
        context.uses.markIncomplete()
        continue
      }
      for place in columns.indices {
        let cell = reader.cells[place]
        reader.withBytes(of: cell) { columns[place].read($0, cell, cleaner, context) }
      }
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
    reportQuote(of: reader, after: known)
  }
}
