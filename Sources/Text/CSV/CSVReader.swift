/// Reads RFC 4180: cells separated by commas, quoted where they hold commas, quotes or line ends.
///
/// LF, CRLF and CR end a record. Where the first line has no comma and has semicolons or tabs, those are taken as
/// separators, so that the rest can be checked too. Never fails; faults are listed. Works on bytes, as all that has a
/// meaning here is ASCII; columns count scalars, so bytes that continue one are not counted. Holds one record at a
/// time, whose cells are ranges of the text, so memory does not grow with the text.
package struct CSVReader {
  /// One cell of the record that was read last.
  package struct RawCell {
    /// Where the cell begins; its opening quote, if it has one.
    package let position: Position
    package let isQuoted: Bool
    /// Its bytes, unquoted; in the text, or among the mended ones.
    fileprivate let range: Range<Int>
    fileprivate let isMended: Bool
  }

  /// The cells of the record that was read last.
  package private(set) var cells: [RawCell] = []
  /// Misplaced or unclosed quotation marks, so far.
  package private(set) var misplacedQuotes: [Position] = []
  /// What separates cells: a comma, or the character used in its place.
  package let separator: UInt8

  private let bytes: UnsafeBufferPointer<UInt8>
  /// What cells of the record hold that does not stand in the text in one piece.
  private var mended: [UInt8] = []
  private var index = 0
  /// Where the text or piece ends.
  private let end: Int
  private var line = 1
  private var column = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Takes a text without byte order mark as UTF-8, which has to stay where it is.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.count
    let firstLine = bytes.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let comma = UInt8(ascii: ",")
    separator = firstLine.contains(comma) ? comma : candidates.first(where: firstLine.contains) ?? comma
  }

  /// Some of the records that follow another.
  package struct Piece: Sendable {
    fileprivate let range: Range<Int>
    /// The line that it begins with.
    fileprivate let line: Int
  }

  /// Reads a piece of the same text.
  package init(_ piece: Piece, of bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    (self.bytes, self.separator) = (bytes, separator)
    (index, end, line) = (piece.range.lowerBound, piece.range.upperBound, piece.line)
  }

  /// What follows the record that was read last, in pieces that can be read in parallel.
  ///
  /// They are cut at line ends up to which the number of quotation marks is even. A misplaced one can make that a place
  /// within a cell: when any piece reports one, the text has to be read again as a whole.
  ///
  /// - Parameter length: how many bytes a piece has at least, but the last.
  package func rest(inPiecesOf length: Int) -> [Piece] {
    var pieces: [Piece] = []
    var (first, line) = (index, line)
    while end - first > length {
      var (place, lines) = (first + length, lineEnds(in: first..<first + length))
      var isQuoted = !bytes[first..<place].count(where: { $0 == Self.quote }).isMultiple(of: 2)
      while place < end, isQuoted || !endsLine(place - 1) {
        if bytes[place] == Self.quote { isQuoted.toggle() }
        if endsLine(place) { lines += 1 }
        place += 1
      }
      pieces.append(Piece(range: first..<place, line: line))
      (first, line) = (place, line + lines)
    }
    if first < end || pieces.isEmpty { pieces.append(Piece(range: first..<end, line: line)) }
    return pieces
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

  /// Reads the next record that is not blank; false at the end of the text or piece.
  package mutating func next() -> Bool {
    while index < end {
      readRecord()
      if !isBlank { return true }
    }
    return false
  }

  /// What a cell of the record that was read last holds, as UTF-8.
  package func withBytes<Result>(of cell: RawCell, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard cell.isMended else { return body(UnsafeBufferPointer(rebasing: bytes[cell.range])) }
    return mended[cell.range].withUnsafeBufferPointer(body)
  }

  /// What a cell of the record that was read last holds.
  package func text(of cell: RawCell) -> String {
    withBytes(of: cell) { String(decoding: $0, as: UTF8.self) }
  }

  private var isBlank: Bool {
    cells.allSatisfy { cell in
      // A printable ASCII character is no blank, whatever stands beside it.
      !withBytes(of: cell) { $0.contains { (0x21...0x7E).contains($0) } }
        && text(of: cell).allSatisfy(\.isWhitespace)
    }
  }

  private var current: UInt8? { index < end ? bytes[index] : nil }
  private var position: Position { Position(line: line, column: column) }

  private func follows(_ byte: UInt8) -> Bool { index + 1 < end && bytes[index + 1] == byte }

  /// Whether a byte ends a cell that is not quoted.
  private static func ends(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

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

  private mutating func readRecord() {
    cells.removeAll(keepingCapacity: true)
    mended.removeAll(keepingCapacity: true)
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
    cells.append(RawCell(position: start, isQuoted: false, range: first..<index, isMended: false))
  }

  private mutating func skipToCellEnd(notingQuotes: Bool) {
    while skip(until: { [separator] in Self.ends($0, separator) || $0 == Self.quote }) == Self.quote {
      if notingQuotes { misplacedQuotes.append(position) }
      advance()
    }
  }

  /// Steps over bytes that end no line.
  ///
  /// - Returns: the byte that is none of them; nil at the end of the text.
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
    let firstMended = mended.count
    var isMended = false
    while let byte = skip(until: { $0 == Self.quote || $0 == Self.lineFeed || $0 == Self.carriageReturn }) {
      if byte == Self.quote {
        guard follows(Self.quote) else { break }
        // What stands before a doubled quotation mark, with the first of the two.
        advance()
        mended += bytes[first..<index]
        isMended = true
        first = index + 1
      }
      advance()
    }
    let last = index
    if current == nil { misplacedQuotes.append(start) } else { advance() }
    let isAtEnd = current.map { Self.ends($0, separator) } ?? true
    if isAtEnd, !isMended {
      cells.append(RawCell(position: start, isQuoted: true, range: first..<last, isMended: false))
      return
    }
    mended += bytes[first..<last]
    if !isAtEnd { misplacedQuotes.append(position) }
    first = index
    skipToCellEnd(notingQuotes: false)
    mended += bytes[first..<index]
    cells.append(RawCell(position: start, isQuoted: true, range: firstMended..<mended.count, isMended: true))
  }
}
