internal import Foundation

/// The text of a data file as it was read, in lines.
struct SourceText {
  /// The path relative to the data folder.
  let path: String
  /// The text without byte-order mark, as it stands in the file.
  let text: String
  /// The lines without their ends, as they stand in the file.
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    let body = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    self.text = body
    lines = SourceText.lines(of: body)
  }

  /// Reads bytes; nil with a finding when they are not UTF-8 or there is no content.
  init?(path: String, bytes: Data, session: LoadSession) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      session.report(.fileNotUTF8, at: SourceText.firstInvalidPlace(in: bytes, path: path))
      return nil
    }
    self.init(path: path, text: text)
    guard self.text.contains(where: { !$0.isWhitespace }) else {
      session.report(.fileEmpty, at: Place(file: path))
      return nil
    }
    reportDenormalisedLines(to: session)
  }

  /// The text in NFC, as the model keeps it.
  static func normalised(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The lines in NFC, for the model.
  var normalisedLines: [String] { lines.map(SourceText.normalised) }

  /// Splits at the line ends that the YAML parser counts: LF, CR, CR LF, NEL, LS and PS.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      defer { previousWasReturn = scalar == "\r" }
      if scalar == "\n", previousWasReturn { continue }
      if isLineEnd(scalar) {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// Whether the scalar ends a line.
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private func reportDenormalisedLines(to session: LoadSession) {
    for (index, line) in lines.enumerated() where !line.utf8.allSatisfy({ $0 < 0x80 }) {
      let normal = SourceText.normalised(line)
      let pairs = zip(line.unicodeScalars, normal.unicodeScalars)
      let same = pairs.prefix { $0 == $1 }.count
      guard same < max(line.unicodeScalars.count, normal.unicodeScalars.count) else { continue }
      session.report(.textNotNFC, at: Place(file: path, line: index + 1, column: same + 1))
    }
  }

  private static func firstInvalidPlace(in bytes: Data, path: String) -> Place {
    var lineStart = bytes.startIndex
    var line = 1
    while let end = bytes[lineStart...].firstIndex(of: 0x0A) {
      guard String(validating: bytes[lineStart..<end], as: UTF8.self) != nil else { break }
      lineStart = bytes.index(after: end)
      line += 1
    }
    var column = 1
    var decoder = UTF8()
    var iterator = bytes[lineStart...].makeIterator()
    while case .scalarValue = decoder.decode(&iterator) { column += 1 }
    return Place(file: path, line: line, column: column)
  }
}
