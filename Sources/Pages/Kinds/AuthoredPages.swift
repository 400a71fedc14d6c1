package import GFM
internal import Parallel
package import Text

/// Pages that people write, with the blocks they insert.
package struct AuthoredPages: PageWriter {
  package let source: SiteSource
  package let findings: [Finding]
  /// The route of each page.
  private let routes: [Route]
  private let lost = Lost()

  /// The files that were gone when their pages were made.
  private final class Lost: Sendable {
    private let noted = Locked<Set<String>>([])

    var files: Set<String> { noted.withLock { $0 } }

    func note(_ file: String) { noted.withLock { _ = $0.insert(file) } }
  }

  /// Pages whose files vanished before they were made.
  package var losses: [Finding] { lost.files.sorted().map { Rule.fileMissing.finding(in: $0) } }

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

  /// The route of an authored page. The method page and those of the analyses have places of their own, because
  /// generated pages lead there.
  package static func route(of page: SiteSource.AuthoredPage, in source: SiteSource) -> Route {
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

  package func content(of subject: Int, _ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    let page = source.pages[subject]
    let digest = context.data.authoredText(page.file)
    guard let (body, found) = SiteSourceReader.body(of: page, in: source.folder) else {
      lost.note(page.file)
      return Page.PageContent()
    }
    let isSame = found == digest
    if !isSame { context.data.changedText(page.file) }
    let inserts = page.inserts.isEmpty && isSame ? [] : InsertLines.all(in: body)
    if inserts.isEmpty { return Page.PageContent(MarkdownDocument(authored: body)) }
    var content = Page.PageContent()
    // What stands between the inserts.
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
