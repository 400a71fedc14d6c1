import Foundation
import TestSupport
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

/// A folder under `Fixtures`: files that replace or join those of the valid folder `_base`. `removed.txt` lists files
/// to leave out, `expected.vi.txt` and `expected.en.txt` contain the report.
struct FixtureFolder: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The fixtures by name, without the base.
  static let all: [FixtureFolder] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
    return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted().map(FixtureFolder.init(name:))
  }()

  private var folder: URL { Self.root.appending(path: name) }

  /// The files of the base, overlaid with those of the fixture.
  func files() throws -> [RawFile] {
    let own = try DataFolderReader(folder: folder).files()
    let removed =
      try own.first { $0.path == "removed.txt" }.map { String(decoding: try $0.bytes ?? [], as: UTF8.self) }
      ?? ""
    let overlay = own.filter { $0.path.contains("/") || !$0.path.hasSuffix(".txt") }
    let hidden = Set(overlay.map(\.path) + removed.split(separator: "\n").map(String.init))
    let kept = try Self.baseFiles().filter { !hidden.contains($0.path) }
    return (kept + overlay).sorted { Identifier<RawFile>($0.path) < Identifier<RawFile>($1.path) }
  }

  static func baseFiles() throws -> [RawFile] {
    try DataFolderReader(folder: root.appending(path: "_base")).files()
  }

  /// The committed report.
  func expected(_ language: Language) -> Golden {
    Golden(folder.appending(path: "expected.\(language.rawValue).txt"))
  }
}

/// Loads files and renders the findings.
struct LoadedFiles {
  let result: LoadResult
  let report: FindingReport

  init(_ files: [RawFile]) throws {
    var nothing: DataCache?
    result = try DatasetAssembly(files: files).run(cache: &nothing)
    let lines = try files.map {
      ($0.path, TextLines.all(of: String(decoding: try $0.bytes ?? [], as: UTF8.self)))
    }
    report = FindingReport(
      result.findings, folder: "", lines: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
  }

  /// The base with the text of one file replaced or added.
  init(base path: String, _ text: String) throws {
    let others = try FixtureFolder.baseFiles().filter { $0.path != path }
    let files = others + [RawFile(path: path, bytes: Array(text.utf8))]
    try self.init(files.sorted { Identifier<RawFile>($0.path) < Identifier<RawFile>($1.path) })
  }
}
