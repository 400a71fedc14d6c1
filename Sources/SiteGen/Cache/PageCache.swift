package import Files
package import Pages
internal import Parallel

/// The pages of the last successful build, so that the next build renders only pages that would come out different.
///
/// **What is cached.** For each page, by the path of its file: the list of its files, the questions it asked while it
/// was written, a digest of its head (title, addresses, the titles of the pages above it), and its identifiers and
/// links, which the link check needs. For each question: the digest of the data that its answer depends on. The bytes
/// of the pages are not cached: they are in the previous site, from which a ``SiteTree`` reuses them; ``files`` has
/// their digests. Findings are not cached either: every finding of a page is an error, and a build with errors does
/// not update the cache.
///
/// **What invalidates it.**
/// - Every page, when the layout fingerprint differs. It covers the layout, the labels, the navigation, the base URL,
///   the date of the data, whether there are feeds, and the names that the language check knows.
/// - A page, when the digest of its head or of any of its questions differs or is unknown, or when the previous site
///   lacks one of its files.
/// - Every page, when the cache names a question that this program does not have.
/// - The process that stores the cache also stores which build of the program wrote it and whether the previous site
///   has been changed since. The cache itself checks neither.
///
/// **Why this is correct.** A page is written from its subject, which is only a name, and from a ``PageContext``,
/// which gives access to data only through questions and logs each of them. Rendering uses nothing beyond what the
/// layout fingerprint covers. The digest of a question changes whenever its answer changes. So a page with the same
/// head, questions and fingerprint has the same bytes, and a build with any cache gives the same site as a build
/// without one. Tests compare the two after random edits, remove all data that a page did not ask for and expect the
/// same page, and change data to check that no answer changes without its digest.
package struct PageCache: Sendable {
  /// The fingerprint of everything that all pages are rendered and checked with.
  var layoutFingerprint: ContentDigest?
  /// The pages by the path of their file.
  var pages: [String: RenderedPage] = [:]
  /// The digests of the data behind each question that a page asked.
  var answers: [AskedQuestion: ContentDigest] = [:]

  /// The digest of each file of the site, for trees that need it to reuse a file; empty otherwise.
  package var files: [String: FileDigest] = [:]

  package init() {}

  package var isEmpty: Bool { pages.isEmpty }

  /// Whether its pages were made with this example.
  package func holds(_ example: ExampleResults) -> Bool {
    example.digest.map { answers[.example] == $0 } ?? false
  }

  /// The pages that can be reused: rendered with the same layout, and with no changed answer.
  func validPages(_ layoutFingerprint: ContentDigest?, _ digests: AnswerDigests) -> [String: RenderedPage] {
    guard let layoutFingerprint, layoutFingerprint == self.layoutFingerprint else { return [:] }
    let cached = Array(answers)
    let isSame = cached.parallelMap { digests.digest(of: $0.key) == $0.value }
    let changed = Set(zip(cached, isSame).filter { !$0.1 }.map(\.0.key))
    guard !changed.isEmpty else { return pages }
    var results = SharedList<AskedQuestion>.Results<Bool>()
    return pages.filter { !results.all(of: $0.value.questions) { changed.contains($0) }.contains(true) }
  }

  /// The cache after a build with these pages, made or reused. It holds no others.
  func updated(
    with built: [(file: String, page: RenderedPage)], _ layoutFingerprint: ContentDigest?,
    _ digests: AnswerDigests
  ) -> PageCache {
    var cache = self
    cache.layoutFingerprint = layoutFingerprint
    cache.pages = Dictionary(built.map { ($0.file, $0.page) }, uniquingKeysWith: { first, _ in first })
    var asked = SharedList<AskedQuestion>.Union()
    for page in cache.pages.values { _ = asked.indices(of: page.questions) }
    let found = asked.elements.parallelMap { digests.digest(of: $0) }
    let answers = zip(asked.elements, found).reduce(into: [AskedQuestion: ContentDigest]()) {
      $0[$1.0] = $1.1
    }
    cache.answers = answers
    // Without a digest, a changed answer would go unnoticed, so pages with such a question are not cached.
    if answers.count < asked.elements.count {
      cache.pages = cache.pages.filter { $0.value.questions.elements.allSatisfy { answers[$0] != nil } }
    }
    return cache
  }
}
