internal import GFM
internal import Parallel
internal import Scoring

/// Pages that people write, with the blocks they insert.
struct AuthoredPages: PageWriter {
  let source: SiteSource
  let findings: [Finding]
  /// The route of each page.
  private let routes: [Route]

  init(source: SiteSource) {
    self.source = source
    let checked = source.pages.inPieces.parallelMap { pages in
      pages.map {
        (route: AuthoredPages.route(of: $0, in: source), findings: AuthoredPages.faults(of: $0, in: source))
      }
    }.joined()
    routes = checked.map(\.route)
    findings = checked.flatMap(\.findings)
  }

  private static func faults(of page: SiteSource.AuthoredPage, in source: SiteSource) -> [Finding] {
    var findings: [Finding] = []
    if source.paths[page.id]?[page.language.other] == nil {
      findings.append(SiteRule.pageOneLanguage(page.id, has: page.language).finding(in: page.file))
    }
    if route(of: page, in: source).path(in: page.language) != page.path {
      findings.append(SiteRule.pathMalformed(page.path).finding(in: page.file))
    }
    for (name, _) in inserts(in: page.body) where PageInsert(rawValue: name) == nil {
      findings.append(SiteRule.insertUnknown(name).finding(in: page.file))
    }
    return findings
  }

  /// The route of an authored page. The method page and those of the analyses have places of their own, because
  /// generated pages lead there.
  static func route(of page: SiteSource.AuthoredPage, in source: SiteSource) -> Route {
    if page.id == "method" { return .method }
    if let analysis = Analysis(rawValue: page.id) { return .analysis(analysis) }
    let paths = source.paths[page.id] ?? [:]
    let other = "/" + page.id + "/"
    return .authored(id: page.id, vi: paths[.vietnamese] ?? other, en: paths[.english] ?? other)
  }

  /// The pages above one.
  private static func parents(of route: Route) -> [Route] {
    switch route {
    case .analysis(.overview): [.home, .method]
    case .analysis: [.home, .method, .analysis(.overview)]
    default: [.home]
    }
  }

  /// A page is named by its place among the sources.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Int)] {
    source.pages.indices.lazy.filter { source.pages[$0].language == context.language }.map { place in
      let (page, route) = (source.pages[place], routes[place])
      let head = Page.Head(
        route: route, language: page.language, title: page.title, description: page.description,
        parents: AuthoredPages.parents(of: route), quotesBothLanguages: page.isBilingual)
      return (head, place)
    }
  }

  package func content(of subject: Int, _ context: PageContext) throws(MarkdownError) -> Page.Content {
    let page = source.pages[subject]
    context.facts.read(authored: page)
    let inserts = AuthoredPages.inserts(in: page.body)
    if inserts.isEmpty { return Page.Content(MarkdownDocument(authored: page.body)) }
    var content = Page.Content()
    // What stands between the inserts.
    var text = page.body.startIndex
    for (name, line) in inserts {
      content.body.append(MarkdownDocument(authored: String(page.body[text..<line.lowerBound])))
      text = line.upperBound
      if let insert = PageInsert(rawValue: name) {
        let inserted = try insert.content(context)
        content.body.append(inserted.body)
        content.charts += inserted.charts
      }
    }
    content.body.append(MarkdownDocument(authored: String(page.body[text...])))
    return content
  }

  /// The lines `{{insert:NAME}}`, with the names.
  private static func inserts(in body: String) -> [(name: String, line: Range<String.Index>)] {
    let (open, close) = (Array("{{insert:".utf8), Array("}}".utf8))
    // Most pages have none.
    guard body.containsByte(UInt8(ascii: "{")) else { return [] }
    var inserts: [(name: String, line: Range<String.Index>)] = []
    var start = body.startIndex
    while start < body.endIndex {
      let end = body.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? body.endIndex
      let line = body.utf8[start..<end]
      if line.starts(with: open), line.suffix(2).elementsEqual(close) {
        inserts.append((String(body[start..<end].dropFirst(open.count).dropLast(close.count)), start..<end))
      }
      start = end < body.endIndex ? body.utf8.index(after: end) : end
    }
    return inserts
  }
}
