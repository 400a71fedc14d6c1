/// A text in both languages of the site. There is no text in one language only.
package struct LocalizedText: Hashable, Encodable, Sendable {
  /// The Vietnamese wording.
  package var vi: String
  /// The English wording.
  package var en: String

  /// Makes a text from its two wordings.
  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// A proper name, document number or other text that reads the same in both languages.
  package init(same text: String) {
    self.init(vi: text, en: text)
  }

  /// The wording in one language.
  package subscript(language: Language) -> String {
    language == .vietnamese ? vi : en
  }
}
