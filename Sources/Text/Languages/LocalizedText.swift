/// A text in both languages of the site. No text exists in one language only.
package struct LocalizedText: Hashable, Encodable, Sendable {
  /// The Vietnamese wording.
  package var vi: String
  /// The English wording.
  package var en: String

  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// A text that is the same in both languages, such as a proper name or document number.
  package init(same text: String) {
    self.init(vi: text, en: text)
  }

  /// The wording in one language.
  package subscript(language: Language) -> String {
    language == .vietnamese ? vi : en
  }
}
