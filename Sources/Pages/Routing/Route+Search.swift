/// The kinds by which the results of a search can be narrowed. The raw value ends the name of the label.
package enum SearchKind: String, CaseIterable, Sendable {
  case province, plan, promise, indicator, index, edition, method, page
}

extension Route {
  /// The kind under which a search finds the page; nil for pages that it leaves out: lists of everything, the text of
  /// data files, the pages that search, and those of pairs, which would stand before the provinces that they name.
  package var searchKind: SearchKind? {
    switch self {
    case .alphabet, .search, .dataFile, .notFound, .comparePair: nil
    case .province: .province
    case .plan: .plan
    case .promise: .promise
    case .indicator: .indicator
    case .indexes, .indexYears, .indexYear, .publishedYear, .internalIndex: .index
    case .editions, .edition: .edition
    case .method, .analysis, .glossary: .method
    case .home, .provinces, .plans, .compare, .indicators, .sources, .changes, .dataDictionary, .authored:
      .page
    }
  }

  /// Whether the page has a search field in its text.
  package var searches: Bool { self == .search || self == .notFound }
}
