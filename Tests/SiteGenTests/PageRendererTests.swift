import Foundation
import GFM
import Scoring
import Testing
import Text

@testable import Pages
@testable import SiteGen

struct PageRendererTests {
  private static let layout = """
    lang={{lang}} root={{root}} home={{homeHref}} twin={{#twin}}{{href}} {{lang}} {{label}}{{/twin}}
    canonical={{#canonical}}{{.}}{{/canonical}} alternates={{#alternates}}[{{lang}} {{href}}]{{/alternates}}
    nav={{#navigation}}[{{href}} {{label}}{{#current}} {{.}}{{/current}}]{{/navigation}}
    foot={{#footer}}{{label}}:{{#entries}}[{{href}} {{label}}]{{/entries}}{{/footer}}
    crumbs={{#breadcrumbs}}[{{href}} {{label}}]{{/breadcrumbs}} contents={{#contents}}[{{href}} {{label}}]{{/contents}}
    feeds={{#feeds}}[{{href}} {{label}}]{{/feeds}} data={{#structuredData}}{{{content}}};{{/structuredData}}
    markdown={{markdownHref}} kind={{kind}} as-of={{asOf}} label={{strings.nav_home}} title={{title}}
    {{{content}}}
    """

  private func render(
    _ route: Route, _ language: Language, _ body: String = "x", baseURL: String? = nil
  ) throws -> String {
    let labels = Language.allCases.map { ($0, Labels(language: $0, texts: ["nav.home": "Home & <x>"])) }
    let source = SiteSource(
      pages: [], labels: Dictionary(uniqueKeysWithValues: labels), layout: PageRendererTests.layout,
      assets: [])
    let entry = SiteMenu.MenuEntry(route: .indexes, label: "Index")
    let about = SiteMenu.MenuGroup(title: "About", entries: [.init(route: .method, label: "Method")])
    let renderer = try PageRenderer(
      source: source, baseURL: baseURL, asOf: .lastDay(of: 2025),
      menus: InBothLanguages { _ in SiteMenu(top: [entry], foot: [about]) },
      tables: ["t"])
    let page = Page(
      Page.Head(
        route: route, language: language, title: "A & <B>", description: "", parents: [.home, .indexYears]),
      Page.PageContent(MarkdownDocument(authored: body)))
    let rendered = try renderer.render(
      page, titles: [.home: "Start", .indexes: "Indexes", .indexYears: "Years"])
    return String(decoding: rendered.html, as: UTF8.self)
  }

  @Test func addressesAreRelativeToThePage() throws {
    let html = try render(.indexYear(2023), .vietnamese)
    #expect(html.contains("root=../../ home=../../ twin=../../en/par-index/2023/ en English"))
    #expect(html.contains("nav=[../../chi-so-cong-bo/ Index true]"))
    #expect(html.contains("foot=About:[../../phuong-phap/ Method]"))
    // The section of the menu stands above the first page below the home page.
    #expect(html.contains("crumbs=[../../ Start][../../chi-so-cong-bo/ Indexes][../../par-index/ Years]"))
    #expect(html.contains("markdown=index.md kind=index-year as-of=31/12/2025"))
    let home = try render(.home, .vietnamese, "[a](/nguon/)")
    #expect(home.contains("root= home=./ twin=en/ en English") && home.contains("href=\"nguon/\""))
    #expect(try render(.home, .english).contains("root=../ home=../en/ twin=../ vi Tiếng Việt"))
    let file = Route.dataFile("provinces/a/plans/b.yaml")
    #expect(try render(file, .english).contains("root=../../../../../../../ home=../../../../../../../en/"))
  }

  @Test func canonicalAddressesNeedABase() throws {
    #expect(try render(.method, .english).contains("canonical= alternates=\n"))
    let html = try render(.method, .english, baseURL: "https://a.vn/b")
    #expect(html.contains("canonical=https://a.vn/b/en/method/ "))
    #expect(
      html.contains("alternates=[vi https://a.vn/b/phuong-phap/][en https://a.vn/b/en/method/]"))
  }

  @Test func thePageForMissingAddressesStartsAtTheRoot() throws {
    let html = try render(.notFound, .english, "[a](/en/method/)")
    #expect(html.contains("root=/ home=/en/ twin=/404.html") && html.contains("href=\"/en/method/\""))
    #expect(html.contains("markdown= kind"))
    let below = try render(.notFound, .vietnamese, "[a](/nguon/)", baseURL: "https://a.vn/b")
    #expect(below.contains("root=/b/ home=/b/ twin=/b/en/404.html") && below.contains("href=\"/b/nguon/\""))
    #expect(below.contains("canonical= alternates="))
  }

  @Test func whatNeedsTheAddressOfTheSiteStandsOnlyWithIt() throws {
    #expect(try render(.method, .english).contains("feeds= data=\n"))
    let html = try render(.province(Identifier("x")), .vietnamese, baseURL: "https://a.vn")
    #expect(html.contains("[../../thay-doi/feed.xml ") && html.contains("[../../tinh/x/feed.xml "))
    let start = try #require(html.range(of: "data=")?.upperBound)
    let script = html[start...].prefix { $0 != ";" && $0 != "\n" }
    let crumbs = try JSONDecoder().decode(Crumbs.self, from: Data(script.utf8))
    #expect(crumbs.itemListElement.map(\.name).last == "A & <B>" && !script.contains("<"))
    #expect(crumbs.itemListElement.map(\.item).last == "https://a.vn/tinh/x/")
    #expect(crumbs.itemListElement.map(\.position) == Array(1...crumbs.itemListElement.count))
    let data = try render(.dataDictionary, .english, baseURL: "https://a.vn")
    #expect(data.contains("\"@type\": \"Dataset\"") && data.contains("https://a.vn/data/t.csv"))
  }

  private struct Crumbs: Decodable {
    struct Crumb: Decodable { let position: Int, name: String, item: String }
    let itemListElement: [Crumb]
  }

  @Test func contentsNeedThreeHeadings() throws {
    #expect(try render(.method, .english, "## a\n\n## b\n").contains("contents=\n"))
    #expect(
      try render(.method, .english, "## a\n\n### x\n\n## b\n\n## c\n").contains(
        "contents=[#a a][#b b][#c c]"))
  }

  @Test func textIsEscapedAndContentIsNot() throws {
    let html = try render(.method, .english, "**x** & y")
    #expect(html.contains("title=A &amp; &lt;B&gt;") && html.contains("label=Home &amp; &lt;x&gt;"))
    #expect(html.contains("<strong>x</strong> &amp; y"))
  }

  @Test func theSizeOfAPictureIsReadFromIt() {
    let size = PageRenderer.size(ofSVG: "<svg viewBox=\"0 0 640 320.5\">")
    #expect(size?.width == "640" && size?.height == "320.5")
    #expect(
      PageRenderer.size(ofSVG: "<svg>") == nil && PageRenderer.size(ofSVG: "<svg viewBox=\"0 0\">") == nil)
  }
}
