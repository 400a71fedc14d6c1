/// The text of one data file, decoded and checked for problems that any kind of file can have.
package struct DataText {
  /// The text without a byte order mark; line ends as in the file.
  package let text: String
  /// Decodes UTF-8, with or without a byte order mark.
  ///
  /// Nil, with a finding, when the bytes are not UTF-8 or are all blank.
  package init?(_ bytes: [UInt8], file: String, log: FindingLog) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      log.report(.fileNotUTF8, in: file, at: Self.firstFault(in: content))
      return nil
    }
    guard content.contains(where: { $0 > 0x20 }) else {
      log.report(.fileEmpty, in: file, at: .start)
      return nil
    }
    self.text = text
    guard text.mayNeedComposing else { return }
    for (index, line) in TextLines.all(of: text).enumerated() where line.mayNeedComposing {
      if let column = line.firstDecomposedScalar {
        log.report(.textNotNFC, in: file, at: Position(line: index + 1, column: column))
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
