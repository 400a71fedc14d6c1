import Foundation
import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// A page that would say too little to stand alone is told elsewhere, and stands alone again once it says more.
struct FoldedPageTests {
  private static let source = SiteBuilder.Texts(of: Repository.site).source

  static func context(_ data: Dataset, _ language: Language) throws -> PageContext {
    PageContext(
      language: language,
      inputs: SiteInputs(model: SiteModel(data), example: try FrozenSite.example(), source: source),
      labels: source.labels(in: language))
  }

  private static func places<Element>(_ elements: [Element], where isMeant: (Element) -> Bool) -> [Int] {
    elements.indices.filter { isMeant(elements[$0]) }
  }

  /// The identifiers on a page.
  private static func ids(on page: Page.PageContent) throws -> Set<String> {
    let html = try MarkdownRenderer().htmlBytes(from: page.body.text)
    return BodyFinisher.finish(
      html, title: "", language: .english, root: "", pictureSizes: [:], keepsText: { _ in false }
    ).ids
  }

  @Test(arguments: Language.allCases) func anIndicatorUnfoldsWithItsSecondRow(language: Language) throws {
    let data = try FrozenSite.dataset()
    let indicator = try #require(
      data.indicators.first { indicator in
        indicator.publishedAs == nil && data.targets.count { $0.indicator == indicator.id } == 1
          && data.outcomes.count { $0.indicator == indicator.id } == 1
      })
    let second = Self.places(data.outcomes) { $0.indicator == indicator.id }
      .map { DataParts.Item(kind: .outcomes, place: $0) }
    let route = Route.indicator(indicator.id)
    let anchor = try #require(route.entryAnchor)
    let whole = try Self.context(data, language)
    let part = try Self.context(DataParts(data: data).without(Set(second)), language)
    #expect(whole.address(of: route) == route.path(in: language))
    #expect(part.address(of: route) == Route.indicators.path(in: language) + "#" + anchor)
    for (context, isFolded) in [(whole, false), (part, true)] {
      let pages = IndicatorPages().pages(context)
      #expect(pages.drafts.contains { $0.head.route == route } != isFolded)
      #expect(pages.moved.contains { $0.head.route == route } == isFolded)
      // The entry keeps its identifier.
      #expect(try Self.ids(on: IndicatorPages().content(of: nil, context)).contains(anchor))
    }
  }

  @Test(arguments: Language.allCases) func aPlanUnfoldsWithItsSecondTarget(language: Language) throws {
    let data = try FrozenSite.dataset()
    let plan = try #require(data.plans.first { $0.targets.count > 1 && $0.tasks.isEmpty })
    let kept = try #require(plan.targets.first)
    let others = Self.places(data.targets) { $0.plan == plan.id && $0.id != kept.id }
      .map { DataParts.Item(kind: .targets, place: $0) }
    let route = Route.plan(plan.id)
    let anchor = try #require(route.entryAnchor)
    let whole = try Self.context(data, language)
    let part = try Self.context(DataParts(data: data).without(Set(others)), language)
    #expect(whole.place(of: route) == PagePlace(route))
    let promise = try #require(part.data.promiseOfTarget(kept.id))
    #expect(part.place(of: route) == PagePlace(.promise(promise)))
    for (context, isFolded) in [(whole, false), (part, true)] {
      let pages = PlanPages().pages(context)
      #expect(pages.drafts.contains { $0.head.route == route } != isFolded)
      #expect(pages.moved.contains { $0.head.route == route } == isFolded)
      #expect(try Self.ids(on: PlanListPage().content(of: NoSubject(), context)).contains(anchor))
    }
    // The page of the promise names the document and says how far it is recorded.
    let content = try PromisePages().content(of: promise, part)
    #expect(content.body.text.contains(Markdown.text(plan.title[language]).source))
    #expect(try Self.ids(on: content).contains("coverage"))
  }

  @Test func theFileOfAPageThatMovedIsEscapedOnce() throws {
    let head = Page.Head(
      route: .indicator(Identifier("a_b")), language: .english, title: "A <b> & \"c\"", description: "",
      parents: [])
    let labels = Labels(
      language: .english, texts: ["layout.moved": "{name} <is> on {link}.", "layout.site_title": "T&T"])
    func text(_ baseURL: String?) -> String {
      let file = MovedPageFile(
        page: MovedPage(head, to: PagePlace(.indicators, anchor: "x")), title: "L & <m>", labels: labels,
        baseURL: baseURL)
      #expect(file.path == "en/indicator/a-b/index.html")
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let place = "../../../en/indicator/"
    #expect(text(nil).contains("<title>A &lt;b&gt; &amp; &quot;c&quot; – T&amp;T</title>"))
    #expect(text(nil).contains("content=\"0; url=\(place)#x\""))
    #expect(text(nil).contains("<link rel=\"canonical\" href=\"\(place)\">"))
    #expect(text("https://a.vn/b").contains("<link rel=\"canonical\" href=\"https://a.vn/b/en/indicator/\">"))
    #expect(
      text(nil).contains(
        "<p>A &lt;b&gt; &amp; &quot;c&quot; &lt;is&gt; on <a href=\"\(place)#x\">L &amp; &lt;m&gt;</a>.</p>"))
  }
}
