internal import GFM
package import Text

/// The labels of one language, from `site/strings`.
package struct Labels: Sendable {
  package let language: Language
  package let texts: [String: String]
  /// Whether all of their files could be read.
  package let isComplete: Bool

  package init(language: Language, texts: [String: String], isComplete: Bool = true) {
    self.language = language
    self.texts = texts
    self.isComplete = isComplete
  }

  /// Marks a label that is missing or incomplete, so that the check of the finished pages finds it.
  package static let missingMark = "\u{27E6}"

  /// Whether a UTF-8 text contains the mark. Every page is searched.
  package static func isMissingMark(in text: UnsafeRawBufferPointer) -> Bool {
    text.bindMemory(to: UInt8.self).contains("\u{27E6}")
  }

  /// The label with its `{name}` placeholders filled; a marked key when the label or a value is missing.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let text = texts[key] else { return Labels.missing(key) }
    guard var open = text.utf8.firstIndex(of: UInt8(ascii: "{")) else { return text }
    var result = ""
    var written = text.startIndex
    while true {
      let name = text.utf8.index(after: open)
      guard let close = text.utf8[name...].firstIndex(of: UInt8(ascii: "}")),
        let value = values[String(text[name..<close])]
      else { return Labels.missing(key) }
      result += text[written..<open]
      result += value
      written = text.utf8.index(after: close)
      guard let next = text.utf8[written...].firstIndex(of: UInt8(ascii: "{")) else { break }
      open = next
    }
    result += text[written...]
    return result
  }

  private static func missing(_ key: String) -> String { missingMark + key + "\u{27E7}" }
}
