import Foundation
import GFM
import Testing

@Suite("Inline Markdown")
struct MarkdownTests {
  @Test("only what needs it is escaped")
  func readableSource() {
    #expect(
      Markdown.text("Đắk Lắk (7,25 %), R & D; 12:30 – #1!").source == "Đắk Lắk (7,25 %), R & D; 12:30 – #1!")
    #expect(Markdown.text("a*b_c [x] <y>").source == #"a\*b\_c \[x\] \<y\>"#)
    #expect(Markdown.text("2024. x").source == #"2024\. x"#)
    #expect(Markdown.text("Năm 2024. x").source == "Năm 2024. x")
    #expect(Markdown.text("https://x.vn").source == #"https\://x.vn"#)
    #expect(Markdown.text("a@b.vn").source == "a<!-- -->@b.vn")
  }

  @Test("strong text around quotation marks and inside words")
  func flanking() throws {
    let quoted = Markdown.strong(.text("“Đắk Lắk”"))
    #expect(try html(quoted + .text("là")) == "<p><strong>“Đắk Lắk”</strong>là</p>\n")
    #expect((quoted + .text("là")).source == "**“Đắk Lắk”**<!-- -->là")
    #expect((quoted + .text(" là")).source == "**“Đắk Lắk”** là")
    #expect(try html(.text("là") + quoted) == "<p>là<strong>“Đắk Lắk”</strong></p>\n")
    #expect(try html("là\(quoted)là") == "<p>là<strong>“Đắk Lắk”</strong>là</p>\n")
    #expect(try html(.strong(.text(" x "))) == "<p><strong> x </strong></p>\n")
    #expect(try html(.strong(.emphasis("x"))) == "<p><strong><em>x</em></strong></p>\n")
    #expect(try html(.strong("a") + .strong("b")) == "<p><strong>a</strong><strong>b</strong></p>\n")
    #expect(try html(.strong("a" + .strong("b"))) == "<p><strong>ab</strong></p>\n")
    #expect(Markdown.strong(.text("")).isEmpty)
  }

  @Test("the authored parts of a literal are Markdown, the interpolated strings are text")
  func interpolation() throws {
    let name = "*Nguồn* [1]"
    let link = Markdown.link(.text("a_b"), to: "/x")
    #expect(
      try html("**Từ** \(name): \(link)")
        == "<p><strong>Từ</strong> *Nguồn* [1]: <a href=\"/x\">a_b</a></p>\n")
    #expect(try html("[\(name)](/y)") == "<p><a href=\"/y\">*Nguồn* [1]</a></p>\n")
    let year = "2024"
    #expect(try html("\(year). Kế hoạch") == "<p>2024. Kế hoạch</p>\n")
    #expect(try html("~~x~~ a\nb") == "<p><del>x</del> a b</p>\n")
  }

  @Test("authored Markdown starts no block")
  func authoredLineStarts() throws {
    for source in ["1. x", "- x", "* x", "# x", "***", "___", "~~~", "```", "[x]: /y", "    x", "+", "---"] {
      let trimmed = source.hasPrefix(" ") ? "x" : source
      #expect(try html(.authored(source)) == "<p>\(trimmed)</p>\n")
    }
  }

  @Test("a link at the start of a line defines no reference")
  func referenceDefinitions() throws {
    let link = Markdown.link(.code("]:/y"), to: "/x")
    #expect(link.source == "[<!-- [ -->`]:/y`](/x)")
    #expect(try html(link) == "<p><a href=\"/x\"><code>]:/y</code></a></p>\n")
    #expect(try html("[^1]: x") == "<p>[^1]: x</p>\n")
  }

  @Test("authored pipes stay in their cell")
  func authoredPipes() throws {
    let cell = try #require(TextPlace.blocks.first { $0.testDescription == "cell" })
    let html = try MarkdownRenderer().html(from: cell.markdown("a|b `c|d` \\| e"))
    #expect(html == cell.before + "a|b <code>c|d</code> | e" + cell.after)
  }

  @Test(
    "link targets",
    arguments: [
      ("/a b", "/a%20b"), ("/a(b)", "/a(b)"), ("/a)b(", "/a)b("), ("", ""), ("#x", "#x"), ("/%", "/%25"),
      ("/100%đ", "/100%25%C4%91"), ("/%C4%91", "/%C4%91"), ("/Đắk", "/%C4%90%E1%BA%AFk"), ("/a\"b", "/a%22b"),
      ("/a<b>", "/a%3Cb%3E"), ("/a\\b", "/a%5Cb"), ("/a|b", "/a%7Cb"), ("/a\nb", "/a%0Ab"),
      ("/a`b", "/a%60b"),
      ("?a=1&copy;=2", "?a=1&amp;copy;=2"), ("https://x.vn/?a=b&c=d#e", "https://x.vn/?a=b&amp;c=d#e"),
      ("/a*b*_c_~~d~~", "/a*b*_c_~~d~~"), ("mailto:a@b.vn", "mailto:a@b.vn"), ("javascript:x", ""),
      ("/a[b]^{c}", "/a%5Bb%5D%5E%7Bc%7D"), ("/\u{A0}", "/%C2%A0"), ("/'", "/&#x27;"),
    ])
  func linkTargets(target: String, href: String) throws {
    #expect(try html(.link("x", to: target)) == "<p><a href=\"\(href)\">x</a></p>\n")
    let cell = try #require(TextPlace.blocks.first { $0.testDescription == "cell" })
    let inCell = try MarkdownRenderer().html(from: cell.markdown(.link("x", to: target, title: "y|z")))
    #expect(inCell == cell.before + "<a href=\"\(href)\" title=\"y|z\">x</a>" + cell.after)
    let image = try html(.image(alt: "x", path: target))
    #expect(image == "<p><img src=\"\(href)\" alt=\"x\" /></p>\n")
  }

  @Test("generated link targets keep their bytes")
  func generatedTargets() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<2000 {
      let target = "/" + nastyText(&generator)
      let result = try html(.link("x", to: target))
      let href = try #require(plainText(in: result, between: "<p><a href=\"", and: "\">x</a></p>\n"))
      let unquoted = href.replacingOccurrences(of: "&#x27;", with: "'", options: .literal)
      let resolved = unquoted.removingPercentEncoding
      let kept = target.replacingOccurrences(of: "%20", with: " ", options: .literal)
      #expect(isSame(resolved, kept), "\(target.debugDescription) became \(href)")
    }
  }

  @Test("a link in a link is its label")
  func nestedLinks() throws {
    let inner = Markdown.link(.text("a@b.vn"), to: "/b")
    #expect(try html(.link("x " + inner, to: "/a")) == "<p><a href=\"/a\">x a@b.vn</a></p>\n")
    let image = Markdown.image(alt: "i", path: "/i.svg")
    #expect(
      try html(.link(image, to: "/a")) == "<p><a href=\"/a\"><img src=\"/i.svg\" alt=\"i\" /></a></p>\n")
  }

  @Test("joining")
  func joining() {
    let parts = [Markdown.text("a*"), .strong("b"), .text("c")]
    #expect(parts.joined(separator: ", ").source == #"a\*, **b**, c"#)
    #expect(parts.prefix(1).joined(separator: ", ").source == #"a\*"#)
    #expect([Markdown]().joined().isEmpty)
  }
}
