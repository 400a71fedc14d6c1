/// A language of the site and of every message.
package enum Language: String, CaseIterable, Codable, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"

  /// The language of the twin page.
  package var other: Language { self == .vietnamese ? .english : .vietnamese }
}
