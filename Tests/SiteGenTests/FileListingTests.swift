import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The HTML that is written directly equals the HTML that the Markdown gives.
struct FileListingTests {
  private static let odd = [
    "", " ", "  indented", "trailing  ", "   both   ", "a|b", "\\|", "\\", "`", "``x`", "` a `", "<&>\"'",
    "&amp;",
    "\t- tab", "\u{0}", "\u{2028}x", "\u{FEFF}", "https://a.vn/?a=1&b=2", "a@b.vn", "[x](y)", "![x](y)",
    "*a* _b_",
    "~~a~~", "| --- |", "# h", "---", "<!-- -->", "<!-- [ -->", "Đắk Lắk “x” 😀", "a,\"b\"\"c\",,", "[^1]",
  ]

  private func shown(_ line: String) -> String {
    HiddenCharacter.isIn(line) ? line.shown(keeping: ["\t"]) : line
  }

  /// The table built cell by cell.
  private func document(_ lines: [String]) throws -> MarkdownDocument {
    var document = MarkdownDocument()
    try document.table(
      caption: .text("a/<b>.csv"),
      columns: [MarkdownColumn(.text("Dòng & <số>")), MarkdownColumn(.text("Nội dung"))],
      rows: lines.enumerated().map { offset, line in
        [.link(.text(String(offset + 1)), to: "#L\(offset + 1)", title: "="), .code(shown(line))]
      })
    return document
  }

  private func expectSame(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let listing = FileListing(
      caption: "a/<b>.csv", number: "Dòng & <số>", content: "Nội dung", rows: FileListing.Rows(lines))
    let markdown = try listing.markdown
    #expect(try markdown == document(lines).text, sourceLocation: sourceLocation)
    let body = BodyFinisher.finish(
      try MarkdownRenderer().htmlBytes(from: markdown), language: .vietnamese, root: "../",
      pictureSizes: [:])
    #expect(body.html == listing.html, sourceLocation: sourceLocation)
    #expect(
      body.ids == Set(listing.lines.map { "L\($0)" } + ["caption"]) && body.links.isEmpty,
      sourceLocation: sourceLocation)
  }

  @Test func oddLinesAreShownAsMarkdownShowsThem() throws {
    try expectSame(Self.odd)
    try expectSame([])
    for line in Self.odd { try expectSame([line]) }
    for first in Self.odd { for second in Self.odd { try expectSame([first + second]) } }
  }

  /// Lines with anchors, on a page that is not the first.
  @Test(arguments: ["- id: a|b", "x `y` [z](w) <b>"])
  func anchorsAreShownAsMarkdownShowsThem(line: String) throws {
    let anchors = RowAnchors([
      RowAnchors.Row(line: 7, name: "a-b.c_d"), RowAnchors.Row(line: 8, name: "empty"),
      RowAnchors.Row(line: 99, name: "elsewhere"),
    ])
    let rows = FileListing.Rows(["x", line, ""], from: 6, anchors: anchors)
    let listing = FileListing(caption: "a", number: "b", content: "c", rows: rows)
    let html = try MarkdownRenderer().htmlBytes(from: listing.markdown)
    let body = BodyFinisher.finish(html, language: .vietnamese, root: "../", pictureSizes: [:])
    #expect(body.html == listing.html)
    #expect(rows.anchors == ["a-b.c_d"] && body.ids == ["L6", "L7", "L8", "a-b.c_d", "caption"])
  }

  @Test func hiddenCharactersAreWrittenOut() throws {
    let rows = FileListing.Rows(["a\u{202E}b\u{200B}"])
    let listing = FileListing(caption: "", number: "", content: "", rows: rows)
    #expect(try listing.markdown.contains("`a\\u{202E}b\\u{200B}`"))
    #expect(String(decoding: listing.html, as: UTF8.self).contains("<code>a\\u{202E}b\\u{200B}</code>"))
  }

  @Test func frozenFilesAreShownAsMarkdownShowsThem() throws {
    let files = try FrozenSite.dataset().files
    #expect(files.count > 10)
    for file in files { try expectSame(file.lines) }
  }
}
