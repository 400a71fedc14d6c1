import Scoring
import Testing

@testable import SiteGen

/// The short way of reading a header gives what Yams gives, or leaves it to Yams.
struct FrontMatterTests {
  @Test func ordinaryHeadersGoTheShortWay() throws {
    let header = """
      id: about
      title: Giới thiệu – “Đo” cải cách (2024), 5:30
      description: It's a page; 100 % of it, no.#1.
      path: /gioi-thieu/
      menu: 2
      bilingual: true

      """
    let plain = try #require(FrontMatter.plain(header[...]))
    #expect(plain.fields.count == 6)
    #expect(plain.fields["title"] == "Giới thiệu – “Đo” cải cách (2024), 5:30")
    #expect(try plain == FrontMatter.yaml(header[...]))
  }

  /// All values of two pieces that mean something to YAML, and of three of those that matter beside others, alone
  /// and between letters.
  @Test func everyShortValueIsReadAsYamsReadsIt() {
    let pieces = [
      "a", "Đ", "7", "/", " ", ":", "#", "-", "?", "'", "\"", "\\", "{", "]", ",", "&", "*", "!", "|", ">",
      "%", "@",
      "`", "~", "=", "\t", "\u{85}", "\u{A0}", "\u{2028}", "–", "\u{FEFF}", "\u{1F600}", "\u{7F}", "null",
      "\n",
      "\n  b", "---", "...", "<<",
    ]
    let beside = ["a", "–", " ", ":", "#", "\n"]
    let pairs = pieces.flatMap { first in pieces.map { first + $0 } }
    let triples = beside.flatMap { first in beside.flatMap { second in beside.map { first + second + $0 } } }
    let short = (pieces + pairs + triples).flatMap { ["title: \($0)\n", "title: a\($0)b\n"] }.count(
      where: check)
    #expect(short > 1000)
  }

  @Test(arguments: [
    "", "\n", "title", "title:", "title: ", "title:a\n", " title: a\n", "title: a\n b\n",
    "title: a\n\nid: b\n",
    "title: a\ntitle: b\n", "other: a\n", "title : a\n", "- a\n", "title: a", "? title\n: a\n",
    "title: a\n# b\n",
    "title: a\n---\nid: b\n", "\"title\": a\n", "title: a\n...\n", "title:  a\n", "title: a \n",
    "{title: a}\n",
  ])
  func anyOtherHeaderIsLeftToYams(header: String) {
    #expect(FrontMatter.plain(header[...]) == nil)
    check(header)
  }

  /// - Returns: whether the header went the short way.
  @discardableResult
  private func check(_ header: String) -> Bool {
    guard let plain = FrontMatter.plain(header[...]) else { return false }
    #expect((try? FrontMatter.yaml(header[...])) == plain, "\(header.debugDescription)")
    return true
  }
}
