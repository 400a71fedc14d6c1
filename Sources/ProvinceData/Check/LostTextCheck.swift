internal import Text

/// Finds texts of which YAML takes the rest for a comment, as in `vi: Bài hát # 1`.
enum LostTextCheck {
  static func check(_ text: String, file: String, log: FindingLog) {
    var line = 0
    TextLines.forEach(of: text) { bytes in
      line += 1
      guard bytes.contains(UInt8(ascii: "#")) else { return }
      let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      guard let column = lostText(in: scalars) else { return }
      log.report(.plausibleComment, in: file, at: Position(line: line, column: column + 1))
    }
  }

  /// The index of the `#` behind a plain text; nil when there is none.
  private static func lostText(in line: [Unicode.Scalar]) -> Int? {
    let start = line.firstIndex { $0 != " " && $0 != "-" } ?? line.endIndex
    guard let colon = line[start...].firstIndex(of: ":"),
      ["vi", "en", "title", "publisher"].contains(line[start..<colon].map(String.init).joined()),
      let value = line[(colon + 1)...].firstIndex(where: { $0 != " " }),
      !"\"'{[|>#&*!".unicodeScalars.contains(line[value])
    else { return nil }
    return line.indices.dropFirst(value).first { line[$0] == "#" && line[$0 - 1] == " " }
  }
}
