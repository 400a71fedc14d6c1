import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Every header either gives its fields as they are written or a finding.
struct FrontMatterTests {
  /// Texts that mean something to YAML, alone or in combination.
  private static let pieces = [
    "a", "Đ", "7", "/", " ", ":", "#", "-", "?", "'", "\"", "\\", "{", "]", ",", "&", "*", "!", "|", ">", "%",
    "@", "`", "−", "~", "=", "\t", "\r", "\u{85}", "\u{A0}", "\u{2028}", "–", "\u{FEFF}", "😀", "\u{7F}",
    "null",
    "\n", "\n  b", "---", "...", "<<",
  ]

  private static let values: [String] = {
    let beside = ["a", "–", " ", ":", "#", "\n"]
    let pairs = pieces.flatMap { first in pieces.map { first + $0 } }
    let triples = beside.flatMap { first in beside.flatMap { second in beside.map { first + second + $0 } } }
    return pieces + pairs + triples
  }()

  /// A header with this title.
  private func header(title: String) -> String { "id: a\ntitle: \(title)\ndescription: b\npath: /a/\n" }

  private func sentences(_ header: String) -> [String] {
    FrontMatter(header[...]).broken.map { "\($0.line) \($0.rule.id)" }
  }

  @Test func everyTextCanBeWrittenInQuotes() {
    for value in Self.values {
      let escaped = value.unicodeScalars.map { scalar in
        let code = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - code.count) + code
      }
      let matter = FrontMatter(header(title: "\"\(escaped.joined())\"")[...])
      #expect(matter.broken.isEmpty && matter["id"] == "a" && matter["path"] == "/a/")
      #expect(matter["title"]?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
    }
  }

  @Test func aHeaderIsReadWithAllItsFieldsOrSaysOnceWhatIsWrong() {
    var count = (sound: 0, broken: 0)
    for value in Self.values.flatMap({ [$0, "a\($0)b", "\"\($0)\"", "\"a\($0)b\"", "'\($0)'"] }) {
      let matter = FrontMatter(header(title: value)[...])
      if matter.broken.isEmpty {
        count.sound += 1
        #expect(matter["id"] == "a" && matter["description"] == "b" && matter["path"] == "/a/")
        #expect(matter["title"] != nil, "\(value.debugDescription)")
      } else {
        count.broken += 1
        let rules = matter.broken.map(\.rule)
        #expect(Set(rules).count == rules.count, "\(value.debugDescription)")
        #expect(rules.count == 1 || !rules.contains(.yamlSyntax), "\(value.debugDescription)")
        #expect(matter.broken.allSatisfy { (1...8).contains($0.line) }, "\(value.debugDescription)")
      }
    }
    #expect(count.sound > 5000 && count.broken > 2000)
  }

  @Test(arguments: [
    "path: /a/\ndescription: b\ntitle: It's “a”\nid: a\n",
    "{id: a, title: It's “a”, description: b, path: /a/}",
    "# What this is\nid:   a\n\ntitle: 'It''s “a”'  # the title\ndescription: \"b\"\npath: /a/",
    "--- \n? id\n: a\n\"title\": >-\n  It's\n  “a”\ndescription: |-\n  b\npath: !!str /a/\n...\n",
  ])
  func fieldsAreTheSameHoweverTheyAreWritten(header: String) {
    let matter = FrontMatter(header[...])
    #expect(matter.broken.isEmpty)
    let fields = ["id", "title", "description", "path", "menu"].map { matter[$0] }
    #expect(fields == ["a", "It's “a”", "b", "/a/", nil])
  }

  @Test func blanksInQuotesAreTakenAsTheyAre() {
    #expect(FrontMatter(header(title: "\" a\u{A0} b \"")[...])["title"] == " a\u{A0} b ")
  }

  @Test(arguments: ["", "\n", "# nothing\n", "title", "title:a\n", "- a\n", "\"id\""])
  func whatIsNoMappingIsNoHeader(header: String) {
    #expect(sentences(header) == ["1 site.front-matter-missing"])
  }

  @Test func everyFaultStandsOnItsLine() {
    #expect(sentences(header(title: "b\nid: c")) == ["4 site.yaml-syntax"])
    #expect(sentences(header(title: "&b c")) == ["3 site.yaml-syntax"])
    #expect(sentences(header(title: "b: c")) == ["3 site.yaml-syntax"])
    #expect(sentences(header(title: "b\n? [c]\n: d")) == ["4 site.yaml-syntax"])
    #expect(sentences(header(title: "b\n---\nid: c")) == ["4 site.yaml-syntax"])
    #expect(sentences(header(title: "b\n\u{1}")) == ["4 site.yaml-syntax"])
    #expect(sentences(header(title: "b\ntitel: c")) == ["4 site.front-matter-key-unknown"])
    #expect(sentences(header(title: "[b]")) == ["1 site.front-matter-key-missing"])
    #expect(sentences("id: a\n") == Array(repeating: "1 site.front-matter-key-missing", count: 3))
  }
}
