internal import Foundation
internal import Files
internal import Pages
internal import Text

/// The cached part of a finished page: what it was made from, its files, and what the checks across pages need.
/// Immutable, and a class because thousands are passed from step to step.
final class RenderedPage: Sendable {
  /// The path from the root of the site, with a leading slash.
  let path: String
  /// The digest of the head of the page, with the titles of the pages above it.
  let head: ContentDigest?
  /// The questions asked while it was written.
  let questions: SharedList<AskedQuestion>
  /// Its files, by path from the root of the site.
  let files: [String]
  /// Every `id` on the page except those of the lines of a listing.
  let ids: SharedList<String>
  /// The numbers of the lines in the listing of a data file. Line n has the `id` Ln.
  let lines: Range<Int>
  /// The links inside the site, each once.
  let links: SharedList<RenderedBody.Link>
  /// The findings of the checks on this page alone.
  let findings: [Rule]

  init(
    path: String, head: ContentDigest?, questions: SharedList<AskedQuestion>, files: [String],
    ids: SharedList<String>, lines: Range<Int>, links: SharedList<RenderedBody.Link>, findings: [Rule] = []
  ) {
    self.path = path
    self.head = head
    self.questions = questions
    self.files = files
    self.ids = ids
    self.lines = lines
    self.links = links
    self.findings = findings
  }

  /// Whether an element of the page has this `id`.
  func has(_ id: String) -> Bool {
    if ids.contains(id) { return true }
    guard !lines.isEmpty, id.first == "L", let line = Int(id.dropFirst()) else { return false }
    return lines.contains(line) && id == "L\(line)"
  }
}
