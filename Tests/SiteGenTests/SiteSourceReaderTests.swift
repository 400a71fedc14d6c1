import Foundation
import Files
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Small site folders, valid and broken.
struct SiteSourceReaderTests {
  private static let sound = [
    "layouts/page.mustache": "{{title}}", "strings/vi/a.yaml": "nav.home: Trang chủ\n",
    "strings/en/a.yaml": "nav.home: Home\n", "assets/style.css": "p{}", "assets/img/.hidden": "x",
    "pages/vi/about.md":
      "---\nid: about\ntitle: Giới thiệu\ndescription: Trang này.\npath: /gioi-thieu/\nmenu: 2\n---\nChữ\n",
    "pages/en/about.md":
      "---\nid: about\ntitle: About\ndescription: This page.\npath: /en/about/\n---\nText\n",
  ]

  /// Reads the valid folder with some files replaced, or removed by nil.
  private func read(_ changes: [String: String?] = [:]) throws -> (source: SiteSource, findings: [Finding]) {
    var files = SiteSourceReaderTests.sound
    for (path, text) in changes { files[path] = text }
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    var reader = SiteSourceReader(folder: folder.url)
    let source = reader.read()
    let authored = AuthoredPages(source: source)
    return (source, reader.findings + SiteCheck.labels(source) + authored.findings)
  }

  /// `file:line rule: sentence` for each finding.
  private func lines(_ changes: [String: String?]) throws -> [String] {
    try read(changes).findings.sorted().map { "\($0.file):\($0.line) \($0.rule): \($0.message.en)" }
  }

  private func page(_ header: String, body: String = "Chữ") -> String { "---\n\(header)---\n\(body)\n" }

  @Test func aSoundFolderIsRead() throws {
    let (source, findings) = try read()
    #expect(findings == [])
    #expect(source.pages.map(\.id) == ["about", "about"])
    let page = try #require(source.pages.first { $0.language == .vietnamese })
    #expect(page.title == "Giới thiệu" && page.description == "Trang này." && page.path == "/gioi-thieu/")
    #expect(
      page.menuOrder == 2 && page.body == ContentDigest(of: Array("Chữ\n".utf8))
        && page.file == "pages/vi/about.md")
    #expect(source.pages.last?.menuOrder == nil && source.pages.last?.isBilingual == false)
    #expect(source.labels(in: .english).texts == ["nav.home": "Home"])
    #expect(source.assets.map(\.path) == ["assets/style.css"])
    #expect(source.layout == "{{title}}")
  }

  @Test func aPageBeyondTheLimitsEndsTheBuildWithItsLine() throws {
    let header = "id: about\ntitle: Giới thiệu\ndescription: Trang này.\npath: /gioi-thieu/\n"
    let body = "Chữ\n" + String(repeating: "<!A", count: 11)
    let (source, findings) = try read(["pages/vi/about.md": page(header, body: body)])
    #expect(source.layout.isEmpty)
    #expect(
      findings.contains { $0.rule == "site.page-limit" && $0.file == "pages/vi/about.md" && $0.line == 8 })
  }

  @Test func filesFromOtherMachinesAreReadAlike() throws {
    let text = try #require(SiteSourceReaderTests.sound["pages/vi/about.md"])
    let changed = "\u{FEFF}" + text.replacing("\n", with: "\r\n").decomposedStringWithCanonicalMapping
    let (source, findings) = try read(["pages/vi/about.md": changed])
    #expect(findings == [])
    let page = try #require(source.pages.first { $0.language == .vietnamese })
    #expect(
      page.title.unicodeScalars.elementsEqual("Giới thiệu".unicodeScalars)
        && page.body == ContentDigest(of: Array("Chữ\n".utf8)))
  }

  @Test func aMissingLayoutIsFound() throws {
    #expect(
      try lines(["layouts/page.mustache": nil]) == [
        "layouts/page.mustache:1 site.file-missing: This file is missing from the site folder."
      ])
  }

  @Test func labelFaultsAreFound() throws {
    for broken in ["nav.home: Trang chủ\nnav.x: [\n", "nav.home: \"a\nb"] {
      // Labels in what cannot be read are not missing.
      let lines = try lines(["strings/vi/a.yaml": broken])
      #expect(lines.count == 1)
      #expect(lines.allSatisfy { $0.hasSuffix("site.yaml-syntax: The YAML here cannot be read.") })
    }
    #expect(
      try lines(["strings/vi/a.yaml": "nav.home:\n"]) == [
        "strings/vi/a.yaml:1 site.label-malformed: A label must be a pair “key: text” and must not be empty."
      ])
    let malformed = ": A label must be a pair “key: text” and must not be empty."
    #expect(
      try lines(["strings/vi/a.yaml": "nav.home: Trang chủ\n\nnav.x:\nnav.y: {a: b}\n"]) == [
        "strings/vi/a.yaml:3 site.label-malformed" + malformed,
        "strings/vi/a.yaml:4 site.label-malformed" + malformed,
      ])
    #expect(
      try lines(["strings/vi/b.yaml": "- a\n"]) == ["strings/vi/b.yaml:1 site.label-malformed" + malformed])
    #expect(
      try lines(["strings/vi/b.yaml": "\n? [a]\n: b\n"]) == [
        "strings/vi/b.yaml:2 site.label-malformed" + malformed
      ])
    #expect(
      try lines(["strings/vi/b.yaml": "\n- &x a\n"]).first
        == "strings/vi/b.yaml:1 site.label-malformed" + malformed)
    #expect(try lines(["strings/vi/b.yaml": "# nothing yet\n"]) == [])
  }

  @Test func whatIsNotUTF8EndsTheBuildWithItsName() throws {
    let unreadable = ":1 site.unreadable: The text of this file cannot be read; it may not be UTF-8."
    for file in ["strings/vi/b.yaml", "pages/vi/other.md"] {
      let folder = try TemporaryFolder(SiteSourceReaderTests.sound)
      defer { folder.remove() }
      try Data([0x4E, 0xC4, 0x6D]).write(to: folder.url.appending(path: file))
      var reader = SiteSourceReader(folder: folder.url)
      let source = reader.read()
      let findings = reader.findings + SiteCheck.labels(source)
      #expect(findings.map { "\($0.file):\($0.line) \($0.rule): \($0.message.en)" } == [file + unreadable])
      #expect(source.layout.isEmpty)
    }
  }

  @Test func labelsAreTakenAsTheyAreWritten() throws {
    let (source, findings) = try read([
      "strings/vi/a.yaml": "nav.home: \"Trang\u{A0} chủ \"\nx: |\n  {a}\n",
      "strings/en/a.yaml": "{nav.home: Home, x: '{a}'}",
    ])
    #expect(findings == [])
    #expect(source.labels(in: .vietnamese).texts == ["nav.home": "Trang\u{A0} chủ ", "x": "{a}\n"])
  }

  @Test func labelsGivenTwiceAreFound() throws {
    #expect(
      try lines(["strings/vi/b.yaml": "\nnav.home: Trang đầu\n"]) == [
        "strings/vi/b.yaml:2 site.label-duplicate: The label “nav.home” is given twice."
      ])
    #expect(
      try lines(["strings/vi/a.yaml": "nav.home: a\n\nnav.home: b\n"]) == [
        "strings/vi/a.yaml:3 site.label-duplicate: The label “nav.home” is given twice."
      ])
  }

  @Test func labelsThatDifferBetweenTheLanguagesAreFound() throws {
    #expect(
      try lines(["strings/vi/b.yaml": "x: a\n", "strings/en/b.yaml": "y: b\n"]) == [
        "strings/en:1 site.label-one-language: The label “y” exists in English only.",
        "strings/vi:1 site.label-one-language: The label “x” exists in Vietnamese only.",
      ])
    #expect(
      try lines(["strings/vi/b.yaml": "x: \"{a} {b}\"\n", "strings/en/b.yaml": "x: \"{a} {c}\"\n"]) == [
        "strings/vi:1 site.label-places: The label “x” has different places to fill in the two languages."
      ])
    #expect(
      try lines(["strings/vi/b.yaml": "x: \"{a} {b}\"\n", "strings/en/b.yaml": "x: \"{b}, {a}\"\n"]) == [])
  }

  @Test func aPageInOneLanguageIsFound() throws {
    #expect(
      try lines(["pages/en/about.md": nil]) == [
        "pages/vi/about.md:1 site.page-one-language: The page “about” exists in Vietnamese only."
      ])
    #expect(
      try lines(["pages/vi/about.md": nil]) == [
        "pages/en/about.md:1 site.page-one-language: The page “about” exists in English only."
      ])
  }

  @Test func headerFaultsAreFound() throws {
    let missing =
      "pages/vi/b.md:1 site.front-matter-missing: "
      + "The page must open with a header between two lines “---”."
    for text in ["Chữ\n", "---\nid: b\n", "", "---\n---\nChữ", "---\n- a\n---\n"] {
      #expect(try lines(["pages/vi/b.md": text]) == [missing], "\(text)")
    }
    #expect(
      try lines(["pages/vi/b.md": page("id: b\ntitle: [\n")]).map { String($0.prefix(32)) }
        .first?.hasSuffix("site.yaml-syntax") == true)
    #expect(
      try lines(["pages/vi/b.md": page("id: b\ntitle: ''\npath: /b/\n")]) == [
        "pages/vi/b.md:1 site.front-matter-key-missing: The header lacks “title”.",
        "pages/vi/b.md:1 site.front-matter-key-missing: The header lacks “description”.",
      ])
    let vi = "id: about\ntitle: A\ndescription: B\npath: /a/\ntitel: x\n"
    #expect(
      try lines(["pages/vi/about.md": page(vi)]) == [
        "pages/vi/about.md:6 site.front-matter-key-unknown: The header has an unknown key “titel”."
      ])
  }

  @Test(arguments: ["/en/a/", "a/", "/a", "/", "/../a/", "/a b/", "/á/", "/a//b/", "/a?x=1/", "/A/"])
  func malformedPathsAreFound(path: String) throws {
    let header = "id: about\ntitle: A\ndescription: B\npath: \"\(path)\"\n"
    #expect(
      try lines(["pages/vi/about.md": page(header)]).contains(
        "pages/vi/about.md:1 site.path-malformed: The path “\(path)” is not of the right form."))
  }

  @Test func theMethodPageHasAPlaceOfItsOwn() throws {
    let vi = page("id: method\ntitle: A\ndescription: B\npath: /cach-lam/\n")
    let en = page("id: method\ntitle: A\ndescription: B\npath: /en/method/\n")
    #expect(
      try lines(["pages/vi/m.md": vi, "pages/en/m.md": en]) == [
        "pages/vi/m.md:1 site.path-malformed: The path “/cach-lam/” is not of the right form."
      ])
  }

  @Test func unknownInsertsAreFound() throws {
    let header = "id: about\ntitle: A\ndescription: B\npath: /a/\n"
    #expect(
      try lines(["pages/vi/about.md": page(header, body: "a\n\n{{insert:count}}\n{{insert:counts}}\n")]) == [
        "pages/vi/about.md:1 site.insert-unknown: There is no insert “count”."
      ])
  }
}
