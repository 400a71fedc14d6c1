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

  /// The label with its `{name}` places filled; a marked key when it is missing.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    guard var text = texts[key] else { return Labels.missingMark + key + "\u{27E7}" }
    guard text.contains("{") else { return text }
    for (name, value) in values {
      text = text.split(separator: "{\(name)}", omittingEmptySubsequences: false).joined(separator: value)
    }
    return text.contains("{") ? Labels.missingMark + key + "\u{27E7}" : text
  }
}
