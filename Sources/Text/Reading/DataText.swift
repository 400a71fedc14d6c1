/// The text of one data file, decoded and checked for problems that any kind of file can have.
package struct DataText {
  /// The largest file that is read, in bytes.
  package static let mostBytes = 16 << 20

  /// The text without a byte order mark; line ends as in the file.
  package let text: String
  /// Decodes UTF-8, with or without a byte order mark.
  ///
  /// Nil, with one finding, when the bytes are too many, are not UTF-8 or are all blank, or when two versions of the
  /// file are waiting to be merged.
  package init?(_ bytes: [UInt8], file: String, log: FindingLog) {
    guard let text = Self.decoded(bytes, file, log) else { return nil }
    self.text = text
    Self.reportHidden(in: text, file, log)
    guard text.mayNeedComposing else { return }
    for (index, line) in TextLines.all(of: text).enumerated() where line.mayNeedComposing {
      if let column = line.firstDecomposedScalar {
        log.report(.textNotNFC, in: file, at: Position(line: index + 1, column: column))
      }
    }
  }

  private static func decoded(_ bytes: [UInt8], _ file: String, _ log: FindingLog) -> String? {
    func refuse(_ rule: Rule, at position: Position = .start) -> String? {
      log.report(rule, in: file, at: position)
      return nil
    }
    guard bytes.count <= mostBytes else { return refuse(.fileTooLarge) }
    if let format = FileFormat(bytes) {
      return refuse(.fileOtherFormat(format, isTable: file.hasSuffix(".csv")))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      return refuse(.fileNotUTF8, at: firstFault(in: content))
    }
    guard content.contains(where: { $0 > 0x20 }) else { return refuse(.fileEmpty) }
    if let marker = MergeMarker(in: content) {
      return refuse(.fileMergeMarker(marker.text), at: Position(line: marker.line, column: 1))
    }
    return text
  }

  private static func reportHidden(in text: String, _ file: String, _ log: FindingLog) {
    guard HiddenCharacter.isIn(text) else { return }
    for (index, line) in TextLines.all(of: text).enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() {
        guard let hidden = HiddenCharacter(scalar) else { continue }
        log.report(.textHidden(hidden, scalar), in: file, at: Position(line: index + 1, column: column + 1))
      }
    }
  }

  private static func firstFault(in bytes: ArraySlice<UInt8>) -> Position {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return Position(line: line, column: column)
  }
}

/// The first line that git leaves where two versions of a file have to be merged by hand.
private struct MergeMarker {
  let text: String
  let line: Int

  /// Nil when the text has none.
  init?(in text: ArraySlice<UInt8>) {
    let found = text.withUnsafeBufferPointer { bytes -> Int? in
      let signs = UInt8(ascii: "<")...UInt8(ascii: ">")
      var isAtStart = true
      for (index, byte) in bytes.enumerated() {
        if isAtStart, signs.contains(byte), Self.stands(at: index, in: bytes) { return index }
        isAtStart = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      }
      return nil
    }
    guard let found else { return nil }
    let before = String(decoding: text.prefix(found), as: UTF8.self)
    self.text = String(decoding: text.dropFirst(found).prefix(Self.length), as: UTF8.self)
    line = TextLines.all(of: before).count + 1
  }

  private static let length = 7

  private static func stands(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index + length <= bytes.count, bytes[index..<index + length].allSatisfy({ $0 == bytes[index] })
    else { return false }
    return index + length == bytes.count || bytes[index + length] <= UInt8(ascii: " ")
  }
}
