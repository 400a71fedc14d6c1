import Foundation
import GFM
import Testing

@testable import Pages

/// Pages for which cmark-gfm would need time or memory out of all proportion are not rendered.
struct PageLimitsTests {
  private func limits(_ text: String) -> [PageLimits.Limit] {
    PageLimits.exceeded(by: text[...]).map(\.limit)
  }

  private static func table(columns: Int, rows: Int, prefix: String = "", end: String = "\n") -> String {
    let header = prefix + String(repeating: "|a", count: columns) + "|" + end
    let delimiter = prefix + String(repeating: "|-", count: columns) + "|" + end
    return header + delimiter + String(repeating: prefix + "x" + end, count: rows)
  }

  @Test func ordinaryPagesAreWithinTheLimits() {
    let definitions = (0..<100).map { "[n\($0)]: https://example.vn/van-ban/\($0) \"Văn bản \($0)\"\n\n" }
      .joined()
    let page =
      Self.table(columns: 8, rows: 500) + "\n" + definitions
      + String(repeating: "\nMột đoạn văn có [liên kết](/a/), [n1] và <!-- ghi chú -->.\n", count: 500)
    #expect(limits(page) == [])
  }

  @Test(
    arguments: [
      (table(columns: 1_000, rows: 3_000), PageLimits.Limit.cells),
      (table(columns: 60_000 / 2, rows: 0), .cells),
      (table(columns: 100, rows: 60, prefix: "> > "), .cells),
      (table(columns: 100, rows: 60, prefix: "  > \t"), .cells),
      (table(columns: 100, rows: 60, end: "\r"), .cells),
      ("- " + table(columns: 100, rows: 60, prefix: "  "), .cells),
      (String(repeating: "|a\n-|-\n", count: 2_000), .cells),
      (String(repeating: table(columns: 50, rows: 3) + "\n", count: 30), .cells),
      (String(repeating: "a", count: 200_001), .text),
      ((0...500).map { "[\($0)]: /a/\n" }.joined(), .definitions),
      (
        "[a]: /" + String(repeating: "b", count: 40_000) + "\n\n" + String(repeating: "[a]", count: 10_000),
        .expansion
      ),
      (
        String(repeating: "[a]", count: 10_000) + "\n\n> [a]:\n> /b\n> '"
          + String(repeating: "c]: /\n", count: 400) + "'", .expansion
      ),
      (
        "[a]: <" + String(repeating: "b ", count: 20_000) + ">\n\n"
          + String(repeating: "![a]", count: 10_000), .expansion
      ),
      ("http://a" + String(repeating: ")", count: 4_000), .word),
      (String(repeating: "![[]() ", count: 5_001), .brackets),
      (String(repeating: "<![CDATA[", count: 11), .declarations),
      (String(repeating: "<!A", count: 11), .declarations),
      (String(repeating: "<?", count: 11), .declarations),
    ])
  func attacksExceedThem(text: String, limit: PageLimits.Limit) { #expect(limits(text).contains(limit)) }

  @Test func theLineIsThatOfTheLimit() {
    let found = PageLimits.exceeded(by: ("\n\n" + Self.table(columns: 1_000, rows: 9))[...])
    #expect(found.map(\.line) == [8])
  }

  /// Whatever cmark-gfm takes for a table is counted with at least as many cells.
  @Test func noTableIsCountedTooLow() throws {
    var state: UInt64 = 11
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    let parts = [
      "a|b", "|", "-|-", "|:-|-:|", "- ", "-", " ", "> ", "\n", "\n", "\r", "\t", "a", "1. ", "`", "\\|",
      "\u{B}", "\u{C}", "[^1]: ",
    ]
    let renderer = try MarkdownRenderer()
    var tables = 0
    for _ in 0..<4_000 {
      let start = roll(2) == 0 ? "> a|b\n> -|-\n" : "a|b|c\n-|-|-\n"
      let block = start + (0..<(2 + roll(12))).map { _ in parts[roll(parts.count)] }.joined()
      let html = String(decoding: try renderer.htmlBytes(from: block), as: UTF8.self)
      let cells = html.components(separatedBy: "<td").count + html.components(separatedBy: "<th").count - 2
      guard cells > 3, roll(20) == 0 else { continue }
      tables += 1
      let page = String(repeating: block + "\n\n", count: PageLimits.Limit.cells.most / cells + 1)
      #expect(limits(page).contains { [.cells, .text].contains($0) }, "\(block.debugDescription): \(cells)")
    }
    #expect(tables > 50)
  }
}
