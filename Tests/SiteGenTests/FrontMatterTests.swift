import Foundation
import TestSupport
import Testing
import Yams

@testable import Pages
@testable import SiteGen

/// The short way of reading a header gives what Yams gives, or leaves it to Yams.
struct FrontMatterTests {
  @Test func allLabelsGoTheShortWay() throws {
    let files = FileManager.default.enumerator(
      at: Repository.site.appending(path: "strings"), includingPropertiesForKeys: nil)
    let found = try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
    #expect(found.count > 30)
    for file in found {
      let text = try String(contentsOf: file, encoding: .utf8)
      let entries = try #require(PlainMapping.entries(of: text[...]), "\(file.lastPathComponent)")
      let mapping = try #require(try Yams.compose(yaml: text)?.mapping)
      #expect(mapping.map { [$0.key.string, $0.value.string] } == entries.map { [$0.key, $0.value] })
    }
  }

  @Test func ordinaryHeadersGoTheShortWay() throws {
    let header = """
      id: about
      title: Giới thiệu – “Đo” cải cách (2024), 5:30
      description: It's a page; 100 % of it, no.#1.
      path: /gioi-thieu/
      menu: "2"
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
      "`", "−", "~", "=", "\t", "\u{85}", "\u{A0}", "\u{2028}", "–", "\u{FEFF}", "\u{1F600}", "\u{7F}",
      "null",
      "\n",
      "\n  b", "---", "...", "<<",
    ]
    let beside = ["a", "–", " ", ":", "#", "\n"]
    let pairs = pieces.flatMap { first in pieces.map { first + $0 } }
    let triples = beside.flatMap { first in beside.flatMap { second in beside.map { first + second + $0 } } }
    let short = (pieces + pairs + triples).flatMap {
      ["title: \($0)\n", "title: a\($0)b\n", "title: \"\($0)\"\n", "title: \"a\($0)b\"\n"]
    }.count(where: check)
    #expect(short > 2500)
  }

  @Test(arguments: [
    "", "\n", "title", "title:", "title: ", "title:a\n", " title: a\n", "title: a\n b\n",
    "title: a\n\nid: b\n",
    "title: a\ntitle: b\n", "other: a\n", "title : a\n", "- a\n", "title: a", "? title\n: a\n",
    "title: a\n# b\n",
    "title: a\n---\nid: b\n", "\"title\": a\n", "title: a\n...\n", "title:  a\n", "title: a \n",
    "{title: a}\n", "title: \"a\n", "title: \"\n", "title: \"a\" b\n", "title: \"a\\n\"\n",
    "title: \"a\nb\"\n",
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
