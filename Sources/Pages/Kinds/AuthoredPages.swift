package import GFM
internal import Parallel
package import Text

/// Authored pages with the blocks they insert.
package struct AuthoredPages: PageWriter {
  package let source: SiteSource
  package let findings: [Finding]
  /// The route of each page.
  private let routes: [Route]
  private let missingFiles = Locked<Set<String>>([])

  /// A finding for each file that was missing when its page was written.
  package var missingFileFindings: [Finding] {
    missingFiles.withLock { $0 }.sorted().map { Rule.fileMissing.finding(in: $0) }
  }

  package init(source: SiteSource) {
    self.source = source
    let checked = source.pages.chunks.parallelMap { pages in
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
      findings.append(Rule.pageOneLanguage(page.id, has: page.language).finding(in: page.file))
    }
    if route(of: page, in: source).path(in: page.language) != page.path {
      findings.append(Rule.pathMalformed(page.path).finding(in: page.file))
    }
    for name in page.inserts where PageInsert(rawValue: name) == nil {
      findings.append(Rule.insertUnknown(name).finding(in: page.file))
    }
    return findings
  }

  /// The route of an authored page. The method page, the glossary and the pages of the analyses have routes of their
  /// own, because generated pages link to them.
  package static func route(of page: SiteSource.AuthoredPage, in source: SiteSource) -> Route {
    if page.id == "method" { return .method }
    if page.id == SiteSource.glossary { return .glossary }
    if let analysis = Analysis(rawValue: page.id) { return .analysis(analysis) }
    let paths = source.paths[page.id] ?? [:]
    let other = "/" + page.id + "/"
    return .authored(id: page.id, vi: paths[.vietnamese] ?? other, en: paths[.english] ?? other)
  }

  /// The pages above a page, from the home page down.
  private static func parents(of route: Route) -> [Route] {
    switch route {
    case .analysis(.overview): [.home, .method]
    case .analysis: [.home, .method, .analysis(.overview)]
    default: [.home]
    }
  }

  /// The subject of a page is its index among the sources.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Int)] {
    source.pages.indices.lazy.filter { source.pages[$0].language == context.language }.map { place in
      let (page, route) = (source.pages[place], routes[place])
      let head = Page.Head(
        route: route, language: page.language, title: page.title, description: page.description,
        parents: AuthoredPages.parents(of: route), quotesBothLanguages: page.isBilingual)
      return (head, place)
    }
  }

  package func content(of subject: Int, _ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    let page = source.pages[subject]
    let digest = context.data.authoredText(page.file)
    guard let (body, found) = SiteSourceReader.body(of: page, in: source.folder) else {
      missingFiles.withLock { _ = $0.insert(page.file) }
      return Page.PageContent()
    }
    let isSame = found == digest
    if !isSame { context.data.changedText(page.file) }
    let inserts = page.inserts.isEmpty && isSame ? [] : InsertLines.all(in: body)
    if inserts.isEmpty { return Page.PageContent(MarkdownDocument(authored: body)) }
    var content = Page.PageContent()
    // The start of the text after the last insert.
    var text = body.startIndex
    for (name, line) in inserts {
      content.body.append(MarkdownDocument(authored: String(body[text..<line.lowerBound])))
      text = line.upperBound
      if let insert = PageInsert(rawValue: name) {
        let inserted = try insert.content(context)
        content.body.append(inserted.body)
        content.charts += inserted.charts
      }
    }
    content.body.append(MarkdownDocument(authored: String(body[text...])))
    return content
  }
}
