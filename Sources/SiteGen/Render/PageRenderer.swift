internal import Foundation
internal import GFM
internal import Mustache
internal import Scoring

/// A finished page: its HTML and what the checks need.
struct RenderedPage: Sendable {
  let page: Page
  /// The Markdown that the page was rendered from.
  let markdown: String
  let html: String
  let body: RenderedBody
}

/// Puts the Markdown of pages through GFM and into the layout.
struct PageRenderer: Sendable {
  private let markdown: MarkdownRenderer
  private let vietnamese: MustacheTemplate
  private let english: MustacheTemplate
  private let constants: [Language: [String: String]]
  private let baseURL: String?
  private let menu: [Language: [MenuEntry]]

  /// An entry of the navigation.
  struct MenuEntry: Sendable {
    let route: Route
    let label: String
  }

  /// - Parameter baseURL: where the site will stand, without a slash at the end; nil leaves out canonical
  ///   addresses.
  init(
    source: SiteSource, baseURL: String?, asOf: CalendarDate, menu: [Language: [MenuEntry]]
  ) throws {
    markdown = try MarkdownRenderer()
    FastEscaping.register()
    vietnamese = try MustacheTemplate(
      string: PageRenderer.filled(source.layout, with: source.labels(in: .vietnamese), asOf: asOf))
    english = try MustacheTemplate(
      string: PageRenderer.filled(source.layout, with: source.labels(in: .english), asOf: asOf))
    self.baseURL = baseURL
    self.menu = menu
    constants = source.labels.mapValues { PageRenderer.constants($0, asOf: asOf) }
  }

  /// The layout with what is the same on every page of a language filled: `{{strings.area_name}}`, the name
  /// and the tagline of the site, its licence and the day of the data.
  private static func filled(_ layout: String, with labels: Labels, asOf: CalendarDate) -> String {
    var texts = Dictionary(
      labels.texts.map { key, text in
        ("strings." + String(key.map { $0 == "." || $0 == "-" ? "_" : $0 }), HTMLText.escaped(text))
      },
      uniquingKeysWith: { first, _ in first })
    for (name, text) in constants(labels, asOf: asOf) { texts[name] = FastEscaping().escapeText(text) }
    let opening = "{{"
    var pieces = layout.split(separator: opening, omittingEmptySubsequences: false)
    var result = FastEscaping.pragma + String(pieces.removeFirst())
    for piece in pieces {
      if let end = piece.firstRange(of: "}}"), let text = texts[String(piece[..<end.lowerBound])] {
        result += text + piece[end.upperBound...]
      } else {
        result += opening + piece
      }
    }
    return result
  }

  /// What the layout can show that is the same on every page of a language.
  private static func constants(_ labels: Labels, asOf: CalendarDate) -> [String: String] {
    [
      "siteTitle": labels.text("layout.site_title"), "tagline": labels.text("layout.tagline"),
      "license": labels.text("layout.license"),
      "asOf": NumberText.date(PartialDate(asOf), in: labels.language),
    ]
  }

  func render(_ page: Page, titles: [Route: String]) throws -> RenderedPage {
    let root = rootPrefix(of: page)
    let sizes = page.charts.reduce(into: [String: (width: String, height: String)]()) { sizes, chart in
      sizes[chart.path] = PageRenderer.size(ofSVG: chart.svg)
    }
    var text = page.body.text
    var body = BodyFinisher.finish(
      try markdown.htmlBytes(from: text), language: page.language, root: root, pictureSizes: sizes,
      keepsText: { !page.quotesBothLanguages && LanguageCheck.mayBeForeign($0, to: page.language) })
    if let listing = page.listing {
      text += "\n" + (try listing.document().text)
      body.html += listing.html
      body.ids.formUnion(listing.ids)
    }
    let context = context(of: page, body: body, root: root, titles: titles)
    let template = page.language == .vietnamese ? vietnamese : english
    return RenderedPage(
      page: page, markdown: text, html: template.render(context), body: body)
  }

  /// From the folder of the page to the root of the site. The page for missing addresses is shown at any
  /// depth, so its links start at the root.
  private func rootPrefix(of page: Page) -> String {
    if page.route == .notFound {
      let path = baseURL.flatMap { URL(string: $0)?.path } ?? ""
      return path.hasSuffix("/") ? path : path + "/"
    }
    let depth = page.route.path(in: page.language).split(separator: "/").count
    return String(repeating: "../", count: depth)
  }

  private func context(
    of page: Page, body: RenderedBody, root: String, titles: [Route: String]
  ) -> LayoutFields {
    let language = page.language
    func href(_ route: Route, _ language: Language) -> String {
      let target = root + route.path(in: language).dropFirst()
      return target.isEmpty ? "./" : target
    }
    var context: [String: Any] = [
      "lang": language.rawValue,
      "title": page.title,
      "description": page.description,
      "kind": page.route.kind,
      "root": root,
      "homeHref": href(.home, language),
      "methodHref": href(.method, language),
      "sourcesHref": href(.sources, language),
      "dataHref": href(.dataDictionary, language),
      "twin": LayoutFields([
        "href": href(page.route, language.other), "lang": language.other.rawValue,
        "label": language.other == .vietnamese ? "Tiếng Việt" : "English",
      ]),
      "navigation": (menu[language] ?? []).map { entry in
        LayoutFields([
          "href": href(entry.route, language), "label": entry.label,
          "current": entry.route == page.route || page.parents.contains(entry.route),
        ])
      },
      "breadcrumbs": page.parents.compactMap { route in
        titles[route].map { LayoutFields(["href": href(route, language), "label": $0]) }
      },
      "content": body.html,
      "isVietnamese": language == .vietnamese,
    ]
    context.merge(constants[language] ?? [:]) { first, _ in first }
    if page.route != .notFound { context["markdownHref"] = "index.md" }
    if body.headings.count >= 3 {
      context["contents"] = body.headings.map { LayoutFields(["href": "#" + $0.id, "label": $0.text]) }
    }
    if let baseURL, page.route != .notFound {
      context["canonical"] = baseURL + page.route.path(in: language)
      context["alternates"] = Language.allCases.map {
        LayoutFields(["lang": $0.rawValue, "href": baseURL + page.route.path(in: $0)])
      }
    }
    return LayoutFields(context)
  }

  /// The size in the `viewBox` of a chart.
  static func size(ofSVG svg: String) -> (width: String, height: String)? {
    guard let start = svg.range(of: "viewBox=\"") else { return nil }
    let numbers = svg[start.upperBound...].prefix { $0 != "\"" }.split(separator: " ").map(String.init)
    return numbers.count == 4 ? (numbers[2], numbers[3]) : nil
  }
}

/// Escapes what the layout shows. That of the template engine goes through every text character by character,
/// and most texts have nothing to escape.
private struct FastEscaping: MustacheContentType {
  private static let name = "FAST-HTML"
  /// Goes in front of a layout that is escaped so.
  static let pragma = "{{% CONTENT_TYPE:\(name)}}"

  static func register() { MustacheContentTypes.register(FastEscaping(), named: name) }

  func escapeText(_ text: String) -> String {
    let escaped = HTMLText.escaped(text)
    return escaped.utf8.contains(UInt8(ascii: "'")) ? escaped.replacing("'", with: "&#39;") : escaped
  }
}
