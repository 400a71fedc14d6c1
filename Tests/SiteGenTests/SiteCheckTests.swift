import Foundation
import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The checks of finished pages, on pages made for them.
struct SiteCheckTests {
  private static let layout = "<title>{{title}}</title>{{{content}}}"

  private func page(
    _ route: Route, _ language: Language, _ body: String, title: String? = nil, isBilingual: Bool = false,
    chart: String? = nil
  ) -> Page {
    Page(
      Page.Head(
        route: route, language: language, title: title ?? (language == .english ? "Title" : "Nhan đề"),
        description: "", parents: [], quotesBothLanguages: isBilingual),
      Page.PageContent(
        MarkdownDocument(authored: body),
        charts: chart.map {
          [Page.Chart(path: "/charts/a.svg", svg: $0, alternative: "a", caption: "b", page: .home)]
        } ?? []))
  }

  private func findings(_ pages: [Page], moved: [MovedPage] = [], files: Set<String> = []) throws -> [String]
  {
    let source = SiteSource(pages: [], labels: [:], layout: SiteCheckTests.layout, assets: [])
    let renderer = try PageRenderer(
      source: source, baseURL: nil, asOf: .lastDay(of: 2025), menus: InBothLanguages { _ in SiteMenu() })
    let entities = [Samples.entity("a", vi: "Đắk Lắk", en: "Đắk Lắk")]
    let dataset = Samples.dataset(entities: entities)
    let maker = PageMaker(
      renderer: renderer, check: PageCheck(dataset: dataset, allowedNames: []),
      contexts: try InBothLanguages {
        PageContext(
          language: $0,
          inputs: SiteInputs(model: SiteModel(dataset), example: try FrozenSite.example(), source: source),
          labels: Labels(language: $0, texts: [:]))
      }, titles: InBothLanguages { _ in [:] }, cached: [:], tree: SiteInMemory())
    let made = try maker.make(pages.map { page in PageDraft(head: page.head) { _ in page.content } })
    let findings =
      made.flatMap { file, page in page.findings.map { $0.finding(in: file) } }
      + SiteCheck.links(made, moved: moved, files: files)
    return findings.map { "\($0.file) \($0.message.en)" }
  }

  @Test func linksMustLeadSomewhere() throws {
    let home = page(.home, .english, "## Here\n\n[a](#here) [b](#gone) [c](/en/method/#m) [d](/en/method/#n)")
    let method = page(.method, .english, "## M\n\n[a](/en/) [b](/data/a.csv) [c](/data/b.csv) [d](/gone/)")
    #expect(
      try findings([home, method], files: ["data/a.csv"]) == [
        "en/index.html The link “/en/#gone” leads nowhere.",
        "en/index.html The link “/en/method/#n” leads nowhere.",
        "en/method/index.html The link “/data/b.csv” leads nowhere.",
        "en/method/index.html The link “/gone/” leads nowhere.",
      ])
    #expect(
      try findings([page(.home, .english, "[a](method/)")]) == [
        "en/index.html The link “method/” leads nowhere."
      ])
  }

  @Test func linksGoStraightToWhereAPageMoved() throws {
    func moved(_ id: String, to anchor: String) -> MovedPage {
      MovedPage(
        page(.indicator(Identifier(id)), .english, "").head, to: PagePlace(.indicators, anchor: anchor))
    }
    let list = page(.indicators, .english, "## A {#a}\n\n[a](/en/indicator/x/) [b](/en/indicator/#a)")
    #expect(
      try findings([list], moved: [moved("x", to: "a"), moved("y", to: "b")]) == [
        "en/indicator/index.html The page at “/en/indicator/x/” is now at “/en/indicator/#a”.",
        "en/indicator/y/index.html The link “/en/indicator/#b” leads nowhere.",
      ])
  }

  @Test func figuresNeedASourceExceptOnPagesAboutFiles() throws {
    let body = "[1](/en/data/file/a/#L1)\n\n[1](#L1 \"=\")"
    let file = page(.dataFile("a"), .english, body)
    #expect(
      try findings([page(.compare, .english, body), file]) == [
        "en/compare/index.html The figure that leads to “/en/data/file/a/#L1” has no source."
      ])
  }

  @Test func textsOfTheOtherLanguageAreFound() throws {
    #expect(
      try findings(
        [
          page(.home, .english, "điểm"), page(.home, .vietnamese, "the score of"),
          page(.compare, .english, "Fine", title: "Điểm"),
          page(.method, .english, "![điểm](/charts/a.svg)", chart: ""),
          page(.sources, .english, "x [a](/en/ \"điểm\")"),
          page(.indicators, .english, "điểm", isBilingual: true), page(.editions, .english, "Đắk Lắk `điểm`"),
        ], files: ["charts/a.svg"]) == [
          "en/index.html The English page has words of the other language: “điểm”.",
          "index.html The Vietnamese page has words of the other language: “the of”.",
          "en/compare/index.html The English page has words of the other language: “điểm”.",
          "en/method/index.html The English page has words of the other language: “điểm”.",
          "en/sources/index.html The English page has words of the other language: “điểm”.",
        ])
  }

  @Test func missingLabelsAreFoundInTextAndCharts() throws {
    let labels = Labels(language: .english, texts: [:])
    let needs = "The page needs the label “a.b”, which is missing or has a place left unfilled."
    #expect(
      try findings([page(.home, .english, "x \(labels.text("a.b")) \(labels.text("a.b"))")]) == [
        "en/index.html " + needs
      ])
    #expect(
      try findings([page(.home, .english, "x", chart: "<svg>\(labels.text("a.b"))</svg>")]) == [
        "en/index.html " + needs
      ])
  }

  @Test func pagesNeedATwinAndAnAddressOfTheirOwn() {
    let authored = Route.authored(id: "a", vi: "/so-sanh/", en: "/en/a/")
    let pages = [
      page(.compare, .vietnamese, ""), page(.compare, .english, ""), page(.method, .english, ""),
      page(authored, .vietnamese, ""), page(authored, .english, ""), page(.home, .vietnamese, ""),
    ]
    let heads = pages.map(\.head)
    let findings = SiteCheck.taken(heads) + SiteCheck.twins(heads)
    #expect(
      findings.map { "\($0.file) \($0.message.en)" } == [
        "so-sanh/index.html Another page is already at “/so-sanh/index.html”: “compare”.",
        "en/method/index.html The page “method” exists in English only.",
        "index.html The page “home” exists in Vietnamese only.",
      ])
  }
}
