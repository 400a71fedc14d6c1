import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Scoring
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Properties of the sitemap and the feed of made-up pages.
struct SitemapTests {
  /// The pages of these routes in both languages.
  private func pages(_ routes: [Route], title: String = "A", description: String = "B") -> [Page.Head] {
    Language.allCases.flatMap { language in
      routes.map {
        Page.Head(route: $0, language: language, title: title, description: description, parents: [])
      }
    }
  }

  private func labels(_ language: Language) -> Labels {
    Labels(
      language: language,
      texts: ["layout.site_title": "T & <t>", "layout.tagline": "\u{7}\"g\"", "layout.license": "L"])
  }

  @Test func addressesAreEscapedOnce() throws {
    let map = Sitemap(baseURL: "https://a.vn/?x=1&y='<2>'").files(of: pages([.home]))
    let bytes = try #require(map["sitemap.xml"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<loc>https://a.vn/?x=1&amp;y=&#39;&lt;2&gt;&#39;/</loc>"))
    #expect(!text.contains("&amp;amp;"))
    #expect(try XMLScanner(bytes).texts(of: "loc") == ["/", "/en/"].map { "https://a.vn/?x=1&y='<2>'" + $0 })
  }

  @Test(arguments: 1...13) func aLongSitemapIsCutIntoFiles(limit: Int) throws {
    let routes = (2011...2015).map { Route.indexYear($0) }
    let map = Sitemap(baseURL: "https://a.vn", limit: limit)
    let files = map.files(of: pages(routes + [.notFound]))
    let whole = Sitemap(baseURL: "https://a.vn").files(of: pages(routes))
    let expected = try XMLScanner(try #require(whole["sitemap.xml"])).texts(of: "loc")
    let index = try XMLScanner(try #require(files["sitemap.xml"]))
    guard limit < expected.count else {
      #expect(files == whole)
      return
    }
    #expect(index.elements[0].name == "sitemapindex")
    let names = index.texts(of: "loc").map { String($0.dropFirst("https://a.vn/".count)) }
    #expect(Set(names).union(["sitemap.xml"]) == Set(files.keys))
    let parts = try names.map { try XMLScanner(try #require(files[$0])).texts(of: "loc") }
    #expect(parts.flatMap { $0 } == expected && parts.allSatisfy { (1...limit).contains($0.count) })
  }

  @Test func aFeedIsWellFormedWhateverItsTexts() throws {
    let route = Route.plan(Identifier("p"))
    let days = [route: CalendarDate.lastDay(of: 2024)]
    let feed = DocumentFeed(labels: labels(.vietnamese), baseURL: "https://a.vn", days: days)
    let texts = pages([route, .home], title: "Kế hoạch <b> & \u{0}", description: "]]> &amp; \u{FFFF}")
    let file = try XMLScanner(try #require(feed.file(of: texts)))
    #expect(file.texts(of: "title") == ["T & <t>", "Kế hoạch <b> & \u{FFFD}"])
    #expect(file.texts(of: "summary") == ["]]> &amp; \u{FFFD}"])
    #expect(file.texts(of: "subtitle") == ["\u{FFFD}\"g\""])
    #expect(file.texts(of: "updated") == Array(repeating: "2024-12-31T00:00:00+07:00", count: 2))
  }

  @Test func theNewestThirtyDocumentsAreInTheFeedWhateverTheOrderOfPages() throws {
    let routes = (0..<40).map { Route.plan(Identifier("p\($0)")) }
    // Two plans for each day: one day in each of the 20 years from 2001.
    let days = Dictionary(
      uniqueKeysWithValues: routes.enumerated().map { ($1, CalendarDate.firstDay(of: 2001 + $0 / 2)) })
    let feed = DocumentFeed(labels: labels(.english), baseURL: "https://a.vn", days: days)
    let file = try #require(feed.file(of: pages(routes)))
    let ids = try XMLScanner(file).texts(of: "id").dropFirst()
    // Newest first; by address on the same day.
    let expected: [Int] = (5..<20).reversed().flatMap { [$0 * 2, $0 * 2 + 1] }
    #expect(ids == expected.map { "https://a.vn/en/plan/p\($0)/" }[...])
    #expect(
      feed.file(of: pages(routes).reversed()) == file && feed.file(of: pages(routes.reversed())) == file)
  }

  @Test func changesAreInTheFeedOfTheirProvinceAndOfAll() throws {
    func change(_ day: Int, _ line: Int, of entity: String) throws -> Change {
      Change(
        date: try #require(PartialDate("2025-01-0\(day)")?.firstDay),
        what: LocalizedText(vi: "Đổi <\(line)>", en: "Changed <\(line)>"), cause: .data, targets: [],
        figures: [Change.AffectedFigure(entity: Identifier(entity), subject: "PAR", year: 2024)],
        before: nil, after: nil, told: nil, line: DataLine(file: "changes/a.yaml", line: line))
    }
    let entities = ["x", "y"].map { Samples.entity($0, vi: "X", en: "X", hasProfile: true) }
    let data = Samples.dataset(
      entities: entities,
      changes: [try change(2, 9, of: "x"), try change(1, 3, of: "y"), try change(1, 5, of: "x")])
    let texts = [
      "changes.title": "Changes", "changes.feed_province": "About {name}", "changes.why_data": "Data",
    ]
    let feeds = ChangeFeed(
      labels: Labels(language: .english, texts: texts), baseURL: "https://a.vn", dataset: data
    ).files
    #expect(
      Set(feeds.keys) == ["en/changes/feed.xml", "en/province/x/feed.xml", "en/province/y/feed.xml"])
    let all = try XMLScanner(try #require(feeds["en/changes/feed.xml"]))
    #expect(all.texts(of: "summary") == ["Data: Changed <9>", "Data: Changed <3>", "Data: Changed <5>"])
    // The place of a change in its file stays when changes are added below it.
    let page = "https://a.vn/en/changes/"
    #expect(all.texts(of: "id") == [page] + [3, 1, 2].map { page + "#changes/a.yaml-\($0)" })
    let one = try XMLScanner(try #require(feeds["en/province/x/feed.xml"]))
    #expect(one.texts(of: "summary") == ["Data: Changed <9>", "Data: Changed <5>"])
    #expect(one.texts(of: "updated").first == "2025-01-02T00:00:00+07:00")
  }

  @Test func anEntryOnAPageThatMovedKeepsItsIdentifier() throws {
    let route = Route.plan(Identifier("p"))
    let head = try #require(pages([route]).first { $0.language == .english })
    let feed = DocumentFeed(
      labels: labels(.english), baseURL: "https://a.vn", days: [route: .lastDay(of: 2024)])
    let place = PagePlace(.promise(Identifier("q")))
    let file = try XMLScanner(try #require(feed.file(of: [], moved: [MovedPage(head, to: place)])))
    #expect(file.texts(of: "id").last == "https://a.vn/en/plan/p/")
    #expect(file.elements.last { $0.name == "link" }?.attributes["href"] == "https://a.vn/en/promise/q/")
  }

  @Test func withoutADayThereIsNoFeed() {
    let feed = DocumentFeed(labels: labels(.english), baseURL: "https://a.vn", days: [:])
    #expect(feed.file(of: pages([.home, .plan(Identifier("p"))])) == nil)
  }
}

/// The elements of an XML file in order; refuses one that is not well formed.
final class XMLScanner: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ bytes: Data) throws {
    super.init()
    let parser = XMLParser(data: bytes)
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  func texts(of name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: elementName, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
