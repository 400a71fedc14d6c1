import Foundation
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Adding two files adds a page, and all faults are reported at once.
struct AuthoredPageTests {
  /// The real site folder, with more pages, built from a dataset without figures.
  private func build(_ pages: [String: String]) throws -> SiteBuilder.Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let site = folder.url.appending(path: "site")
    try FileManager.default.copyItem(at: Repository.site, to: site)
    for (path, text) in pages { try folder.write("site/" + path, text) }
    let names = ["Hải Dương", "Bắc Kạn", "Nam Định", "Hải Phòng", "Ninh Bình", "Thái Nguyên"]
    let entities = names.map { Samples.entity(Slug.make($0), vi: $0, en: $0) }
    return SiteBuilder(dataset: Samples.dataset(entities: entities), siteFolder: site)
      .build(example: try FrozenSite.example())
  }

  private func page(_ path: String, _ title: String, _ body: String, menu: String = "") -> String {
    "---\nid: news\ntitle: \(title)\ndescription: \(title).\npath: \(path)\n\(menu)---\n\n\(body)\n"
  }

  @Test func addingAPairPublishesIt() throws {
    let before = try build([:])
    let after = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "Chữ.\n\n{{insert:counts}}\n", menu: "menu: 1\n"),
      "pages/en/news.md": page("/en/news/", "News", "Text.\n\n{{insert:counts}}\n"),
    ])
    #expect(before.pageCount + 2 == after.pageCount)
    #expect(after.findings.map(\.message.en) == before.findings.map(\.message.en))
    let output = try #require(after.output, "\(after.findings.map(\.message.en))")
    let vietnamese = String(decoding: try #require(output.files["tin/index.html"]), as: UTF8.self)
    #expect(vietnamese.contains("<p class=\"lead\">Chữ.</p>") && vietnamese.contains("href=\"../en/news/\""))
    #expect(!vietnamese.contains("insert:"))
    let home = String(decoding: try #require(output.files["404.html"]), as: UTF8.self)
    #expect(home.contains(">Tin mới</a>"))
    #expect(
      output.files["en/news/index.md"].map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("# News\n")
        == true)
    #expect(!String(decoding: output.files["en/404.html"] ?? Data(), as: UTF8.self).contains(">News</a>"))
  }

  @Test func faultsOfAuthoredPagesStopTheBuild() throws {
    let result = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "This page is not of the language.\n"),
      "pages/en/news.md": page("/en/news/", "News", "[a](/en/nowhere/)"),
      "pages/vi/alone.md": page("/mot-minh/", "Một mình", "Chữ").replacing("id: news", with: "id: alone"),
    ])
    #expect(result.output == nil)
    let known = try Set(build([:]).findings)
    #expect(
      result.findings.filter { !known.contains($0) }.map { "\($0.file) \($0.message.en)" } == [
        "en/news/index.html The link “/en/nowhere/” leads nowhere.",
        "mot-minh/index.html The page “authored” exists in Vietnamese only.",
        "pages/vi/alone.md The page “alone” exists in Vietnamese only.",
        "tin/index.html The Vietnamese page has words of the other language: “this is not of the”.",
      ])
  }

  @Test func whatBrowsersWouldLoadFromElsewhereIsFound() throws {
    let result = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "Chữ\n\n![Chữ](//a.vn/b.png)"),
      "pages/en/news.md": page(
        "/en/news/", "News", "Text ![text](https://a.vn/b.png) [c](https://a.vn/c.png)"),
      "assets/more.css": "@import 'https://a.vn/d.css';",
      "layouts/page.mustache":
        "<link rel=\"stylesheet\" href=\"//a.vn/e.css\"><img src=\"{{root}}f.png\">{{{content}}}",
    ])
    #expect(result.output == nil)
    #expect(
      result.findings.filter { $0.rule == "site.other-host" }.map { "\($0.file) \($0.message.en)" } == [
        "assets/more.css Browsers would load “https://a.vn/d.css” from another host by themselves.",
        "en/news/index.html Browsers would load “https://a.vn/b.png” from another host by themselves.",
        "layouts/page.mustache Browsers would load “//a.vn/e.css” from another host by themselves.",
        "tin/index.html Browsers would load “//a.vn/b.png” from another host by themselves.",
      ])
    #expect(!result.findings.contains { $0.rule == "site.link-broken" })
  }

  @Test func aPictureInALineLeadsToTheFileOfTheSite() throws {
    let result = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "Chữ.\n\nCó ![hình](/assets/a.svg) ở đây."),
      "pages/en/news.md": page("/en/news/", "News", "Text.\n\nWith ![a](/assets/b.svg) here."),
      "assets/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ])
    #expect(
      result.findings.filter { $0.severity == .error }.map { "\($0.file) \($0.message.en)" } == [
        "en/news/index.html The link “/assets/b.svg” leads nowhere."
      ])
    let mended = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "Chữ.\n\nCó ![hình](/assets/a.svg) ở đây."),
      "pages/en/news.md": page("/en/news/", "News", "Text."),
      "assets/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ])
    let html = String(decoding: try #require(mended.output?.files["tin/index.html"]), as: UTF8.self)
    #expect(html.contains("<p>Có <img src=\"../assets/a.svg\" alt=\"hình\"> ở đây.</p>"))
  }

  @Test func aPathThatIsTakenIsFound() throws {
    let result = try build([
      "pages/vi/news.md": page("/nguon/", "Tin mới", "Chữ"),
      "pages/en/news.md": page("/en/news/", "News", "Text"),
    ])
    func taken(_ result: SiteBuilder.Result) -> [String] {
      result.findings.filter { $0.rule == "site.path-taken" }.map { "\($0.file) \($0.message.en)" }
    }
    let message = "Another page is already at “/nguon/index.html”: “sources”."
    #expect(taken(result) == ["pages/vi/news.md " + message])
    let twice = try build([
      "pages/vi/news.md": page("/tin/", "Tin mới", "Chữ"),
      "pages/en/news.md": page("/en/news/", "News", "Text"),
      "pages/vi/other.md": page("/tin/", "Tin khác", "Chữ").replacing("id: news", with: "id: other"),
      "pages/en/other.md": page("/en/other/", "Other", "Text").replacing("id: news", with: "id: other"),
    ])
    #expect(
      taken(twice) == ["pages/vi/other.md Another page is already at “/tin/index.html”: “pages/vi/news.md”."])
  }

  @Test func aBrokenLayoutIsAFindingAndNotACrash() throws {
    let result = try build(["layouts/page.mustache": "{{#open}} never closed"])
    #expect(result.output == nil)
    let finding = try #require(result.findings.first { $0.rule == "site.layout-malformed" })
    #expect(finding.file == "layouts/page.mustache" && finding.line == 1)
  }
}
