internal import Files
internal import Foundation
internal import GFM
internal import Pages
internal import Parallel
internal import Scoring
internal import Text

/// Renders the Markdown of pages to HTML and inserts it into the layout.
struct PageRenderer: Sendable {
  private let markdown: MarkdownRenderer
  private let layouts: InBothLanguages<Layout<PageValue>>
  private let publication: Publication
  private let labels: InBothLanguages<Labels>
  private let lastChange: CalendarDate?
  private let asOf: CalendarDate
  private let tables: [String]
  private let menus: InBothLanguages<SiteMenu>
  private let hasFeed: Bool
  private var baseURL: String? { publication.baseURL }
  /// Everything besides the page that rendering depends on, for the layout fingerprint.
  let inputs: [String]
  /// Long texts are rendered in parts, and parts that are long in one piece, like a long paragraph, one at a time:
  /// cmark-gfm takes up to thirty times the size of a text.
  private let longTexts = Locked(())
  private static let shortText = 1 << 20

  /// The values of the layout that differ from page to page.
  enum PageValue: LayoutName {
    case lang, title, description, kind, root, homeHref, twin, href, label
    case navigation, current, footer, entries, breadcrumbs, content, markdownHref, contents, canonical,
      alternates
    case feeds, manifestHref, findHref, changesHref, lastChange, publisher, contact, contactHref,
      repositoryHref
    case reportHref, structuredData, searchHref, searchKind, searches, chooses, hasFigures
    case citationAddress, bibliographyEntry, cardHref, cardAlternative
  }

  /// - Parameters:
  ///   - baseURL: the base URL of the site; nil for that of `site.yaml`, without which canonical addresses, feeds and
  ///     structured data are left out.
  ///   - lastChange: the day of the newest change; nil without any.
  ///   - hasFeed: whether there is a ``DocumentFeed`` of each language, given a base URL.
  ///   - tables: the names of the open data tables.
  /// - Throws: ``LayoutFault`` or ``MarkdownError``.
  init(
    source: SiteSource, baseURL: String?, asOf: CalendarDate, lastChange: CalendarDate? = nil,
    menus: InBothLanguages<SiteMenu>, hasFeed: Bool = false, tables: [String] = []
  ) throws {
    markdown = try MarkdownRenderer()
    layouts = try InBothLanguages { language in
      try Layout(source.layout, constants: Self.constants(source.labels(in: language), asOf: asOf))
    }
    publication = Publication(source.identity, baseURL: baseURL)
    labels = InBothLanguages { source.labels(in: $0) }
    self.lastChange = lastChange
    self.asOf = asOf
    self.tables = tables
    self.menus = menus
    self.hasFeed = hasFeed
    inputs =
      Self.inputs(source, asOf: asOf, menus: menus, hasFeed: hasFeed)
      + [ValueDigester.digest(publication).map { $0.description } ?? "", lastChange?.description ?? ""]
      + tables
  }

  private static func inputs(
    _ source: SiteSource, asOf: CalendarDate, menus: InBothLanguages<SiteMenu>, hasFeed: Bool
  ) -> [String] {
    var inputs = [source.layout, asOf.description, hasFeed ? "feed" : ""]
    for language in Language.allCases {
      for group in [SiteMenu.MenuGroup(title: "", entries: menus[language].top)] + menus[language].foot {
        inputs +=
          [group.title, String(group.entries.count)]
          + group.entries.flatMap { [$0.route.path(in: language), $0.route.kind, $0.label] }
      }
      let labels = source.labels(in: language).texts.sorted { $0.key < $1.key }
      inputs += [String(labels.count)] + labels.flatMap { [$0.key, $0.value] }
    }
    return inputs
  }

  /// The values of the layout that are the same on every page of a language: `strings.area_name` for the label
  /// `area.name`, the name and tagline of the site, its licence and the date of the data.
  private static func constants(_ labels: Labels, asOf: CalendarDate) -> [String: String] {
    var constants = [
      "siteTitle": labels.text("layout.site_title"), "tagline": labels.text("layout.tagline"),
      "license": labels.text("layout.license"),
      "asOf": NumberText.date(PartialDate(asOf), in: labels.language),
      "asOfYear": String(asOf.year), "rulesVersion": Verdict.rulesVersion,
    ]
    for (key, text) in labels.texts {
      constants["strings." + String(key.map { $0 == "." || $0 == "-" ? "_" : $0 })] = text
    }
    return constants
  }

  /// - Parameter card: the card that stands for the page where its address is shared.
  func render(_ page: Page, titles: [Route: String], card: NamedCard? = nil) throws(MarkdownError)
    -> FinishedPage
  {
    let (head, content) = (page.head, page.content)
    let root = rootPrefix(of: head)
    let sizes = content.charts.reduce(into: [String: (width: String, height: String)]()) { sizes, chart in
      sizes[chart.path] = PageRenderer.size(ofSVG: chart.svg)
    }
    var text = content.body.text
    var body = BodyFinisher.finish(
      try bodyHTML(of: content.body, text), title: head.title, language: head.language, root: root,
      pictureSizes: sizes,
      keepsText: { !head.quotesBothLanguages && LanguageCheck.mayBeForeign($0, to: head.language) })
    if let listing = content.listing {
      if head.route.hasMarkdown { text += "\n" + (try listing.markdown) }
      body.html += listing.html
    }
    var values = values(of: head, body: body, root: root, titles: titles)
    if let card, let baseURL {
      values.add(.cardHref, .address(root: baseURL + "/", path: card.path[...]))
      values.add(.cardAlternative, .text(card.alternative))
    }
    if head.route.hasFigures || !content.charts.isEmpty { values.add(.hasFigures, .flag(true)) }
    let html = layouts[head.language].render(values, capacity: body.html.count + 8_192)
    body.html = []
    return FinishedPage(
      html: Data(html), markdown: Data("# \(head.title)\n\n\(text)".utf8), body: body)
  }

  /// The page that shows a chart alone.
  func embedded(_ chart: Page.Chart, _ language: Language, titles: [Route: String]) -> String {
    EmbeddedChart(
      chart: chart, language: language, labels: labels[language], baseURL: baseURL,
      pageTitle: titles[chart.page] ?? labels[language].text("layout.site_title")
    ).html
  }

  /// - Parameter text: the text of the document.
  private func bodyHTML(of document: MarkdownDocument, _ text: String) throws(MarkdownError) -> [UInt8] {
    guard text.utf8.count > Self.shortText else { return try markdown.htmlBytes(from: text) }
    var html: [UInt8] = []
    try document.forEachPart(ofAtLeast: Self.shortText / 4) { part throws(MarkdownError) in
      let isShort = part.text.utf8.count <= Self.shortText
      html += try part.share(
        of: isShort
          ? markdown.htmlBytes(from: part.text)
          : longTexts.withLock { _ throws(MarkdownError) in try markdown.htmlBytes(from: part.text) })
    }
    return html
  }

  /// The path from the folder of the page to the root of the site. The page for missing addresses is shown at any
  /// depth, so its links start at the root.
  private func rootPrefix(of page: Page.Head) -> String {
    if page.route == .notFound {
      let path = baseURL.flatMap { URL(string: $0)?.path } ?? ""
      return path.hasSuffix("/") ? path : path + "/"
    }
    let slash = UInt8(ascii: "/")
    // Every path starts and ends with a slash.
    let depth = page.route.path(in: page.language).utf8.count { $0 == slash } - 1
    return String(repeating: "../", count: depth)
  }

  private func values(
    of page: Page.Head, body: RenderedBody, root: String, titles: [Route: String]
  ) -> LayoutValues<PageValue> {
    let language = page.language
    func address(_ path: Substring) -> LayoutValue<PageValue> {
      root.isEmpty && path.isEmpty ? .text("./") : .address(root: root, path: path)
    }
    func href(_ route: Route, _ language: Language) -> LayoutValue<PageValue> {
      address(route.path(in: language).dropFirst())
    }
    var values: LayoutValues<PageValue> = [
      .lang: .text(language.rawValue),
      .title: .text(page.title),
      .description: .text(ShortText.cut(page.description, to: Self.longestDescription)),
      .kind: .text(page.route.kind),
      .root: .text(root),
      .homeHref: href(.home, language),
      .findHref: href(.alphabet, language),
      .searchHref: href(.search, language),
      .changesHref: href(.changes, language),
      .manifestHref: .address(root: root, path: SiteDescription.manifestPath(in: language)[...]),
      .twin: .fields([
        .href: href(page.route, language.other), .lang: .text(language.other.rawValue),
        .label: .text(language.other == .vietnamese ? "Tiếng Việt" : "English"),
      ]),
      .navigation: .list(
        menus[language].top.map { entry in
          let value = entry.route == page.route ? "page" : entry.route == page.route.section ? "true" : ""
          return [
            .href: href(entry.route, language), .label: .text(entry.label), .current: .text(value),
          ]
        }),
      .footer: .list(
        menus[language].foot.map { group in
          [
            .label: .text(group.title),
            .entries: .list(
              group.entries.map { [.href: href($0.route, language), .label: .text($0.label)] }),
          ]
        }),
      .breadcrumbs: .list(
        page.trail.compactMap { route in
          titles[route].map { [.href: href(route, language), .label: .text($0)] }
        }),
      .content: .html(body.html),
    ]
    if page.route.hasMarkdown { values.add(.markdownHref, .text("index.md")) }
    if let kind = page.route.searchKind {
      values.add(.searchKind, .text(labels[language].text("search.kind_" + kind.rawValue)))
    }
    if page.route.searches { values.add(.searches, .flag(true)) }
    if page.route == .compare { values.add(.chooses, .flag(true)) }
    addPublication(of: page, root: root, titles: titles, to: &values)
    if page.route != .notFound { addCitation(of: page, to: &values) }
    if body.headings.count >= 3 {
      values.add(
        .contents,
        .list(body.headings.map { [.href: .address(root: "#", path: $0.id[...]), .label: .text($0.text)] }))
    }
    if let baseURL, page.route != .notFound {
      values.add(.canonical, .address(root: baseURL, path: page.route.path(in: language)[...]))
      values.add(
        .alternates,
        .list(
          Language.allCases.map {
            [.lang: .text($0.rawValue), .href: .address(root: baseURL, path: page.route.path(in: $0)[...])]
          }))
    }
    return values
  }

  /// Adds what a citation of the page needs.
  private func addCitation(of page: Page.Head, to values: inout LayoutValues<PageValue>) {
    let (language, labels) = (page.language, labels[page.language])
    let path = page.route.path(in: language)
    let site = labels.text("layout.site_title")
    let address = baseURL.map { $0 + path } ?? path
    let date = NumberText.date(PartialDate(asOf), in: language)
    let entry = BibliographyEntry(
      key: BibliographyEntry.key(ofPath: path), author: publication.identity.publisher?[language] ?? site,
      title: page.title, site: site, year: asOf.year,
      note: labels.text("layout.as_of") + " " + date + "; " + labels.text("layout.rules_version") + " "
        + Verdict.rulesVersion + "; CC BY 4.0",
      address: address)
    values.add(.citationAddress, .text(address))
    values.add(.bibliographyEntry, .text(entry.text))
  }

  /// Search engines and previews show no more characters of a description.
  private static let longestDescription = 160

  /// Adds who publishes the site and how to reach them, and what needs the address of the site.
  private func addPublication(
    of page: Page.Head, root: String, titles: [Route: String], to values: inout LayoutValues<PageValue>
  ) {
    let (identity, language) = (publication.identity, page.language)
    let labels = labels[language]
    let report = ReportLinks(publication, labels: labels).report(on: page.route, titled: page.title)
    let texts: [(PageValue, String?)] = [
      (.publisher, identity.publisher?[language]), (.contact, identity.contact),
      (.contactHref, identity.contactLink), (.repositoryHref, identity.repository?.address),
      (.reportHref, report),
      (.lastChange, lastChange.map { NumberText.date(PartialDate($0), in: language) }),
    ]
    for (name, text) in texts { if let text { values.add(name, .text(text)) } }
    guard let baseURL else { return }
    values.add(.feeds, .list(feeds(of: page, root: root, titles: titles)))
    guard page.route != .notFound else { return }
    let structured = StructuredData(baseURL: baseURL, language: language)
    var scripts: [JSONValue] = []
    if !page.parents.isEmpty {
      let above = page.trail.compactMap { route in titles[route].map { (title: $0, route: route) } }
      scripts.append(structured.breadcrumbs(above + [(page.title, page.route)]))
    }
    if page.route == .dataDictionary {
      scripts.append(
        structured.dataset(
          page, tables: tables, creator: identity.publisher?[language] ?? labels.text("layout.site_title"),
          modified: max(asOf, lastChange ?? asOf).description))
    }
    values.add(
      .structuredData, .list(scripts.map { [.content: .html(StructuredData.script($0))] }))
  }

  /// The feeds of documents and of changes, and on the page of a province that of its changes.
  private func feeds(
    of page: Page.Head, root: String, titles: [Route: String]
  ) -> [LayoutValues<PageValue>] {
    let (language, labels) = (page.language, labels[page.language])
    var feeds: [(label: String, path: String)] = []
    if hasFeed { feeds.append((labels.text("layout.feed_documents"), DocumentFeed.path(in: language))) }
    feeds.append((labels.text("changes.title"), ChangeFeed.path(beside: .changes, in: language)))
    if case .province = page.route {
      let title = labels.text("changes.feed_province", ["name": page.title])
      feeds.append((title, ChangeFeed.path(beside: page.route, in: language)))
    }
    return feeds.map { [.label: .text($0.label), .href: .address(root: root, path: $0.path[...])] }
  }

  /// The size in the `viewBox` of a chart.
  static func size(ofSVG svg: String) -> (width: String, height: String)? {
    guard let start = svg.range(of: "viewBox=\"") else { return nil }
    let numbers = svg[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ").map(String.init)
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }
}

/// A page as it is published, with what the checks need.
struct FinishedPage: Sendable {
  /// The whole page.
  let html: Data
  /// The Markdown that the page was rendered from, with the title above it.
  let markdown: Data
  /// The text as the checks need it. Its HTML is empty, because the page has it.
  let body: RenderedBody
}
