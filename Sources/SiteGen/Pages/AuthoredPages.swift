internal import GFM
internal import Scoring

/// Pages that people write, with the blocks they insert.
struct AuthoredPages: PageWriter {
  let source: SiteSource
  let findings: [Finding]

  init(source: SiteSource) {
    self.source = source
    var findings: [Finding] = []
    let twins = Dictionary(grouping: source.pages, by: \.id)
    for page in source.pages {
      let languages = Set((twins[page.id] ?? []).map(\.language))
      if !languages.contains(page.language.other) {
        findings.append(
          SiteRule.pageOneLanguage(page.id, has: page.language).finding(in: page.file))
      }
      let route = AuthoredPages.route(of: page, in: source)
      if route.path(in: page.language) != page.path {
        findings.append(SiteRule.pathMalformed(page.path).finding(in: page.file))
      }
      for name in AuthoredPages.inserts(in: page.body) where PageInsert(rawValue: name) == nil {
        findings.append(SiteRule.insertUnknown(name).finding(in: page.file))
      }
    }
    self.findings = findings
  }

  /// The route of an authored page. The method page and those of the analyses have places of their own, because
  /// generated pages lead there.
  static func route(of page: SiteSource.AuthoredPage, in source: SiteSource) -> Route {
    if page.id == "method" { return .method }
    if let analysis = Analysis(rawValue: page.id) { return .analysis(analysis) }
    func path(_ language: Language) -> String {
      let twin = source.pages.first { $0.id == page.id && $0.language == language }
      return twin?.path ?? "/" + page.id + "/"
    }
    return .authored(id: page.id, vi: path(.vietnamese), en: path(.english))
  }

  /// The pages above one.
  private static func parents(of route: Route) -> [Route] {
    switch route {
    case .analysis(.overview): [.home, .method]
    case .analysis: [.home, .method, .analysis(.overview)]
    default: [.home]
    }
  }

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages: [Page] = []
    for page in source.pages where page.language == context.language {
      let route = AuthoredPages.route(of: page, in: source)
      let content = try content(of: page, context)
      pages.append(
        Page(
          route: route, language: page.language, title: page.title, description: page.description,
          parents: AuthoredPages.parents(of: route), body: content.document, charts: content.charts,
          quotesBothLanguages: page.isBilingual))
    }
    return pages
  }

  private func content(
    of page: SiteSource.AuthoredPage, _ context: PageContext
  ) throws(MarkdownError) -> PageInsert.Content {
    var charts: [Page.Chart] = []
    var document = MarkdownDocument()
    var lines: [Substring] = []
    for line in page.body.split(separator: "\n", omittingEmptySubsequences: false) {
      if let name = AuthoredPages.insert(on: line) {
        document.append(MarkdownDocument(authored: lines.joined(separator: "\n")))
        lines = []
        if let insert = PageInsert(rawValue: name) {
          let content = try insert.content(context)
          document.append(content.document)
          charts += content.charts
        }
      } else {
        lines.append(line)
      }
    }
    document.append(MarkdownDocument(authored: lines.joined(separator: "\n")))
    return PageInsert.Content(document: document, charts: charts)
  }

  private static func inserts(in body: String) -> [String] {
    body.split(separator: "\n").compactMap(insert)
  }

  private static func insert(on line: Substring) -> String? {
    guard line.hasPrefix("{{insert:"), line.hasSuffix("}}") else { return nil }
    return String(line.dropFirst(9).dropLast(2))
  }
}
