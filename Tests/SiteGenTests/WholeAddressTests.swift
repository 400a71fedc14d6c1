import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The sitemap and the feeds of the frozen site, read back by an XML parser.
struct WholeAddressTests {
  private static let base = "https://a.vn/b"

  /// The site of the frozen data, built for an address.
  private static let built = Result<[String: Data], any Error> {
    let builder = SiteBuilder(
      dataset: try FrozenSite.dataset(), siteFolder: Repository.site, baseURL: base + "/")
    return try #require(builder.build(example: try FrozenSite.example()).output, "The site has findings.")
      .files
  }

  private func file(_ path: String) throws -> XMLScanner {
    try XMLScanner(try #require(try WholeAddressTests.built.get()[path], "\(path)"))
  }

  private static let seen = Result<FinishedSite, any Error> {
    FinishedSite(dataset: try FrozenSite.dataset(), files: try built.get())
  }

  @Test func theSitemapListsEveryPageOnceAndNothingElse() throws {
    let map = try file("sitemap.xml")
    let pages = try WholeAddressTests.seen.get().pages.keys.filter { $0.hasSuffix("index.html") }
    let expected = pages.map { WholeAddressTests.base + "/" + $0.dropLast("index.html".count) }
    #expect(map.texts(of: "loc").sorted() == expected.sorted())
    #expect(map.elements[0].name == "urlset" && expected.count > 20)
  }

  @Test func aPageThatMovedNamesAPageOfTheSitemap() throws {
    let addresses = Set(try file("sitemap.xml").texts(of: "loc"))
    let moved = try WholeAddressTests.seen.get().moved
    for (file, page) in moved {
      let canonical = page.tags.first { $0.attributes["rel"] == "canonical" }?.attributes["href"] ?? ""
      #expect(addresses.contains(canonical), "\(file)")
    }
    #expect(!moved.isEmpty)
  }

  @Test func theSitemapNamesBothVersionsOfEachPage() throws {
    let map = try file("sitemap.xml")
    let addresses = Set(map.texts(of: "loc"))
    var pairs: [String: Set<String>] = [:]
    var page = ""
    for element in map.elements {
      if element.name == "loc" { page = element.text }
      guard element.name == "xhtml:link" else { continue }
      let target = try #require(element.attributes["href"])
      let isEnglish = target.hasPrefix(WholeAddressTests.base + "/en/")
      #expect(element.attributes["hreflang"] == (isEnglish ? "en" : "vi"))
      #expect(element.attributes["rel"] == "alternate" && addresses.contains(target))
      pairs[page, default: []].insert(target)
    }
    #expect(Set(pairs.keys) == addresses)
    for (page, targets) in pairs { #expect(targets.count == 2 && targets.contains(page), "\(page)") }
    // Both pages of a pair name the same pair.
    #expect(pairs.allSatisfy { page, targets in targets.allSatisfy { pairs[$0] == targets } })
  }

  @Test(arguments: Language.allCases) func theFeedHasThePagesOnDatedDocuments(language: Language) throws {
    let feed = try file(DocumentFeed.path(in: language))
    let dataset = try FrozenSite.dataset()
    let dates = dataset.plans.map(\.date) + dataset.editions.map(\.date)
    let days = dates.compactMap { $0 }.filter { $0.day != nil }.map { "\($0)T00:00:00+07:00" }.sorted(by: >)
    #expect(feed.texts(of: "published") == Array(days.prefix(30)) && !days.isEmpty)
    #expect(feed.texts(of: "updated") == [days[0]] + days.prefix(30))
    let prefix = WholeAddressTests.base + (language == .english ? "/en/" : "/")
    let ids = feed.texts(of: "id")
    #expect(ids[0] == prefix && Set(ids).count == ids.count)
    let links = feed.elements.filter { $0.name == "link" }
    #expect(links[0].attributes["href"] == WholeAddressTests.base + "/" + DocumentFeed.path(in: language))
    #expect(links.dropFirst().map { $0.attributes["href"] } == ids)
    let files = try WholeAddressTests.built.get()
    for id in ids {
      let path = id.dropFirst(WholeAddressTests.base.count + 1) + "index.html"
      #expect(files[String(path)] != nil && id.hasPrefix(prefix), "\(id)")
    }
    #expect(feed.elements[0].attributes["xml:lang"] == language.rawValue)
    #expect(!feed.texts(of: "title").contains("") && !feed.texts(of: "summary").contains(""))
  }

  @Test func everyPageLeadsToTheFeedOfItsLanguage() throws {
    var count = 0
    for (file, page) in try WholeAddressTests.seen.get().pages {
      let feed = try #require(page.tags.first { $0.attributes["type"] == "application/atom+xml" }, "\(file)")
      let expected = DocumentFeed.path(in: file.hasPrefix("en/") ? .english : .vietnamese)
      let target =
        file.hasSuffix("404.html")
        ? String((feed.attributes["href"] ?? "").dropFirst("/b/".count))
        : PageAddress(file: file).target(of: feed.attributes["href"] ?? "").file
      #expect(target == expected, "\(file)")
      count += 1
    }
    #expect(count > 20)
  }

  @Test func aSiteWithoutAnAddressHasNeither() throws {
    let files = try FrozenSite.output().files
    #expect(files["sitemap.xml"] == nil && files["feed.xml"] == nil && files["en/feed.xml"] == nil)
    let home = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(!home.contains("atom+xml"))
  }
}
