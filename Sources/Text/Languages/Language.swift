/// A language of the site and of every message.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
  case vietnamese = "vi"
  case english = "en"

  /// The language of the twin page.
  public var other: Language { self == .vietnamese ? .english : .vietnamese }
}
