import Testing

@testable import GFM

@Suite struct MarkdownContainerTests {
  private func html(_ document: MarkdownDocument) throws -> String {
    String(decoding: try MarkdownRenderer().htmlBytes(from: document.text), as: UTF8.self)
  }

  @Test func aBoxIsAnElementAroundItsBlocks() throws {
    var document = MarkdownDocument()
    document.paragraph("a")
    document.box(.squares) { $0.list(["b"]) }
    document.details(2, "c") { $0.paragraph("d") }
    #expect(
      try html(document) == """
        <p>a</p>
        <div class="squares">
        <ul>
        <li>b</li>
        </ul>
        </div>
        <details>
        <summary>
        <h2>c</h2>
        </summary>
        <p>d</p>
        </details>

        """)
  }

  @Test(arguments: MarkdownContainer.allCases)
  func noTextOpensABox(container: MarkdownContainer) throws {
    for comment in [container.startComment, container.endComment] {
      var document = MarkdownDocument()
      document.paragraph(.text(comment))
      document.list([.text(comment)])
      document.heading(2, .text(comment))
      try document.table(columns: [MarkdownColumn(.text(comment))], rows: [[.text(comment)]])
      document.append(MarkdownDocument(authored: comment + "\n\nx " + comment + "\n\n- " + comment + "\n"))
      let found = try html(document)
      #expect(
        !found.contains("<div") && !found.contains("details>") && !found.contains("summary>"), "\(found)")
    }
  }

  @Test func aTitleFromDataIsNoAttribute() throws {
    var document = MarkdownDocument()
    document.paragraph(.link("a", to: "/b/", title: "=.met"))
    #expect(try html(document) == "<p><a href=\"/b/\" title=\" =.met\">a</a></p>\n")
  }
}
