import Testing

@testable import SiteGen

/// A page as an entry of a bibliography.
struct BibliographyEntryTests {
  private static func entry(title: String) -> BibliographyEntry {
    BibliographyEntry(
      key: BibliographyEntry.key(ofPath: "/ke-hoach/hai-duong-cchc-2024/"), author: "Viện A & B",
      title: title,
      site: "S", year: 2026, note: "n", address: "https://a.vn/x_y/")
  }

  @Test func theFieldsStandOnLinesOfTheirOwn() {
    #expect(
      Self.entry(title: "Đạt 90%").text == """
        @misc{parindex-ke-hoach-hai-duong-cchc-2024,
          author = {{Viện A \\& B}},
          title = {Đạt 90\\%},
          howpublished = {S},
          year = {2026},
          note = {n},
          url = {https://a.vn/x_y/},
        }
        """)
  }

  @Test func keysAreASCIIAndTheHomePageHasOne() {
    #expect(BibliographyEntry.key(ofPath: "/") == "parindex")
    #expect(BibliographyEntry.key(ofPath: "/en/") == "parindex-en")
    let key = BibliographyEntry.key(ofPath: "/data/file/a.yaml/")
    #expect(key.allSatisfy { $0.isASCII })
  }

  @Test func nothingInATitleIsReadAsACommand() {
    let text = Self.entry(title: "{\\$#_~^}").text
    #expect(
      text.contains(
        "title = {\\{\\textbackslash{}\\$\\#\\_\\textasciitilde{}\\textasciicircum{}\\}}"))
  }
}
