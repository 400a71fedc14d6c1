extension Route {
  /// The page of the menu that a page belongs to; nil for pages that readers reach from the footer.
  package var section: Route? {
    switch self {
    case .provinces, .province, .internalIndex: .provinces
    case .plans, .plan, .promise: .plans
    case .indexes, .indexYears, .indexYear, .publishedYear, .editions, .edition, .indicators, .indicator:
      .indexes
    case .compare, .comparePair: .compare
    default: nil
    }
  }

  /// Whether the page shows promises and figures, rather than text to read.
  package var hasFigures: Bool {
    switch self {
    case .method, .glossary, .authored, .notFound, .sources, .alphabet: false
    default: true
    }
  }

  /// Whether the Markdown of the page stands beside it. That of a data file would only repeat the file.
  package var hasMarkdown: Bool {
    switch self {
    case .notFound, .dataFile: false
    default: true
    }
  }
}
