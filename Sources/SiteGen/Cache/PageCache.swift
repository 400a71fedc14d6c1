package import Files
package import Pages
internal import Parallel

/// The pages of the last sound build, so that the next one makes only those that would come out different.
///
/// **What is cached.** For each page, by the path of its file: which files it has, the questions that it asked while it
/// was written, a digest of its head (title, addresses, the titles above it), and its identifiers and links, which the
/// check of all links needs. For each question, the digest of what its answer rests on. The bytes of the pages are not
/// cached: they are in the earlier site, from which a ``SiteTree`` reuses them, and ``files`` has their digests. Nor are
/// findings: every finding of a page is an error, and a build with errors does not update the cache.
///
/// **What invalidates it.**
/// - Everything, when the layout fingerprint differs: the layout, the labels, the navigation, the base URL, the day of
///   the data, whether there are feeds, and the names that the language check knows.
/// - A page, when the digest of its head differs, when that of any question that it asked differs or is not known, or
///   when the earlier site lacks one of its files.
/// - Everything, when it names a question that this program does not have.
/// - The process that stores the cache stores with it which build of the program wrote it, and whether anyone has
///   changed the earlier site since; the cache itself does not look at either.
///
/// **Why that is right.** A page is written from its subject, which is but a name, and from a ``PageContext``, whose data
/// can be read only by asking questions, each of which is noted; it is rendered with nothing but what the layout
/// fingerprint covers. The digest of a question changes whenever its answer does. So a page whose head, questions and
/// fingerprint are the same would come out with the same bytes, and a build with any cache gives the same site as one
/// without. Tests compare the two after random edits, take away from the data all that a page did not ask for and find
/// the page the same, and change data to see that no answer changes without its digest.
package struct PageCache: Sendable {
  /// Of everything that all pages are rendered and checked with.
  var layoutFingerprint: ContentDigest?
  /// The pages by the path of their file.
  var pages: [String: RenderedPage] = [:]
  /// The questions that any of the pages asked, with the digests of what the answers rest on.
  var answers: [AskedQuestion: ContentDigest] = [:]

  /// The digest of each file of the site, for trees that need it when they reuse a file; empty if they do not.
  package var files: [String: FileDigest] = [:]

  /// An empty cache.
  package init() {}

  package var isEmpty: Bool { pages.isEmpty }

  /// Whether its pages were made with the same example.
  package func holds(_ example: ExampleResults) -> Bool {
    example.digest.map { answers[.example] == $0 } ?? false
  }

  /// The pages that can be reused: made with the same layout, and of which no answer has changed.
  func validPages(_ layoutFingerprint: ContentDigest?, _ digests: AnswerDigests) -> [String: RenderedPage] {
    guard let layoutFingerprint, layoutFingerprint == self.layoutFingerprint else { return [:] }
    let cached = Array(answers)
    let isSame = cached.parallelMap { digests.digest(of: $0.key) == $0.value }
    let changed = Set(zip(cached, isSame).filter { !$0.1 }.map(\.0.key))
    guard !changed.isEmpty else { return pages }
    var results = SharedList<AskedQuestion>.Results<Bool>()
    return pages.filter { !results.all(of: $0.value.questions) { changed.contains($0) }.contains(true) }
  }

  /// The cache after a build that made or reused these pages. It holds them and no others.
  func updated(
    with built: [(file: String, page: RenderedPage)], _ layoutFingerprint: ContentDigest?,
    _ digests: AnswerDigests
  ) -> PageCache {
    var cache = self
    cache.layoutFingerprint = layoutFingerprint
    cache.pages = Dictionary(built.map { ($0.file, $0.page) }, uniquingKeysWith: { first, _ in first })
    var asked = SharedList<AskedQuestion>.Union()
    for page in cache.pages.values { _ = asked.places(of: page.questions) }
    let found = asked.elements.parallelMap { digests.digest(of: $0) }
    let answers = zip(asked.elements, found).reduce(into: [AskedQuestion: ContentDigest]()) {
      $0[$1.0] = $1.1
    }
    cache.answers = answers
    // A change of an answer without a digest would go unnoticed, so pages that asked for one are not cached.
    if answers.count < asked.elements.count {
      cache.pages = cache.pages.filter { $0.value.questions.elements.allSatisfy { answers[$0] != nil } }
    }
    return cache
  }
}
