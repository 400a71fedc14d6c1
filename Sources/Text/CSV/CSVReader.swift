/// Reads RFC 4180: cells separated by commas, quoted where they contain commas, quotes or line ends.
///
/// LF, CRLF and CR end a record. If the first line has no comma but semicolons or tabs, those are taken as
/// separators, so that the rest can be checked too. Reading never fails; faults are listed. It works on bytes,
/// because all syntax is ASCII; columns count scalars, so continuation bytes are skipped. It holds one record at a
/// time, whose cells are ranges of the text, so memory does not grow with the text.
package struct CSVReader {
  /// One cell of the last record read.
  package struct RawCell {
    /// The start of the cell; its opening quote, if it has one.
    package let position: Position
    package let isQuoted: Bool
    /// The range of its bytes, without quotes, in the text or in the unescaped bytes.
    fileprivate let range: Range<Int>
    fileprivate let isUnescaped: Bool
  }

  /// The cells of the last record read.
  package private(set) var cells: [RawCell] = []
  /// Misplaced or unclosed quotation marks so far.
  package private(set) var misplacedQuotes: [Position] = []
  /// The separator of cells: a comma, or the character used instead.
  package let separator: UInt8

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The content of cells that is not contiguous in the text.
  private var unescaped: [UInt8] = []
  private var index = 0
  /// The end of the text or chunk.
  private let end: Int
  private var line = 1
  private var column = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Takes UTF-8 without a byte order mark. The bytes must outlive the reader.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.count
    let firstLine = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let comma = UInt8(ascii: ",")
    separator = firstLine.contains(comma) ? comma : candidates.first(where: firstLine.contains) ?? comma
  }

  /// A range of records, without the header.
  package struct Chunk: Sendable {
    fileprivate let range: Range<Int>
    /// The number of its first line.
    fileprivate let line: Int
  }

  /// Reads a chunk of the same text.
  package init(_ chunk: Chunk, of bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    (self.bytes, self.separator) = (bytes, separator)
    (index, end, line) = (chunk.range.lowerBound, chunk.range.upperBound, chunk.line)
  }

  /// Divides the text after the last record read into chunks that can be read in parallel.
  ///
  /// Chunks end at line ends with an even number of quotation marks before them. After a misplaced mark such a line
  /// end can be inside a cell: if any chunk reports one, the text must be read again as a whole.
  ///
  /// - Parameter length: the minimum number of bytes of a chunk, except the last.
  package func remainingChunks(of length: Int) -> [Chunk] {
    var chunks: [Chunk] = []
    var (first, line) = (index, line)
    while end - first > length {
      var (place, lines) = (first + length, lineEnds(in: first..<first + length))
      var isQuoted = !bytes[first..<place].count(where: { $0 == Self.quote }).isMultiple(of: 2)
      while place < end, isQuoted || !endsLine(place - 1) {
        if bytes[place] == Self.quote { isQuoted.toggle() }
        if endsLine(place) { lines += 1 }
        place += 1
      }
      chunks.append(Chunk(range: first..<place, line: line))
      (first, line) = (place, line + lines)
    }
    if first < end || chunks.isEmpty { chunks.append(Chunk(range: first..<end, line: line)) }
    return chunks
  }

  private func lineEnds(in range: Range<Int>) -> Int {
    let part = bytes[range]
    guard part.contains(Self.carriageReturn) else { return part.count { $0 == Self.lineFeed } }
    return range.count(where: endsLine)
  }

  /// Whether a line ends with this byte.
  private func endsLine(_ place: Int) -> Bool {
    let byte = bytes[place]
    return byte == Self.lineFeed
      || (byte == Self.carriageReturn && !(place + 1 < end && bytes[place + 1] == Self.lineFeed))
  }

  /// Reads the next record that is not blank; false at the end of the text or chunk.
  package mutating func next() -> Bool {
    while index < end {
      readRecord()
      if !isBlank { return true }
    }
    return false
  }

  /// Calls `body` with the UTF-8 of a cell of the last record read.
  package func withBytes<Result>(of cell: RawCell, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard cell.isUnescaped else { return body(UnsafeBufferPointer(rebasing: bytes[cell.range])) }
    return unescaped[cell.range].withUnsafeBufferPointer(body)
  }

  /// The text of a cell of the last record read.
  package func text(of cell: RawCell) -> String {
    withBytes(of: cell) { String(decoding: $0, as: UTF8.self) }
  }

  private var isBlank: Bool {
    cells.allSatisfy { cell in
      // A printable ASCII character is never blank, whatever follows it.
      !withBytes(of: cell) { $0.contains { (0x21...0x7E).contains($0) } }
        && text(of: cell).allSatisfy(\.isWhitespace)
    }
  }

  private var current: UInt8? { index < end ? bytes[index] : nil }
  private var position: Position { Position(line: line, column: column) }

  private func follows(_ byte: UInt8) -> Bool { index + 1 < end && bytes[index + 1] == byte }

  /// Whether a byte ends an unquoted cell.
  private static func ends(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  /// Skips one byte.
  private mutating func advance() {
    let byte = bytes[index]
    if byte == Self.lineFeed || (byte == Self.carriageReturn && !follows(Self.lineFeed)) {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private mutating func readRecord() {
    cells.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    while true {
      if current == Self.quote { readQuotedCell() } else { readPlainCell() }
      guard current == separator else { break }
      advance()
    }
    if current == Self.carriageReturn && follows(Self.lineFeed) { advance() }
    if current != nil { advance() }
  }

  private mutating func readPlainCell() {
    let (start, first) = (position, index)
    skipToCellEnd(notingQuotes: true)
    cells.append(RawCell(position: start, isQuoted: false, range: first..<index, isUnescaped: false))
  }

  private mutating func skipToCellEnd(notingQuotes: Bool) {
    while skip(until: { [separator] in Self.ends($0, separator) || $0 == Self.quote }) == Self.quote {
      if notingQuotes { misplacedQuotes.append(position) }
      advance()
    }
  }

  /// Skips bytes up to one that meets the condition, without counting lines.
  ///
  /// - Returns: that byte; nil at the end of the text.
  private mutating func skip(until isEnd: (UInt8) -> Bool) -> UInt8? {
    var (index, column) = (index, column)
    defer { (self.index, self.column) = (index, column) }
    while index < end {
      let byte = bytes[index]
      if isEnd(byte) { return byte }
      if byte & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return nil
  }

  private mutating func readQuotedCell() {
    let start = position
    advance()
    var first = index
    let firstUnescaped = unescaped.count
    var isUnescaped = false
    while let byte = skip(until: { $0 == Self.quote || $0 == Self.lineFeed || $0 == Self.carriageReturn }) {
      if byte == Self.quote {
        guard follows(Self.quote) else { break }
        // Takes the text up to the first of two doubled quotation marks, and that mark.
        advance()
        unescaped += bytes[first..<index]
        isUnescaped = true
        first = index + 1
      }
      advance()
    }
    let last = index
    if current == nil { misplacedQuotes.append(start) } else { advance() }
    let isAtEnd = current.map { Self.ends($0, separator) } ?? true
    if isAtEnd, !isUnescaped {
      cells.append(RawCell(position: start, isQuoted: true, range: first..<last, isUnescaped: false))
      return
    }
    unescaped += bytes[first..<last]
    if !isAtEnd { misplacedQuotes.append(position) }
    first = index
    skipToCellEnd(notingQuotes: false)
    unescaped += bytes[first..<index]
    cells.append(
      RawCell(position: start, isQuoted: true, range: firstUnescaped..<unescaped.count, isUnescaped: true))
  }
}
