import Testing

@testable import Pages
@testable import SiteGen

/// The part of Mustache that a layout needs.
struct LayoutTests {
  private enum Name: LayoutName { case a, b, list, flag, html }

  private func render(
    _ source: String, _ values: LayoutValues<Name> = [:], constants: [String: String] = [:]
  ) throws -> String {
    let layout = try Layout<Name>(source, constants: constants)
    return String(decoding: layout.render(values), as: UTF8.self)
  }

  @Test func valuesAreEscapedUnlessTheyAreHTML() throws {
    let values: LayoutValues<Name> = [.a: .text("<&>\"'ớ"), .html: .html(Array("<b>'</b>".utf8))]
    #expect(
      try render("[{{a}}|{{{a}}}|{{ a }}]", values)
        == "[&lt;&amp;&gt;&quot;&#39;ớ|<&>\"'ớ|&lt;&amp;&gt;&quot;&#39;ớ]")
    #expect(try render("[{{{html}}}|{{html}}]", values) == "[<b>'</b>|<b>'</b>]")
    #expect(try render("[{{a}}{{{html}}}]") == "[]")
    #expect(try render("[{{a}}|{{{a}}}]", [.a: .address(root: "&/", path: "<")]) == "[&amp;/&lt;|&/<]")
  }

  @Test func constantsArePutInWhenTheLayoutIsRead() throws {
    let layout = try Layout<Name>("x {{c.d}} y {{{c.d}}}", constants: ["c.d": "<"])
    #expect(layout.parts.count == 1)
    #expect(String(decoding: layout.render([:]), as: UTF8.self) == "x &lt; y <")
  }

  @Test func sectionsAreShownWhenThereIsAValue() throws {
    let source = "{{#flag}}yes{{/flag}}{{^flag}}no{{/flag}}"
    #expect(try render(source) == "no")
    #expect(try render(source, [.flag: .flag(false)]) == "no")
    #expect(try render(source, [.flag: .flag(true)]) == "yes")
    #expect(try render(source, [.flag: .text("")]) == "no")
    #expect(try render(source, [.flag: .list([])]) == "no")
    #expect(try render("{{#a}}<{{.}}>{{/a}}", [.a: .text("&")]) == "<&amp;>")
  }

  @Test func listsAreShownElementByElement() throws {
    let values: LayoutValues<Name> = [
      .a: .text("outer"), .b: .text("around"), .list: .list([[.a: .text("1")], [:], [.a: .text("3")]]),
    ]
    #expect(
      try render("{{#list}}[{{a}} {{b}}]{{/list}}{{a}}", values) == "[1 around][outer around][3 around]outer")
    let ends = "{{#list}}{{#first()}}({{/first()}}{{a}},{{#last()}}){{/last()}}{{/list}}"
    #expect(try render(ends, values) == "(1,outer,3,)")
    #expect(try render(ends, [.list: .list([[.a: .text("1")]])]) == "(1,)")
    #expect(try render("{{#flag}}{{a}}{{/flag}}", [.flag: .fields([.a: .text("in")])]) == "in")
  }

  @Test func aMarkAloneOnItsLineLeavesNoLine() throws {
    let source =
      "<ul>\n  {{#list}}\n<li>{{a}}</li>\n{{/list}}  \n{{! a remark }}\n</ul>\n{{#flag}}\nx\n{{/flag}}"
    let values: LayoutValues<Name> = [.list: .list([[.a: .text("1")], [.a: .text("2")]])]
    #expect(try render(source, values) == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n")
    #expect(try render(source, [.flag: .flag(true)]) == "<ul>\n</ul>\nx\n")
    #expect(try render("a {{#flag}} b {{/flag}} c\n") == "a  c\n")
  }

  @Test(arguments: [
    ("{{a", 1, LayoutFault.LayoutFaultKind.tagUnclosed), ("x\n{{{a}}", 2, .tagUnclosed),
    ("\n\n{{c}}", 3, .nameUnknown("c")), ("{{#c}}{{/c}}", 1, .nameUnknown("c")),
    ("a\n{{#a}}\n{{b}}\n", 2, .sectionUnclosed("a")), ("{{#a}}{{/b}}", 1, .sectionNotOpen("b")),
    ("\n{{/a}}", 2, .sectionNotOpen("a")), ("{{#first()}}", 1, .sectionUnclosed("first()")),
  ])
  func faultsSayWhatAndWhere(source: String, line: Int, kind: LayoutFault.LayoutFaultKind) {
    #expect(throws: LayoutFault(kind: kind, line: line)) { try render(source) }
  }
}
