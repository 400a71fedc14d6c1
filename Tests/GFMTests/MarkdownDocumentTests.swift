import GFM
import Testing

@Suite("Markdown documents")
struct MarkdownDocumentTests {
  let renderer: MarkdownRenderer

  init() throws { renderer = try MarkdownRenderer() }

  @Test("each block as Markdown")
  func allBlocks() throws {
    var document = MarkdownDocument()
    document.heading(1, "Tỉnh")
    document.paragraph(.text("Đắk Lắk"))
    document.list(["a", "", .text("- b")])
    document.list(["c"])
    let columns = [
      MarkdownColumn("Tên"), MarkdownColumn("Điểm", alignment: .right),
      MarkdownColumn("x", alignment: .center),
    ]
    try document.table(columns: columns, rows: [[.text("a|b"), .code("c|d"), ""]])
    document.quote("q")
    document.append(MarkdownDocument(authored: "\n\nx\n\n- y\n\n"))
    let expected = [
      "# Tỉnh", "", "Đắk Lắk", "", "- a", "-", #"- \- b"#, "", "* c", "",
      "| Tên | Điểm | x |", "| :--- | ---: | :---: |", #"| a\|b | `c\|d` |  |"#, "", "> q", "", "x", "",
      "- y", "",
    ]
    #expect(document.text == expected.joined(separator: "\n"))
  }

  @Test("blocks without content are not written")
  func emptyBlocks() {
    var document = MarkdownDocument(authored: "\n\n")
    document.heading(2, "")
    document.paragraph(.text(""))
    document.list([])
    document.quote("")
    document.append(MarkdownDocument())
    #expect(document.text.isEmpty)
  }

  @Test("two lists in a row stay two lists, also from two documents")
  func adjacentLists() throws {
    var document = MarkdownDocument()
    for _ in 0..<3 {
      var other = MarkdownDocument()
      other.list(["a", "b"])
      document.append(other)
    }
    let list = "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    #expect(try renderer.html(from: document.text) == list + list + list)
    var other = MarkdownDocument()
    other.list(["a", ""])
    other.list(["* b"])
    other.paragraph("- c")
    other.list(["d"])
    document.append(other)
    #expect(document.text.hasSuffix("- b\n\n* a\n*\n\n- \\* b\n\n\\- c\n\n- d\n"), "\(document.text)")
  }

  @Test("heading levels are brought into 1...6", arguments: [(-1, 1), (0, 1), (1, 1), (6, 6), (7, 6)])
  func headingLevels(level: Int, written: Int) throws {
    var document = MarkdownDocument()
    document.heading(level, "x")
    #expect(try renderer.html(from: document.text) == "<h\(written)>x</h\(written)>\n")
  }

  @Test("a caption is a paragraph with a colon before its table, also where the table is cut into parts")
  func caption() throws {
    var document = MarkdownDocument()
    try document.table(caption: .text("1. a b"), columns: [MarkdownColumn("x")], rows: [["y"], ["z"]])
    try document.table(caption: "", columns: [MarkdownColumn("x")], rows: [])
    #expect(document.text == ": 1. a b\n\n| x |\n| :--- |\n| y |\n| z |\n\n| x |\n| :--- |\n")
    var parts: [MarkdownPart] = []
    document.forEachPart(ofAtLeast: 1) { parts.append($0) }
    #expect(parts.map(\.text).filter { $0.contains("1. a b") }.count == 1)
    let renderer = try MarkdownRenderer()
    let html = try parts.map {
      String(decoding: try $0.share(of: renderer.htmlBytes(from: $0.text)), as: UTF8.self)
    }
    #expect(try html.joined() == renderer.html(from: document.text))
  }

  @Test("a row of the wrong width is an error and adds nothing")
  func wrongWidth() {
    var document = MarkdownDocument()
    let columns = [MarkdownColumn("a"), MarkdownColumn("b")]
    #expect(throws: MarkdownError.tableRowWidth(row: 2, found: 3, expected: 2)) {
      try document.table(columns: columns, rows: [["1", "2"], ["1", "2", "3"]])
    }
    #expect(throws: MarkdownError.tableRowWidth(row: 1, found: 0, expected: 2)) {
      try document.table(columns: columns, rows: [[]])
    }
    #expect(throws: MarkdownError.tableWithoutColumns) { try document.table(columns: [], rows: []) }
    #expect(document.text.isEmpty)
    let error = MarkdownError.tableRowWidth(row: 2, found: 3, expected: 2)
    #expect(error.description == "table row 2 has 3 cells, expected 2")
  }

  @Test("a table of empty cells keeps its shape", arguments: 1...3)
  func emptyCells(width: Int) throws {
    var document = MarkdownDocument()
    let columns = [MarkdownColumn](repeating: MarkdownColumn("h"), count: width)
    try document.table(columns: columns, rows: [[Markdown]](repeating: columns.map { _ in "" }, count: 2))
    let row = "<tr>\n" + String(repeating: "<td align=\"left\"></td>\n", count: width) + "</tr>\n"
    let html = try renderer.html(from: document.text)
    #expect(html.hasSuffix("<tbody>\n" + row + row + "</tbody>\n</table>\n"))
  }

  @Test("parts give the HTML of the whole, also those that begin or end within a table")
  func parts() throws {
    var generator = SeededGenerator(seed: 7)
    let columns = [MarkdownColumn("c"), MarkdownColumn("| <tbody>\n")]
    for _ in 0..<200 {
      var document = MarkdownDocument()
      for block in 0..<Int.random(in: 0...12, using: &generator) {
        switch Int.random(in: 0...4, using: &generator) {
        case 0: document.heading(2, .text("Part \(block) # `x`"))
        case 1: document.paragraph(.text("# no heading\n## nor here"))
        case 2: document.list([.text("## item"), "b"])
        case 3:
          try document.table(columns: columns, of: Array(0..<Int.random(in: 0...20, using: &generator))) {
            row in
            [.text("## cell </tbody> | a@b.vn \(row)"), row % 3 == 0 ? "" : .code("```|")]
          }
        default: document.quote("## quoted")
        }
      }
      let whole = try renderer.htmlBytes(from: document.text)
      for size in [0, 10, 100, 100_000] {
        var html: [UInt8] = []
        var count = 0
        try document.forEachPart(ofAtLeast: size) { part throws(MarkdownError) in
          html += try part.share(of: try renderer.htmlBytes(from: part.text))
          count += 1
        }
        #expect(html == whole)
        if size == 100_000 { #expect(count == 1) }
      }
    }
  }

  @Test("the rows of a long table are in parts of their own, each with the header")
  func tableParts() throws {
    var document = MarkdownDocument()
    document.paragraph("p")
    try document.table(columns: [MarkdownColumn("h")], of: ["1", "2", "3"]) { [.text($0)] }
    document.quote("q")
    var parts: [String] = []
    document.forEachPart(ofAtLeast: 0) { parts.append($0.text) }
    let header = "| h |\n| :--- |\n"
    #expect(parts == ["p\n\n\(header)| 1 |\n", "\(header)| 2 |\n", "\(header)| 3 |\n\n> q\n"])
  }

  @Test("HTML without the body of a table is no share of a document")
  func noShare() throws {
    var document = MarkdownDocument()
    try document.table(columns: [MarkdownColumn("h")], rows: [["1"], ["2"]])
    var parts: [MarkdownPart] = []
    document.forEachPart(ofAtLeast: 0) { parts.append($0) }
    for part in parts {
      #expect(throws: MarkdownError.noResult(step: "table")) { try part.share(of: Array("<p>x</p>\n".utf8)) }
    }
    #expect(parts.count == 2)
  }

  @Test("authored Markdown is one part")
  func authoredPart() throws {
    var document = MarkdownDocument(authored: "[a]\n\n## b\n\n[a]: /c/")
    document.heading(2, "d")
    var parts: [String] = []
    document.forEachPart(ofAtLeast: 0) { parts.append($0.text) }
    #expect(parts == [document.text])
  }

  @Test("code stays code whatever runs of backticks it has, as far as cmark can tell")
  func longRunsOfBackticks() throws {
    let renderer = try MarkdownRenderer()
    for count in [1, 2, 79, 80, 81, 200] {
      let code = String(repeating: "`", count: count) + "a@b.vn"
      var document = MarkdownDocument()
      document.paragraph(.code(code))
      #expect(try renderer.html(from: document.text) == "<p><code>\(code)</code></p>\n")
    }
    let all = (1...80).map { String(repeating: "`", count: $0) }.joined(separator: " ") + " a@b.vn"
    var document = MarkdownDocument()
    document.paragraph(.code(all))
    try document.table(columns: [MarkdownColumn("c")], rows: [[.code(all)]])
    let html = try renderer.html(from: document.text)
    #expect(html.contains("<p>\(all)</p>") && !html.contains("<a") && !html.contains("<code"))
    #expect(document.text.contains("| " + Markdown.codeCell(all) + " |"))
  }
}
