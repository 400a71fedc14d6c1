internal import Foundation
internal import Parallel
internal import Scoring

/// The checks of the finished site, over all pages.
struct SiteCheck {
  let dataset: Dataset
  let allowedNames: [String]

  /// Labels that exist in one language only, or have other places to fill.
  static func labels(_ source: SiteSource) -> [Finding] {
    let vietnamese = source.labels(in: .vietnamese).texts
    let english = source.labels(in: .english).texts
    func places(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
          $0.prefix { $0 != "}" }
        })
    }
    return Set(vietnamese.keys).union(english.keys).sorted().compactMap { key in
      switch (vietnamese[key], english[key]) {
      case (.some, nil): SiteRule.labelOneLanguage(key, has: .vietnamese).finding(in: "strings/vi")
      case (nil, .some): SiteRule.labelOneLanguage(key, has: .english).finding(in: "strings/en")
      case (let vi?, let en?) where places(vi) != places(en):
        SiteRule.labelPlaces(key).finding(in: "strings/vi")
      default: nil
      }
    }
  }

  /// Pages without a twin, and pages at the same address.
  static func twins(_ pages: [RenderedPage]) -> [Finding] {
    var findings: [Finding] = []
    var routes: [Language: Set<Route>] = [:]
    var taken: Set<String> = []
    for (page, file) in pages.lazy.map({ ($0.page, $0.file) }) {
      if !taken.insert(file).inserted { findings.append(SiteRule.pathTaken("/" + file).finding(in: file)) }
      routes[page.language, default: []].insert(page.route)
    }
    for (page, file) in pages.lazy.map({ ($0.page, $0.file) })
    where routes[page.language.other]?.contains(page.route) != true {
      findings.append(
        SiteRule.pageOneLanguage(page.route.kind, has: page.language).finding(in: file))
    }
    return findings
  }

  /// Missing labels, words of the other language, broken links and figures without a source.
  func pages(_ pages: [RenderedPage], files: Set<String>) -> [Finding] {
    let ids = Dictionary(
      pages.map { ($0.path, $0.body.ids) },
      uniquingKeysWith: { first, _ in first })
    let language = LanguageCheck(dataset: dataset, allowedNames: allowedNames)
    return pages.parallelMap { rendered in
      let (page, file) = (rendered.page, rendered.file)
      var rules = rendered.missingLabels.sorted().map { SiteRule.textMissing($0) }
      if !page.quotesBothLanguages {
        let texts = [page.title, page.description] + rendered.body.texts
        if let words = language.foreignWords(in: texts, of: page.language) {
          rules.append(.otherLanguage(words, page.language))
        }
      }
      rules += brokenLinks(rendered, ids: ids, files: files)
      if !Self.unsourcedAllowed(page.route) {
        rules += Set(rendered.body.unsourced).sorted().map { .figureUnsourced($0) }
      }
      return rules.map { $0.finding(in: file) }
    }.flatMap { $0 }
  }

  /// Pages about data files rather than figures.
  private static func unsourcedAllowed(_ route: Route) -> Bool {
    switch route {
    case .dataFile, .dataDictionary, .sources: true
    default: false
    }
  }

  private func brokenLinks(
    _ rendered: RenderedPage, ids: [String: Set<String>], files: Set<String>
  ) -> [SiteRule] {
    let own = rendered.path
    var broken: Set<String> = []
    for link in rendered.body.links {
      let path = link.path.isEmpty ? own : link.path
      let isFound =
        if let places = ids[path] {
          link.fragment.map(places.contains) ?? true
        } else {
          files.contains(String(path.dropFirst()))
        }
      if !isFound { broken.insert(path + (link.fragment.map { "#" + $0 } ?? "")) }
    }
    return broken.sorted().map { .linkBroken($0) }
  }
}
