/// The tags around a passage in another language: the only HTML that the renderer lets through.
///
/// They are tags, because any reader of Markdown understands or hides them, and data cannot forge them: `<` in a text is
/// always escaped.
enum PassageTag {
  static let closing = "</span>"

  static func opening(_ language: String) -> String { "<span lang=\"\(language)\">" }

  /// Whether it is a code such as `vi`, of two or three small letters.
  static func isCode(_ language: String) -> Bool {
    (2...3).contains(language.utf8.count)
      && language.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Whether it is an opening tag exactly as it is written here.
  static func isOpening(_ source: String) -> Bool {
    let parts = source.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count == 3 && isCode(String(parts[1])) && source == opening(String(parts[1]))
  }
}
