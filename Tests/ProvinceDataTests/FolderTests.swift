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
      #expect(found.map(\.rule) == ["file.unexpected", "file.unexpected"])
      #expect(found.map(\.file) == ["national/outcomes-old.csv", "provinces/bac-kan/all"])
    }
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
