/// What the Markdown of a link carries in its title: `=#some-id .some-class`.
struct LinkAttributes: Hashable {
  private(set) var identifier: String?
  private(set) var style: String?

  /// Parses a title; nil for one that is none of these words.
  init?(_ title: String) {
    guard title.first == "=" else { return nil }
    for word in title.dropFirst().split(separator: " ") {
      switch word.first {
      case "#": identifier = String(word.dropFirst())
      case ".": style = String(word.dropFirst())
      default: return nil
      }
    }
    guard identifier != nil || style != nil else { return nil }
  }
}
