internal import GFM
internal import Scoring

/// Pages that people write, with the blocks they insert.
struct AuthoredPages: Sendable {
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

  /// The route of an authored page. The method page has a place of its own, because every badge leads there.
  static func route(of page: SiteSource.AuthoredPage, in source: SiteSource) -> Route {
    if page.id == "method" { return .method }
    func path(_ language: Language) -> String {
      let twin = source.pages.first { $0.id == page.id && $0.language == language }
      return twin?.path ?? "/" + page.id + "/"
    }
    return .authored(id: page.id, vi: path(.vietnamese), en: path(.english))
  }

  func pages(_ context: PageContext) -> [Page] {
    source.pages.filter { $0.language == context.language }.map { page in
      Page(
        route: AuthoredPages.route(of: page, in: source), language: page.language, title: page.title,
        description: page.description, parents: [.home], body: body(of: page, context),
        quotesBothLanguages: page.isBilingual)
    }
  }

  private func body(of page: SiteSource.AuthoredPage, _ context: PageContext) -> MarkdownDocument {
    var document = MarkdownDocument()
    var lines: [Substring] = []
    for line in page.body.split(separator: "\n", omittingEmptySubsequences: false) {
      if let name = AuthoredPages.insert(on: line) {
        document.append(MarkdownDocument(authored: lines.joined(separator: "\n")))
        lines = []
        if let insert = PageInsert(rawValue: name) { document.append(insert.document(context)) }
      } else {
        lines.append(line)
      }
    }
    document.append(MarkdownDocument(authored: lines.joined(separator: "\n")))
    return document
  }

  private static func inserts(in body: String) -> [String] {
    body.split(separator: "\n").compactMap(insert)
  }

  private static func insert(on line: Substring) -> String? {
    guard line.hasPrefix("{{insert:"), line.hasSuffix("}}") else { return nil }
    return String(line.dropFirst(9).dropLast(2))
  }
}

/// A generated block that an authored page can hold, by `{{insert:NAME}}` on a line of its own.
enum PageInsert: String, CaseIterable {
  /// How many targets, outcomes, figures and sources the data hold.
  case counts

  func document(_ context: PageContext) -> MarkdownDocument {
    var document = MarkdownDocument()
    let dataset = context.dataset
    let counts: [(String, Int)] = [
      ("insert.targets", dataset.targets.count), ("insert.plans", dataset.plans.count),
      ("insert.outcomes", dataset.outcomes.count), ("insert.published", dataset.published.count),
      ("insert.scorecards", dataset.scorecardEntries.count),
      ("insert.indicators", dataset.indicators.count), ("insert.sources", dataset.sources.count),
    ]
    document.list(
      counts.map { key, count in
        context.labelText(key, ["count": NumberText.whole(count, in: context.language)])
      })
    return document
  }
}
