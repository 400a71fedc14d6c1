internal import Foundation
internal import Files
internal import Pages
internal import Text

/// What is cached of a finished page: what it was made from, its files, and what the checks of all pages need.
/// Immutable; a class, because thousands are passed from step to step.
final class RenderedPage: Sendable {
  /// The path from the root of the site, with a slash before it.
  let path: String
  /// What the head of the page and the titles above it were.
  let head: ContentDigest?
  /// The questions that were asked while it was written.
  let questions: SharedList<AskedQuestion>
  /// Its files, by their paths from the root of the site.
  let files: [String]
  /// Every `id` on the page, but for those of the lines of a listing.
  let ids: PageIdentifiers
  /// How many lines the listing of a data file has, each with the `id` of its number: L1, L2 and so on.
  let lineCount: Int
  /// The links inside the site, each once.
  let links: SharedList<RenderedBody.Link>
  /// What is wrong with the page by itself.
  let findings: [Rule]

  init(
    path: String, head: ContentDigest?, questions: SharedList<AskedQuestion>, files: [String],
    ids: PageIdentifiers, lineCount: Int, links: SharedList<RenderedBody.Link>, findings: [Rule] = []
  ) {
    self.path = path
    self.head = head
    self.questions = questions
    self.files = files
    self.ids = ids
    self.lineCount = lineCount
    self.links = links
    self.findings = findings
  }

  /// Whether the page has a place of this identifier.
  func has(_ id: String) -> Bool {
    if ids.contains(id) { return true }
    guard lineCount > 0, id.first == "L", let line = Int(id.dropFirst()) else { return false }
    return (1...lineCount).contains(line) && id == "L\(line)"
  }
}
