import GFM
import Testing

@Suite("The renderer")
struct MarkdownRendererTests {
  let renderer: MarkdownRenderer

  init() throws { renderer = try MarkdownRenderer() }

  @Test(
    "extensions and options",
    arguments: [
      ("", ""), ("x", "<p>x</p>\n"), ("~~x~~ ~y~ 2020~2024~", "<p><del>x</del> ~y~ 2020~2024~</p>\n"),
      ("https://x.vn", "<p><a href=\"https://x.vn\">https://x.vn</a></p>\n"),
      ("a@b.vn", "<p><a href=\"mailto:a@b.vn\">a@b.vn</a></p>\n"),
      (
        "- [x] a",
        "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>\n</ul>\n"
      ),
      ("| a |\n| --- |", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"),
      ("[a](javascript:x)", "<p><a href=\"\">a</a></p>\n"), ("a<!-- -->b", "<p>ab</p>\n"),
      ("a<b>b", "<p>a<!-- raw HTML omitted -->b</p>\n"),
      ("a <span lang=\"vi\">*b*</span>", "<p>a <span lang=\"vi\"><em>b</em></span></p>\n"),
      (
        "<span lang=\"vi\">a <span lang=\"en\">b</span></span>",
        "<p><span lang=\"vi\">a <span lang=\"en\">b</span></span></p>\n"
      ),
      (
        "| a |\n|---|\n| <span lang=\"vi\">b</span> |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n"
      ),
      ("x <span lang=\"vi\">a", "<p>x <!-- raw HTML omitted -->a</p>\n"),
      ("x a</span>", "<p>x a<!-- raw HTML omitted --></p>\n"),
      (
        "x <span lang=\"vi\">*a</span>*",
        "<p>x <!-- raw HTML omitted --><em>a<!-- raw HTML omitted --></em></p>\n"
      ),
      (
        "x <span lang=\"vi\" onclick=\"y\">a</span>",
        "<p>x <!-- raw HTML omitted -->a<!-- raw HTML omitted --></p>\n"
      ),
      ("<script>x</script>", "<!-- raw HTML omitted -->\n"),
      ("a\u{0}b", "<p>a\u{FFFD}b</p>\n"), ("\"x\" -- 'y'...", "<p>&quot;x&quot; -- 'y'...</p>\n"),
    ])
  func exactOutput(markdown: String, html: String) throws {
    #expect(try renderer.html(from: markdown) == html)
  }

  @Test("documents of any length, each in the memory of the one before", arguments: [1, 300, 30_000, 2])
  func length(count: Int) throws {
    let (markdown, html) = ("*a* `b` c\n\n", "<p><em>a</em> <code>b</code> c</p>\n")
    let long = String(repeating: "x", count: count * 20)
    #expect(
      try renderer.html(from: String(repeating: markdown, count: count) + long)
        == String(repeating: html, count: count) + "<p>" + long + "</p>\n")
  }

  @Test("footnotes are on")
  func footnotes() throws {
    let html = try renderer.html(from: "a[^1]\n\n[^1]: b")
    #expect(html.contains("<sup class=\"footnote-ref\">"))
    #expect(html.contains("<section class=\"footnotes\""))
  }

  @Test("many tasks at once get the same pages as one")
  func concurrency() async throws {
    let page = String(
      repeating: "| ~~x~~ | https://x.vn a@b.vn |\n| --- | --- |\n| **a** | ~~y~~[^1] |\n\n", count: 20)
    let pages = (0..<8).map { page + "~~page \($0)~~ www.x\($0).vn\n\n[^1]: ~~z~~\n" }
    let expected = try pages.map { try renderer.html(from: $0) }
    #expect(expected.allSatisfy { $0.contains("<del>page") && $0.contains("href=\"http://www.x") })
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for task in 0..<400 {
        let page = pages[task % pages.count]
        group.addTask { (task % 8, try MarkdownRenderer().html(from: page)) }
      }
      for try await (index, html) in group { #expect(html == expected[index]) }
    }
  }

  @Test("errors say what is missing")
  func errorText() {
    #expect(MarkdownError.extensionMissing(name: "table").description.contains("\"table\""))
    #expect(MarkdownError.noResult(step: "html").description == "cmark-gfm returned no html")
  }
}
