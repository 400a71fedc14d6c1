import Foundation
import TestSupport
import Testing

/// A published site, its manifest, and the rebuilt site.
struct VerifyCommandTests {
  private static let schemaFile = Repository.root.appending(path: "docs/schema/manifest.schema.json")

  /// Builds a site of the frozen data in its own folder.
  private func site(_ arguments: [String] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let built = try Command.run(
      ["build", "--out", folder.path("_site")] + Command.onFrozenData + arguments)
    #expect(built.code == 0, "\(built.errors.suffix(2000))")
    return folder
  }

  private func manifest(_ folder: TemporaryFolder) throws -> JSON {
    try JSON(String(contentsOf: folder.url.appending(path: "_site/manifest.json"), encoding: .utf8))
  }

  @Test func theManifestIsAsItsSchemaSaysAndNamesEveryFile() throws {
    let commit = String(repeating: "0123456789", count: 4)
    let folder = try site(["--as-of", "2025-06-30", "--base-url", "https://example.vn/", "--commit", commit])
    defer { folder.remove() }
    let manifest = try manifest(folder)
    let schema = try JSON(String(contentsOf: Self.schemaFile, encoding: .utf8))
    #expect(JSONSchemaCheck(manifest, against: schema).faults == [])
    #expect(manifest.members["commit"]?.text == commit)
    #expect(manifest.members["options"]?.members["asOf"]?.text == "2025-06-30")
    #expect(manifest.members["options"]?.members["baseURL"]?.text == "https://example.vn")
    let files = try folder.files(below: "_site")
    let listed = manifest.members["files"]?.elements ?? []
    #expect(
      listed.compactMap { $0.members["path"]?.text }
        == files.keys.filter { $0 != "manifest.json" && $0 != ".parindex-site" }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for file in listed {
      let bytes = files[file.members["path"]?.text ?? ""]
      #expect(file.members["size"]?.number == bytes.map { Double($0.count) })
    }
    // Options come from the manifest, because another day or address would give other pages.
    let verified = try Command.run(["verify", folder.path("_site"), "--lang", "en"] + Command.onFrozenData)
    #expect(verified.code == 0 && verified.output == "", "\(verified.output)\(verified.errors)")
    #expect(verified.errors.hasSuffix("files: all the same.\n"))
  }

  @Test func everyDifferenceIsNamedInBothLanguages() throws {
    let folder = try site()
    defer { folder.remove() }
    let page = folder.url.appending(path: "_site/en/index.html")
    var lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let line = try #require(lines.indices.dropFirst(4).first { !lines[$0].isEmpty })
    lines[line] += "<!-- forged -->"
    try Data(lines.joined(separator: "\n").utf8).write(to: page)
    try FileManager.default.removeItem(at: folder.url.appending(path: "_site/404.html"))
    try Data("x".utf8).write(to: folder.url.appending(path: "_site/.hidden"))

    let english = try Command.run(["verify", folder.path("_site"), "--lang", "en"] + Command.onFrozenData)
    #expect(english.code == 1)
    let place = folder.path("_site")
    let said = english.output.split(separator: "\n").map(String.init)
    #expect(said.count == 6, "\(english.output)")
    #expect(said.first == ".hidden: in \(place), but not in the manifest.")
    #expect(said.dropFirst().first == "404.html: in the manifest, but missing from \(place).")
    #expect(said.dropFirst(2).first?.hasPrefix("en/index.html: \(place) has ") == true)
    #expect(said.dropFirst(3).first == "  first line that differs: \(line + 1)")
    #expect(said.last?.contains("<!-- forged -->") == true || said.last?.hasSuffix("…") == true)
    #expect(english.errors.hasSuffix("differences: 3.\n"))

    let vietnamese = try Command.run(["verify", folder.path("_site")] + Command.onFrozenData)
    #expect(vietnamese.code == 1 && vietnamese.output.contains("404.html: có trong tệp kê nhưng thiếu ở "))
    #expect(vietnamese.output.contains("dòng đầu tiên khác nhau: \(line + 1)"))

    let json = try JSON(
      Command.run(["verify", folder.path("_site"), "--format", "json"] + Command.onFrozenData).output)
    #expect(json.members["same"] == .flag(false) && json.members["origins"] == .list([]))
    let differences = json.members["differences"]?.elements ?? []
    #expect(differences.map { $0.members["kind"]?.text } == ["extra", "missing", "changed"])
    #expect(differences.allSatisfy { $0.members["stage"]?.text == "published" })
    #expect(differences.last?.members["line"]?.members["number"] == .number(Double(line + 1)))
  }

  /// A manifest alone, as after a download, compared with sources that have changed since.
  @Test func otherSourcesAreNamedWithThePagesThatTheyChange() throws {
    let folder = try site()
    defer { folder.remove() }
    try folder.copy("site")
    let style = folder.url.appending(path: "site/assets/style.css")
    try (Data(contentsOf: style) + Data("/* more */\n".utf8)).write(to: style)
    let manifest = folder.path("_site/manifest.json")
    let result = try Command.run(
      ["verify", manifest, "--site", folder.path("site"), "--lang", "en"] + Command.onFrozenData)
    #expect(result.code == 1)
    let said = result.output.split(separator: "\n")
    #expect(said.first?.hasPrefix("The site was made from sources of digest ") == true)
    #expect(said.dropFirst().first?.hasPrefix("assets/style.css: made again it has ") == true)
    let same = try Command.run(["verify", manifest] + Command.onFrozenData)
    #expect(same.code == 0 && same.output == "" && same.errors.hasSuffix("tệp: giống hệt.\n"))
  }

  @Test func aBrokenManifestIsAnError() throws {
    let folder = try TemporaryFolder(["manifest.json": "{}", "_site/manifest.json": "["])
    defer { folder.remove() }
    let file = try Command.run(
      ["verify", folder.path("manifest.json"), "--lang", "en"] + Command.onFrozenData)
    #expect(file.code == 1 && file.output == "")
    #expect(file.errors == "\(folder.path("manifest.json")): format is missing or malformed.\n")
    let tree = try Command.run(["verify", folder.path("_site")] + Command.onFrozenData)
    #expect(tree.code == 1 && tree.errors.contains("/_site/manifest.json không phải là một tệp kê JSON"))
  }
}
