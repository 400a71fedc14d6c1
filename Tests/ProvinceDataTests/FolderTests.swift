import Foundation
import TestSupport
import Testing
import Text

@testable import ProvinceData

/// Unusual content of a folder.
@Suite struct FolderTests {
  /// A temporary copy of the frozen data, removed at the end.
  private func withCopy(_ body: (URL) throws -> Void) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy(Repository.frozenData, to: "Data")
    try body(folder.url.appending(path: "Data"))
  }

  @Test func linksAreFindingsAndAreNotFollowed() throws {
    try withCopy { folder in
      let link = folder.appending(path: "provinces/bac-kan/all")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder)
      let dangling = folder.appending(path: "national/outcomes-old.csv")
      try FileManager.default.createSymbolicLink(atPath: dangling.path(), withDestinationPath: "nowhere")
      let found = try DataLoader(folder: folder).load().findings.filter { $0.severity == .error }
      #expect(found.map(\.rule) == ["file.irregular", "file.irregular"])
      #expect(found.map(\.file) == ["national/outcomes-old.csv", "provinces/bac-kan/all"])
    }
  }

  @Test(
    arguments: [
      "sources/nguồn.yaml", "sources/a b.yaml", "sources/a\"b.yaml", "sources/a'b.yaml", "sources/a\nb.yaml",
      "sources/a?b.yaml", "sources/a#b.yaml", "sources/a\\b.yaml", "sources/a\u{202E}b.yaml",
      "sources/A.yaml",
      "sources/a_b.yaml", "sources/a.b.yaml", "provinces/Đắk Lắk/profile.yaml",
      "provinces/dak.lak/published.csv",
    ])
  func aWrongNameIsOneError(path: String) throws {
    let errors = try LoadedFiles(base: path, "sources: []\n").result.findings.filter { $0.severity == .error }
    #expect(errors.map(\.rule) == ["file.name"], "\(errors)")
    for character in ["\n", "\u{202E}"] {
      #expect(errors.allSatisfy { !$0.file.contains(character) && !$0.message.en.contains(character) })
    }
  }

  @Test(arguments: ["provinces/dak-lak/README.md", "README.md", "schema/Any Name.schema.json", ".a b/c.yaml"])
  func whatIsNotReadHasAnyName(path: String) throws {
    #expect(try LoadedFiles(base: path, "x\n").result.findings == [])
  }

  @Test func aPastedBlockIsReportedOnceForEachRow() throws {
    try withCopy { folder in
      let file = folder.appending(path: "provinces/bac-kan/published.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      let rows = text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
      let copies = 20
      try (text + String(repeating: rows, count: copies)).write(to: file, atomically: true, encoding: .utf8)
      let duplicates = try DataLoader(folder: folder).load().findings.filter { $0.rule == "fact.duplicate" }
      #expect(duplicates.count == copies * rows.split(separator: "\n").count)
    }
  }

  @Test func aHintNamesTheFolderInWords() throws {
    for kind in [ReferenceKind.indicator, .source, .entity] {
      let rule = Rule.referenceUnknown(kind: kind, value: "zzz", nearest: nil)
      #expect(rule.hint.vi.contains(kind.place.vi) && rule.hint.en.contains(kind.place.en))
      #expect(!rule.hint.vi.contains("LocalizedText") && !rule.hint.en.contains("LocalizedText"))
    }
  }
}
