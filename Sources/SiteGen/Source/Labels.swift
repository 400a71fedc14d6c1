package import Scoring

/// The labels of one language, from `site/strings`.
package struct Labels: Sendable {
  /// The language.
  package let language: Language
  /// The texts by key.
  package let texts: [String: String]

  package init(language: Language, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// Marks a text that could not be made, so that the check of the finished pages finds it.
  package static let missingMark = "\u{27E6}"

  /// Whether a text holds the mark; by bytes, because every page is looked through.
  static func isMissingMark(in text: String) -> Bool {
    let mark = Array(missingMark.utf8)
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.indices.dropLast(2).contains { index in
        bytes[index] == mark[0] && bytes[index + 1] == mark[1] && bytes[index + 2] == mark[2]
      }
    }
    return found ?? text.contains(missingMark)
  }

  /// The label with its `{name}` places filled; a marked key when it is missing.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    let missing = Labels.missingMark + key + "\u{27E7}"
    guard let text = texts[key] else { return missing }
    var pieces = text.split(separator: "{", omittingEmptySubsequences: false)
    var result = String(pieces.removeFirst())
    for piece in pieces {
      guard let end = piece.firstIndex(of: "}"), let value = values[String(piece[..<end])] else {
        return missing
      }
      result += value + piece[piece.index(after: end)...]
    }
    return result
  }
}
