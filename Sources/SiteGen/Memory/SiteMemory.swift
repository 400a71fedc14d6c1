package import Files
package import Pages
internal import Parallel

/// What an earlier build of the site rests on, page by page, for one that builds again.
///
/// A page is taken over only when everything that it was made from is the same, so a build gives the same bytes with
/// any memory as with none.
package struct SiteMemory: Sendable {
  /// What all pages are rendered and checked with.
  var frame: ContentDigest?
  /// The pages by the path of their file.
  var pages: [String: RenderedPage] = [:]
  /// The facts that any of them rests on.
  var facts: [Fact: ContentDigest] = [:]

  /// The files of the site, where who takes them over wants to know them.
  package var files: [String: FileDigest] = [:]

  /// A memory of nothing.
  package init() {}

  /// Whether there is nothing in it.
  package var isEmpty: Bool { pages.isEmpty }

  /// Whether its pages were made with the same example.
  package func holds(_ example: ExampleResults) -> Bool {
    example.digest.map { facts[Fact(.example)] == $0 } ?? false
  }

  /// The pages that were made with the same frame and of which every fact is the same.
  func pages(in frame: ContentDigest?, _ digests: FactDigests) -> [String: RenderedPage] {
    guard let frame, frame == self.frame else { return [:] }
    let known = Array(facts)
    let isSame = known.parallelMap { digests.digest(of: $0.key) == $0.value }
    let changed = Set(zip(known, isSame).filter { !$0.1 }.map(\.0.key))
    guard !changed.isEmpty else { return pages }
    var answers = Listed<Fact>.Answers<Bool>()
    return pages.filter { !answers.all(of: $0.value.facts) { changed.contains($0) }.contains(true) }
  }

  /// The same with these pages and no others.
  func keeping(
    _ made: [(file: String, page: RenderedPage)], in frame: ContentDigest?, _ digests: FactDigests
  ) -> SiteMemory {
    var kept = self
    kept.keep(made, in: frame, digests)
    return kept
  }

  private mutating func keep(
    _ made: [(file: String, page: RenderedPage)], in frame: ContentDigest?, _ digests: FactDigests
  ) {
    self.frame = frame
    pages = Dictionary(made.map { ($0.file, $0.page) }, uniquingKeysWith: { first, _ in first })
    var asked = Listed<Fact>.Union()
    for page in pages.values { _ = asked.places(of: page.facts) }
    let found = asked.elements.parallelMap { digests.digest(of: $0) }
    facts = zip(asked.elements, found).reduce(into: [:]) { $0[$1.0] = $1.1 }
    // A fact without a digest can not be seen to change.
    if facts.count < asked.elements.count {
      pages = pages.filter { $0.value.facts.elements.allSatisfy { facts[$0] != nil } }
    }
  }
}
