import Foundation
import GFM
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The output of cmark-gfm becomes what the stylesheet and the checks rely on.
struct BodyFinisherTests {
  private func finish(
    _ markdown: String, _ language: Language = .english, root: String = "../../",
    sizes: [String: (width: String, height: String)] = [:]
  ) throws -> RenderedBody {
    BodyFinisher.finish(
      try MarkdownRenderer().htmlBytes(from: markdown), language: language, root: root, pictureSizes: sizes)
  }

  @Test(arguments: [
    ("", "/", "./"), ("", "/nguon/", "nguon/"), ("", "/#x", "#x"), ("../", "/", "../"),
    ("../", "/en/method/", "../en/method/"), ("../../", "/data/targets.csv", "../../data/targets.csv"),
    ("../../../", "/nguon/#a", "../../../nguon/#a"), ("/", "/nguon/", "/nguon/"),
    ("/base/", "/nguon/", "/base/nguon/"), ("../", "#here", "#here"),
    ("../", "https://a.vn/?a=1&b=2", "https://a.vn/?a=1&amp;b=2"),
  ]) func linksAreRelativeToThePage(root: String, target: String, expected: String) throws {
    let html = try finish("x [a](\(target))", root: root).text
    #expect(html.contains("href=\"\(expected)\""), "\(html)")
  }

  @Test func aLinkCanCarryAnIdentifierAndAClass() throws {
    let body = try finish(
      "[a](/x/ \"=#some-id .met\") [b](/y/ \"=.met\") [c](/z/ \" =.met\") [d](/w/ \"=x\")")
    #expect(body.text.contains("<a href=\"../../x/\" id=\"some-id\" class=\"met\">a</a>"))
    #expect(body.text.contains("<a href=\"../../y/\" class=\"met\">b</a>"))
    #expect(body.text.contains("title=\" =.met\">c</a>") && body.text.contains("title=\"=x\">d</a>"))
    #expect(body.ids == ["some-id"])
  }

  @Test func linksAreCollectedAsWritten() throws {
    let body = try finish("[a](/method/#x) [b](#y) [c](https://a.vn/) [d](/)")
    #expect(body.links.map(\.path) == ["/method/", "", "/"])
    #expect(body.links.map(\.fragment) == ["x", "y", nil])
    #expect(body.text.contains("<a href=\"https://a.vn/\" rel=\"external noopener\">c</a>"))
  }

  @Test(
    arguments: [
      ("[a](https://a.vn/) <https://b.vn> [c](mailto:a@b.vn) d@e.vn [f](/g/)", ""),
      ("[a](https://u:p@a.vn/)", "url.credentials"), ("[a](https:&#47;&#47;u:p@a.vn/)", "url.credentials"),
      ("[a][b]\n\n[b]: https://\u{430}pple.com 'c'", "url.lookalike"),
      ("[a](http://127.0.0.1/)", "url.ip-address"),
      ("[a](ftp://a.vn/)", "url.malformed"), ("[a](tel:113)", "url.malformed"),
      ("[a](HTTP:a.vn)", "url.malformed"),
      ("| a |\n|---|\n| <https://xn--pple-43d.com> |", "url.lookalike"),
    ])
  func addressesThatMisleadAreFound(markdown: String, rule: String) throws {
    #expect(try finish(markdown).brokenRules.map(\.id).joined() == rule)
  }

  @Test func aLinkThatIsRelativeInTheTextIsCollectedToo() throws {
    #expect(try finish("[a](method/) [b](mailto:a@b.vn)").links.map(\.path) == ["method/"])
  }

  @Test func headingsGetReadableIdentifiers() throws {
    let body = try finish("## Điểm *thành phần*\n\n### Đầu {#stated-id}\n\n## Điểm thành phần\n\n## !\n")
    #expect(body.text.contains("<h2 id=\"diem-thanh-phan\">Điểm <em>thành phần</em></h2>"))
    #expect(body.text.contains("<h3 id=\"stated-id\">Đầu</h3>"))
    #expect(body.ids == ["diem-thanh-phan", "stated-id", "diem-thanh-phan-2", "section"])
    #expect(body.headings.map(\.id) == ["diem-thanh-phan", "diem-thanh-phan-2", "section"])
    #expect(body.headings.first?.text == "Điểm thành phần")
  }

  @Test func noTwoHeadingsShareAnIdentifier() throws {
    let body = try finish("## a\n\n## a\n\n## a 2\n\n## a\n\n[1](#b \"=\")\n\n## b\n")
    let ids = PageScanner(body.text).ids
    #expect(ids.count == 6 && Set(ids).count == 6, "\(ids)")
    #expect(body.ids == Set(ids))
  }

  @Test func headingsKeepTheirLinks() throws {
    let body = try finish("## See [method](/en/method/) & more\n")
    #expect(
      body.text.contains("<h2 id=\"see-method-more\">See <a href=\"../../en/method/\">method</a> &amp; more"))
    #expect(body.links.map(\.path) == ["/en/method/"])
  }

  @Test func aLinkToItselfIsAnAnchor() throws {
    let body = try finish("- [12](#L12 \"=\") text\n")
    #expect(body.text.contains("<a href=\"#L12\" id=\"L12\" class=\"anchor\">12</a>"))
    #expect(body.ids == ["L12"] && body.links.isEmpty)
  }

  @Test func footnotesLeadSomewhere() throws {
    let body = try finish("Text[^1].\n\n[^1]: Note.\n", .vietnamese)
    for link in body.links { #expect(body.ids.contains(link.fragment ?? ""), "\(link)") }
    #expect(body.links.count == 2)
    #expect(body.text.contains("aria-label=\"Về chỗ đặt chú thích\"") && !body.text.contains("Back"))
  }

  @Test func aPictureAloneIsAFigure() throws {
    let body = try finish(
      "Lead\n\n![Bars of \"a\" & b](/charts/a.en.svg \"Caption <1>\")\n",
      sizes: ["/charts/a.en.svg": ("640", "320")])
    #expect(
      body.text.contains(
        "<figure class=\"chart\"><picture>"
          + "<source srcset=\"../../charts/a.en.svg#dark\" media=\"(prefers-color-scheme: dark)\">"
          + "<img src=\"../../charts/a.en.svg\" alt=\"Bars of &quot;a&quot; &amp; b\" "
          + "width=\"640\" height=\"320\" loading=\"lazy\"></picture><figcaption>Caption &lt;1&gt;</figcaption></figure>"
      ),
      "\(body.text)")
    #expect(body.links.map(\.path) == ["/charts/a.en.svg"])
    #expect(body.texts == ["Lead", "Bars of \"a\" & b", "Caption <1>"])
  }

  @Test func tablesAreBoxedAndNumbersMarked() throws {
    let body = try finish("## Sums \"x\"\n\n| a | b | c |\n| - | -: | :-: |\n| x | 1 | y |\n")
    let box = "<div class=\"table\" role=\"region\" aria-labelledby=\"caption\"><table>\n"
    #expect(
      body.text.contains(box + "<caption id=\"caption\">Sums &quot;x&quot;</caption>\n<thead>"),
      "\(body.text)")
    #expect(body.text.contains("</table></div>"))
    #expect(body.text.contains("<th class=\"number\" scope=\"col\">b</th>"))
    #expect(
      body.text.contains("<td class=\"number\">1</td>") && body.text.contains("<td class=\"center\">y</td>"))
    #expect(body.text.contains("<th scope=\"row\">x</th>") && !body.text.contains("align="))
  }

  @Test(arguments: [
    ("| -: | - | - |", "<td class=\"number\">1</td>\n<th scope=\"row\">b</th>\n<td>c</td>"),
    ("| -: | -: | -: |", "<th class=\"number\" scope=\"row\">1</th>\n<td class=\"number\">b</td>"),
    ("| :-: | - | - |", "<th class=\"center\" scope=\"row\">1</th>\n<td>b</td>"),
    ("| --- | --- | --- |", "<th scope=\"row\">1</th>\n<td>b</td>\n<td>c</td>"),
  ]) func theFirstCellThatIsNoNumberHeadsItsRow(alignments: String, row: String) throws {
    let text = try finish("| x | y | z |\n\(alignments)\n| 1 | b | c |\n| 1 | b | c |\n").text
    #expect(text.components(separatedBy: row).count == 3, "\(text)")
    #expect(text.components(separatedBy: "scope=\"row\"").count == 3)
  }

  @Test func aTableIsNamedByItsCaptionItsHeadingOrThePage() throws {
    let table = "| a |\n| - |\n| x |\n\n"
    let markdown =
      "\(table)## Sums\n\n\(table): The *rest* & more\n\n\(table)\(table): Sums\n\n\(table): no table\n"
    let body = BodyFinisher.finish(
      try MarkdownRenderer().htmlBytes(from: markdown), title: "Page", language: .english, root: "",
      pictureSizes: [:])
    let captions = body.text.components(separatedBy: "<caption id=\"").dropFirst()
      .map { $0.components(separatedBy: "</caption>")[0] }
    #expect(
      captions == [
        "caption\">Page", "caption-2\">Sums", "caption-3\">The <em>rest</em> &amp; more",
        "caption-4\">Sums (2)", "caption-5\">Sums (3)",
      ])
    #expect(body.text.contains("<p>: no table</p>") && !body.text.contains("lead"))
    #expect(body.ids == Set(PageScanner(body.text).ids))
  }

  @Test func aCaptionIsCheckedLikeOtherText() throws {
    let body = try finish(": Words [1](/en/sources/#s) \(figure)\n\n| a |\n| - |\n| x |\n")
    #expect(body.texts.map { $0.trimmingCharacters(in: .whitespaces) } == ["Words", "a", "x"])
    #expect(body.links.count == 2)
    #expect(body.text.contains("<a href=\"../../en/sources/#s\" class=\"cite\">1</a>"))
  }

  @Test func textInAnotherLanguageIsNotChecked() throws {
    let body = try finish("One <span lang=\"vi\">Hai</span> three\n")
    #expect(body.text.contains("<p class=\"lead\">One <span lang=\"vi\">Hai</span> three</p>"))
    #expect(body.texts.map { $0.trimmingCharacters(in: .whitespaces) } == ["One", "three"])
  }

  @Test func onlyAFirstParagraphIsTheLead() throws {
    #expect(try finish("One\n\nTwo\n").text == "<p class=\"lead\">One</p>\n<p>Two</p>\n")
    #expect(try finish("## One\n\nTwo\n").text.contains("lead") == false)
  }

  @Test(arguments: Language.allCases) func linksAreClassedByWhereTheyLead(language: Language) throws {
    let vi = language == .vietnamese
    let (sources, method) = vi ? ("/nguon/", "/phuong-phap/") : ("/en/sources/", "/en/method/")
    let file = vi ? "/du-lieu/tep/a/b.yaml/" : "/en/data/file/a/b.yaml/"
    let cases = [
      (sources + "#some-source", "cite"), (file + "#L3", "line"),
      (method + "#verdict-met", "verdict verdict-met"),
      (method + "#verdict-not-measurable", "verdict verdict-not-measurable"),
      (method + "#status-single", "status status-single"), (method + "#break-series", "break"),
    ]
    for (target, classes) in cases {
      let html = try finish("x [a](\(target))", language).text
      #expect(html.contains("class=\"\(classes)\""), "\(target): \(html)")
    }
    let title = try finish("x [a](\(sources)#some-source \"=.source\")", language).text
    #expect(title.contains("class=\"source\""), "A title is no mark: \(title)")
    for target in [sources, method, method + "#index", file, "/other/#verdict-met"] {
      #expect(try !finish("## h\n\n[a](\(target))", language).text.contains("class="))
    }
  }

  private let figure = "[12](/en/data/file/a.csv/#L2)"
  private let cite = "[1](/en/sources/#s)"

  @Test func figuresWithoutASourceAreFound() throws {
    let bare = [
      figure, "- \(figure)\n- 3 \(cite)", "| a | b |\n| - | - |\n| \(figure) | 1 |\n| 2 | \(cite) |",
      "\(figure)\n\n\(cite)", "> \(figure)\n\n\(cite)", "## \(figure)\n\n\(cite)", "1. \(figure)\n",
      "**\(figure)** text",
    ]
    for markdown in bare {
      #expect(try finish(markdown).unsourced == ["/en/data/file/a.csv/#L2"], "\(markdown)")
    }
  }

  @Test func figuresWithASourceAreNotFound() throws {
    let sourced = [
      "\(figure) \(cite)", "- \(figure) \(cite)\n- 3", "| a | b |\n| - | - |\n| \(figure) | \(cite) |",
      "> \(figure) and \(figure) \(cite)", "- \(figure)\n\n  \(cite)\n\n- x", "12", "text \(cite)",
    ]
    for markdown in sourced { #expect(try finish(markdown).unsourced == [], "\(markdown)") }
  }

  @Test func textsAreCollectedWithoutCode() throws {
    let body = try finish("A &amp; B `code the` [c](/x/ \"tip\")\n\n```\nthe block\n```\n")
    #expect(body.texts.map { $0.trimmingCharacters(in: .whitespaces) } == ["A & B", "tip", "c"])
  }
}
