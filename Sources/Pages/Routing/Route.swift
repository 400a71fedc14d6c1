package import Scoring
package import Text

/// A page of the site, in any language.
package enum Route: Hashable, Sendable {
  case home
  /// The list of all provinces with a page.
  case provinces
  case province(Identifier<Entity>)
  /// The list of all plans.
  case plans
  case plan(Identifier<Plan>)
  case promise(Identifier<Promise>)
  /// The compared provinces side by side.
  case compare
  case comparePair(ProvincePair)
  case indicators
  case indicator(Identifier<Indicator>)
  /// The list of published indexes, their years and editions.
  case indexes
  case indexYears
  case indexYear(Int)
  /// A year of another published index, by its identifier.
  case publishedYear(index: String, year: Int)
  /// The index by which a province scores its own units.
  case internalIndex(Identifier<Entity>)
  case editions
  case edition(Identifier<Edition>)
  case method
  case analysis(Analysis)
  case glossary
  /// Everything by name.
  case alphabet
  /// The search over all pages.
  case search
  case sources
  case changes
  case dataDictionary
  /// A page of a data file, by its path.
  case dataFile(String, page: Int = 1)
  case notFound
  /// An authored page: its identifier and its path in each language.
  case authored(id: String, vi: String, en: String)

  /// The path from the root of the site, with `/` at both ends (except for `404.html`).
  package func path(in language: Language) -> String {
    if case .authored(_, let vi, let en) = self { return language == .vietnamese ? vi : en }
    let prefix = language == .vietnamese ? "/" : "/en/"
    return prefix + relativePath(in: language)
  }

  /// The file that the page is written to, relative to the root of the site.
  package func file(in language: Language) -> String {
    let path = path(in: language).dropFirst()
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : String(path)
  }

  /// The kind of page, for the layout and the stylesheet.
  package var kind: String {
    switch self {
    case .home: "home"
    case .provinces: "provinces"
    case .province: "province"
    case .plans: "plans"
    case .plan: "plan"
    case .promise: "promise"
    case .compare: "compare"
    case .comparePair: "compare-pair"
    case .indicators: "indicators"
    case .indicator: "indicator"
    case .indexes: "indexes"
    case .indexYears: "index-years"
    case .indexYear: "index-year"
    case .publishedYear: "published-year"
    case .internalIndex: "internal-index"
    case .editions: "editions"
    case .edition: "edition"
    case .method: "method"
    case .analysis: "analysis"
    case .glossary: "glossary"
    case .alphabet: "alphabet"
    case .search: "search"
    case .sources: "sources"
    case .changes: "changes"
    case .dataDictionary: "data-dictionary"
    case .dataFile: "data-file"
    case .notFound: "not-found"
    case .authored: "authored"
    }
  }

  /// The identifier of its entry on the list of its kind; nil for pages without one.
  package var entryAnchor: String? {
    switch self {
    case .indicator(let id): "indicator-" + Self.slug(of: id)
    case .plan(let id): "plan-" + id.rawValue
    default: nil
    }
  }

  private static func slug(of indicator: Identifier<Indicator>) -> String {
    String(
      decoding: indicator.rawValue.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 },
      as: UTF8.self)
  }

  private func relativePath(in language: Language) -> String {
    let vi = language == .vietnamese
    switch self {
    case .home: return ""
    case .provinces: return vi ? "tinh/" : "province/"
    case .province(let id): return (vi ? "tinh/" : "province/") + id.rawValue + "/"
    case .plans: return vi ? "ke-hoach/" : "plan/"
    case .plan(let id): return (vi ? "ke-hoach/" : "plan/") + id.rawValue + "/"
    case .promise(let id): return (vi ? "loi-hua/" : "promise/") + id.rawValue + "/"
    case .compare: return vi ? "so-sanh/" : "compare/"
    case .comparePair(let pair):
      return (vi ? "so-sanh/" : "compare/") + pair.first.rawValue + "-" + pair.second.rawValue + "/"
    case .indicators: return vi ? "chi-so/" : "indicator/"
    case .indicator(let id): return (vi ? "chi-so/" : "indicator/") + Self.slug(of: id) + "/"
    case .indexes: return vi ? "chi-so-cong-bo/" : "published-index/"
    case .indexYears: return "par-index/"
    case .indexYear(let year): return "par-index/\(year)/"
    case .publishedYear(let index, let year):
      return (vi ? "chi-so-cong-bo/" : "published-index/") + "\(index.lowercased())/\(year)/"
    case .internalIndex(let id): return (vi ? "chi-so-noi-bo/" : "internal-index/") + id.rawValue + "/"
    case .editions: return vi ? "bo-tieu-chi/" : "edition/"
    case .edition(let id): return (vi ? "bo-tieu-chi/" : "edition/") + id.rawValue + "/"
    case .method: return vi ? "phuong-phap/" : "method/"
    case .analysis(let analysis): return (vi ? "phuong-phap/" : "method/") + analysis.slug(in: language) + "/"
    case .glossary: return vi ? "thuat-ngu/" : "glossary/"
    case .alphabet: return "a-z/"
    case .search: return vi ? "tim/" : "search/"
    case .sources: return vi ? "nguon/" : "sources/"
    case .changes: return vi ? "thay-doi/" : "changes/"
    case .dataDictionary: return vi ? "du-lieu/" : "data/"
    case .dataFile(let file, let page):
      return (vi ? "du-lieu/tep/" : "data/file/") + file + (page > 1 ? "/\(page)/" : "/")
    case .notFound: return "404.html"
    case .authored: return ""
    }
  }
}
