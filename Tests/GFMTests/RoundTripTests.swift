@testable import GFM
import Testing

private let traps = [
  "Đắk Lắk", "2024.", "2024. Kế hoạch", "3) x", "1234567890. x", "+ 5", "- 3", "-5,2 %", "−3", "* x", "# x",
  "#",
  "####### x", "x #", "x \\#", "C# ##", "> 30", ">30", "---", "- - -", "***", "* * *", "___", "===", "=", "-",
  "+",
  "    x", "  x", "\tx", "x\ty", "x  ", "x\t", "\u{A0}x\u{A0}", " ", "x\\", "\\", "\\\\", "\\|", "x\\|y",
  "a|b", "|",
  "|---|", ":---|", "| a | b |", "<br>", "<!-- x -->", "<!-- -->", "<b>x</b>", "<https://x.vn>", "a < b > c",
  "~~x~~", "~x~", "2020~2024", "~~~", "```", "`x`", "``", "[x]", "[ ]", "[ ] x", "[x](y)", "![x](y)", "![",
  "!",
  "[^1]", "[^1]: x", "^1", "[x]: /y", "(x)", ": x", "&copy;", "&amp;", "&#35;", "&#x23;", "R&D", "&", "a & b",
  "a@b.vn", "mailto:a@b.vn", "xmpp:a@b.vn/x", "a_b@c.vn", "a.b+c@d-e.gov.vn x@y.vn", "@", "www.chinhphu.vn",
  "(www.x.vn)", "www", "https://x.vn/a?b=c&d=e", "http://x", "ftp://x.vn", "HTTPS://X.VN", "a:b", "://",
  "**x**",
  "*x*", "__x__", "_x_", "a_b_c", "a*b*c", "***x***", "“Đắk Lắk”", "x!", "\"x\"", "'x'", "$x$", "{{x}}",
  "{% x %}",
  "\u{FEFF}x", "\u{FFFE}", "\u{7F}", "\u{1}", "e\u{301}", "\u{301}", "*\u{301}", "|\u{301}", "`\u{301}", "😀",
  "QĐ-UBND/2024", "Nghị quyết 57-NQ/TW", "12:30", "<", ">", "\\<", "\\*", "\\`", "x\\\\",
]

@Suite("What goes in as text comes out as the same text")
struct RoundTripTests {
  let renderer: MarkdownRenderer

  init() throws { renderer = try MarkdownRenderer() }

  private func check(_ text: String, at place: TextPlace) throws {
    let markdown = try place.markdown(.text(text))
    let html = try renderer.html(from: markdown)
    #expect(
      isSame(plainText(in: html, between: place.before, and: place.after), text),
      "\(text.debugDescription) as \(markdown.debugDescription) gave \(html.debugDescription)")
  }

  private func check(_ plain: String, in place: PlainPlace, at block: TextPlace) throws {
    let markdown = try block.markdown(place.markdown(plain))
    let html = try renderer.html(from: markdown)
    let text = plainText(in: html, between: block.before + place.before, and: place.after + block.after)
    let isChanged = place.testDescription == "link title" && Markdown.holdsAttributes(plain)
    #expect(
      isSame(text, isChanged ? " " + plain : plain),
      "\(plain.debugDescription) as \(markdown.debugDescription) gave \(html.debugDescription)")
  }

  @Test("each trap, in each place", arguments: TextPlace.all)
  func trapsInEachPlace(place: TextPlace) throws {
    for trap in traps { try check(trap, at: place) }
  }

  @Test("each trap, as code, alternative text and title", arguments: PlainPlace.all)
  func trapsAsPlainText(place: PlainPlace) throws {
    for trap in traps {
      for block in TextPlace.blocks { try check(trap, in: place, at: block) }
    }
  }

  @Test("each two traps, one after the other, in a paragraph and in a cell")
  func pairsOfTraps() throws {
    let places = TextPlace.blocks.filter { ["paragraph", "cell"].contains($0.testDescription) }
    #expect(places.count == 2)
    for first in traps {
      for second in traps {
        for place in places { try check(first + second, at: place) }
      }
    }
  }

  @Test("2000 generated texts in each place", arguments: TextPlace.all)
  func generatedTexts(place: TextPlace) throws {
    var generator = SeededGenerator(seed: 57)
    for _ in 0..<2000 { try check(nastyText(&generator), at: place) }
  }

  @Test("1000 generated texts as code, alternative text and title", arguments: PlainPlace.all)
  func generatedPlainTexts(place: PlainPlace) throws {
    var generator = SeededGenerator(seed: 2026)
    for _ in 0..<1000 {
      let text = nastyText(&generator)
      for block in TextPlace.blocks { try check(text, in: place, at: block) }
    }
  }

  @Test("a run of line breaks becomes one space, U+0000 becomes U+FFFD")
  func lineBreaks() throws {
    #expect(try html(.text("a\nb\r\n\r\nc\rd\u{2028}e\u{0}f")) == "<p>a b c d e\u{FFFD}f</p>\n")
    #expect(try html(.code("a\r\nb")) == "<p><code>a b</code></p>\n")
    #expect(try html(.text("a\n# b\n- c")) == "<p>a # b - c</p>\n")
  }

  @Test("a cut in a text makes no difference")
  func cutTexts() throws {
    var generator = SeededGenerator(seed: 30)
    for _ in 0..<2000 {
      let text = nastyText(&generator)
      let scalars = text.unicodeScalars
      let cut = scalars.index(scalars.startIndex, offsetBy: scalars.count / 2)
      let parts = Markdown.text(String(scalars[..<cut])) + .text(String(scalars[cut...]))
      #expect(parts.source.utf8.elementsEqual(Markdown.text(text).source.utf8))
    }
  }
}
