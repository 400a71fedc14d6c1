import Foundation
import Testing

struct BuildCommandTests {
  @Test func aBuildWithNothingChangedDoesNothingAndAnyChangeIsBuilt() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["Data", "site", "Examples"] {
      try FileManager.default.copyItem(
        at: Command.root.appending(path: name).resolvingSymlinksInPath(), to: folder.url.appending(path: name)
      )
    }
    func build(_ arguments: String...) throws -> Command.Result {
      try Command.run(
        [
          "build", "--data", folder.path("Data"), "--site", folder.path("site"), "--examples",
          folder.path("Examples"), "--out", folder.path("_site"),
        ] + arguments)
    }
    let record = folder.path("._site.parindex-record")
    let first = try build()
    #expect(first.code == 0 && FileManager.default.fileExists(atPath: record), "\(first.errors.suffix(2000))")
    let files = try folder.files(below: "_site")

    let again = try build()
    #expect(again.code == 0 && again.errors.contains("nothing was written"))
    // Nothing was computed, and what was wrong is said all the same.
    #expect(!again.errors.contains("Rendering…") && again.errors.contains("warning [lifetime.outside]"))
    #expect(try build("--lang", "vi").errors.contains("cảnh báo [lifetime.outside]"))

    // A file of the site that somebody changed is made again, with the same size too.
    let page = folder.url.appending(path: "_site/index.html")
    var bytes = try Data(contentsOf: page)
    bytes[bytes.count - 3] ^= 1
    try bytes.write(to: page)
    #expect(try build().errors.contains("(1 files new or changed)"))
    #expect(try folder.files(below: "_site") == files)

    // So is everything that rests on a source that was changed.
    let word = folder.url.appending(path: "site/pages/en/glossary.md")
    let text = try String(contentsOf: word, encoding: .utf8)
    try Data((text + "\nOne more line.\n").utf8).write(to: word)
    #expect(try build().errors.contains("Rendering…"))
    let changed = try folder.files(below: "_site")
    #expect(changed["en/glossary/index.html"] != files["en/glossary/index.html"])
  }

  @Test func brokenDataLeaveThePreviousSite() throws {
    let folder = try TemporaryFolder([
      "_site/index.html": "old", "_site/.parindex-site": "parindex\n",
      "Data/toolkit.yaml": "as_of: yesterday\n",
    ])
    defer { folder.remove() }
    let result = try Command.run("build", "--data", folder.path("Data"), "--out", folder.path("_site"))
    #expect(result.code == 1 && result.output == "")
    #expect(result.errors.contains("toolkit.yaml:1:") && result.errors.contains("the previous site stays"))
    let files = try folder.files(below: "_site").mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(files == ["index.html": "old", ".parindex-site": "parindex\n"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted() == ["Data", "_site"])
  }

  @Test func aBrokenSiteFolderLeavesThePreviousSite() throws {
    let folder = try TemporaryFolder(["_site/index.html": "old", "_site/.parindex-site": "", "site/x": ""])
    defer { folder.remove() }
    let result = try Command.run(
      "build", "--site", folder.path("site"), "--out", folder.path("_site"), "--lang", "vi")
    #expect(result.code == 1 && result.output == "")
    #expect(result.errors.contains("layouts/page.mustache:1:1: lỗi [site.file-missing]"))
    #expect(try folder.files(below: "_site").count == 2)
  }

  @Test func withoutTheExampleThereIsAClearError() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let result = try Command.run("build", "--examples", folder.path("none"), "--out", folder.path("_site"))
    #expect(result.code == 64 && result.output == "")
    #expect(result.errors.contains("/none/synthetic-63/framework.csv'. --examples names the folder"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("_site")))
  }
}
