import Foundation
import Testing

@testable import Files

/// A folder for one test.
private struct VerifiedSite {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "manifest-\(UUID().uuidString)")
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

struct VerificationTests {
  private let built = ["index.html": "a\nb\n", "en/index.html": "c\n", "style.css": "d\n"].mapValues {
    Data($0.utf8)
  }

  private func manifest(_ files: [String: Data], version: String = "1.0.0") -> SiteManifest {
    SiteManifest(
      programVersion: version, sourceVersion: "s", commit: nil, options: .init(baseURL: nil, asOf: nil),
      files: files.digests)
  }

  private func verify(
    _ manifest: SiteManifest, folder path: String?, rebuilt: [String: Data], sources: String = "s"
  ) throws -> Verification {
    let folder = path.map { SiteFolder($0) }
    return Verification(
      of: manifest, folder: folder, published: try folder?.digests(ignoring: ["manifest.json"]),
      rebuilt: rebuilt, programVersion: "1.0.0", sourceVersion: sources)
  }

  @Test func theSameIsTheSame() throws {
    let site = try VerifiedSite(built.mapValues { String(decoding: $0, as: UTF8.self) })
    defer { site.remove() }
    try site.write("ignored", to: "manifest.json")
    #expect(try verify(manifest(built), folder: site.path, rebuilt: built).isSame)
    #expect(try verify(manifest(built), folder: nil, rebuilt: built).isSame)
  }

  @Test func everyKindOfDamageIsNamed() throws {
    let site = try VerifiedSite(["index.html": "a\nB\n", ".hidden/x": "", "more.html": "e"])
    defer { site.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/style.css", withDestinationPath: "/etc/hostname")
    try FileManager.default.createSymbolicLink(atPath: site.path + "/way", withDestinationPath: "/etc")
    let found = try verify(manifest(built), folder: site.path, rebuilt: built)
    let expected: [(path: String, isIrregular: Bool, line: Int?)] = [
      (".hidden/x", false, nil), ("en/index.html", false, nil), ("index.html", false, 2),
      ("more.html", false, nil), ("style.css", true, nil), ("way", true, nil),
    ]
    #expect(found.differences.map(\.file.path) == expected.map(\.path))
    #expect(found.differences.map(\.isIrregular) == expected.map(\.isIrregular))
    #expect(found.differences.map(\.line?.number) == expected.map(\.line))
    #expect(found.differences.allSatisfy { $0.stage == .published } && found.origins.isEmpty)
    #expect(found.differences[1].file.expected == FileDigest(of: Data("c\n".utf8)))
    #expect(found.differences[1].file.found == nil && found.differences[3].file.expected == nil)
  }

  @Test func everyDifferenceOfTheSiteMadeAgainIsNamed() throws {
    let site = try VerifiedSite(built.mapValues { String(decoding: $0, as: UTF8.self) })
    defer { site.remove() }
    let rebuilt = ["index.html": "x\nb\n", "style.css": "d\n", "new.html": "n"].mapValues { Data($0.utf8) }
    let found = try verify(manifest(built), folder: site.path, rebuilt: rebuilt)
    #expect(found.differences.map(\.file.path) == ["en/index.html", "index.html", "new.html"])
    #expect(found.differences.allSatisfy { $0.stage == .rebuilt })
    #expect(found.differences[1].line?.expected == "x" && found.differences[1].line?.found == "a")
    let alone = try verify(manifest(built), folder: nil, rebuilt: rebuilt)
    #expect(alone.differences.map(\.file) == found.differences.map(\.file))
    #expect(alone.differences.allSatisfy { $0.line == nil })
  }

  @Test func otherSourcesAndProgramsAreDifferences() throws {
    let found = try verify(manifest(built, version: "0.9.0"), folder: nil, rebuilt: built, sources: "t")
    #expect(!found.isSame && found.differences.isEmpty)
    #expect(found.origins.map(\.part) == [.programVersion, .sourceVersion])
    #expect(found.origins.map(\.expected) == ["0.9.0", "s"] && found.origins.map(\.found) == ["1.0.0", "t"])
  }

  @Test func aFolderThatIsNotThereIsAFault() {
    #expect(throws: SourceFile.UnreadableFile(path: "")) {
      try SiteFolder("/no-such-folder").digests(ignoring: [])
    }
  }
}

struct SourceVersionTests {
  /// `cd FOLDERS; sha256sum data/a.csv data/b/c.yaml site/x.md | sha256sum` gives the same digits.
  @Test func isTheDigestOfTheListOfDigests() throws {
    let folder = try VerifiedSite([
      "D/b/c.yaml": "k: v\n", "D/a.csv": "x\n", "S/x.md": "", "D/.hidden": "h", "D/.git/config": "h",
    ])
    defer { folder.remove() }
    let folders = ["data": folder.path + "/D", "site": folder.path + "/S"]
    let version = try SourceVersion(of: folders).digest
    let lines = """
      73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac  data/a.csv
      26da0c20250395b95b5c55d90c9ee666440a4c7dc05208a63608297a8871e6fc  data/b/c.yaml
      e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  site/x.md

      """
    #expect(version == FileDigest(of: Array(lines.utf8)).sha256)
    try folder.write("changed", to: "D/.hidden")
    #expect(try SourceVersion(of: folders).digest == version)
    try FileManager.default.moveItem(atPath: folder.path + "/D/a.csv", toPath: folder.path + "/D/d.csv")
    #expect(try SourceVersion(of: folders).digest != version)
  }

  @Test func isUntouchedUntilAFileIsWrittenTo() throws {
    let folder = try VerifiedSite(["D/a.csv": "x\n", "D/b.csv": "y\n"])
    defer { folder.remove() }
    let folders = ["data": folder.path + "/D"]
    // The file system could not distinguish a second change from the one just made.
    let early = try SourceVersion(of: folders)
    #expect(!early.isSettled && early.isUntouched())
    Thread.sleep(forTimeInterval: 2.1)
    let version = try SourceVersion(of: folders)
    #expect(version.isSettled && version.isUntouched())
    try folder.write("z\n", to: "D/b.csv")
    #expect(!version.isUntouched() && !early.isUntouched())
    // Its content is the same again, but a reader may have seen the other one.
    try folder.write("y\n", to: "D/b.csv")
    #expect(!version.isUntouched() && !early.isUntouched())
    #expect(try SourceVersion(of: folders).digest == version.digest)
  }

  @Test func aFolderThatCannotBeReadIsAFault() {
    #expect(throws: SourceVersion.UnreadableSource(path: "/no-such-folder")) {
      try SourceVersion(of: ["data": "/no-such-folder"])
    }
  }
}
