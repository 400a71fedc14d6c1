import GFM
import Testing

/// A place for text from data, with the exact HTML around the text there.
struct TextPlace: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let before: String
  let after: String
  let write: @Sendable (inout MarkdownDocument, Markdown) throws -> Void

  init(
    _ name: String, _ before: String, _ after: String,
    write: @escaping @Sendable (inout MarkdownDocument, Markdown) throws -> Void
  ) {
    testDescription = name
    self.before = before
    self.after = after
    self.write = write
  }

  func markdown(_ text: Markdown) throws -> String {
    var document = MarkdownDocument()
    try write(&document, text)
    return document.text
  }

  /// Places for any inline Markdown.
  static let blocks: [TextPlace] = [
    TextPlace("paragraph", "<p>", "</p>\n") { $0.paragraph($1) },
    TextPlace("paragraph after paragraph", "<p>x</p>\n<p>", "</p>\n") {
      $0.paragraph("x")
      $0.paragraph($1)
    },
    TextPlace("paragraph after list", "<ul>\n<li>x</li>\n</ul>\n<p>", "</p>\n") {
      $0.list(["x"])
      $0.paragraph($1)
    },
    TextPlace("heading", "<h2>", "</h2>\n") { $0.heading(2, $1) },
    TextPlace("list item", "<ul>\n<li>x</li>\n<li>", "</li>\n<li>y</li>\n</ul>\n") {
      $0.list(["x", $1, "y"])
    },
    TextPlace("first list item", "<ul>\n<li>", "</li>\n<li>y</li>\n</ul>\n") { $0.list([$1, "y"]) },
    TextPlace("quotation", "<blockquote>\n<p>", "</p>\n</blockquote>\n") { $0.quote($1) },
    TextPlace(
      "cell",
      """
      <table>
      <thead>
      <tr>
      <th align="left">A</th>
      <th align="right">B</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td align="left">
      """,
      "</td>\n<td align=\"right\">1</td>\n</tr>\n</tbody>\n</table>\n"
    ) {
      try $0.table(
        columns: [MarkdownColumn("A"), MarkdownColumn("B", alignment: .right)], rows: [[$1, "1"]])
    },
    TextPlace(
      "header cell", "<table>\n<thead>\n<tr>\n<th align=\"center\">", "</th>\n</tr>\n</thead>\n</table>\n"
    ) {
      try $0.table(columns: [MarkdownColumn($1, alignment: .center)], rows: [])
    },
  ]

  /// Places for a link label and inside other inline Markdown.
  static let inline: [TextPlace] = [
    TextPlace("link label", "<p><a href=\"/x\">", "</a></p>\n") { $0.paragraph(.link($1, to: "/x")) },
    TextPlace("strong in a word", "<p>là<strong>", "</strong>là</p>\n") {
      $0.paragraph(.text("là") + .strong($1) + .text("là"))
    },
    TextPlace("emphasis in strong", "<p><strong>a<em>", "</em>”</strong>b</p>\n") {
      $0.paragraph(.strong(.text("a") + .emphasis($1) + .text("”")) + .text("b"))
    },
    TextPlace("before a link", "<p>", "<a href=\"/x\">y</a></p>\n") {
      $0.paragraph($1 + .link("y", to: "/x"))
    },
    TextPlace("after a footnote-like mark", "<p>[1]", "</p>\n") { $0.paragraph("[1]" + $1) },
    TextPlace("after strong", "<p><strong>“x”</strong>", "</p>\n") {
      $0.paragraph(.strong(.text("“x”")) + $1)
    },
    TextPlace("passage", "<p><span lang=\"vi\">", "</span></p>\n") {
      $0.paragraph(.passage($1, language: "vi"))
    },
    TextPlace("passage in a link", "<p>a<a href=\"/x\">b<span lang=\"en\">", "</span></a>c</p>\n") {
      $0.paragraph(.text("a") + .link(.text("b") + .passage($1, language: "en"), to: "/x") + .text("c"))
    },
    TextPlace("passage in strong", "<p>là<strong><span lang=\"vi\">", "</span></strong>là</p>\n") {
      $0.paragraph(.text("là") + .strong(.passage($1, language: "vi")) + .text("là"))
    },
    TextPlace("between codes", "<p><code>c</code>", "<code>d</code></p>\n") {
      $0.paragraph(.code("c") + $1 + .code("d"))
    },
  ]

  static let all = blocks + inline
}

/// Places for a plain string that is not inline Markdown itself.
struct PlainPlace: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let before: String
  let after: String
  let markdown: @Sendable (String) -> Markdown

  init(_ name: String, _ before: String, _ after: String, markdown: @escaping @Sendable (String) -> Markdown)
  {
    testDescription = name
    self.before = before
    self.after = after
    self.markdown = markdown
  }

  static let all: [PlainPlace] = [
    PlainPlace("code", "<code>", "</code>") { .code($0) },
    PlainPlace("code in label", "<a href=\"/x\">é<code>", "</code>é</a>") {
      .link(.text("é") + .code($0) + .text("é"), to: "/x")
    },
    PlainPlace("alternative text", "<img src=\"/x.svg\" alt=\"", "\" />") { .image(alt: $0, path: "/x.svg") },
    PlainPlace("image title", "<img src=\"/x.svg\" alt=\"y\" title=\"", "\" />") {
      .image(alt: "y", path: "/x.svg", title: $0)
    },
    PlainPlace("link title", "<a href=\"/x\" title=\"", "\">y</a>") { .link("y", to: "/x", title: $0) },
  ]
}
