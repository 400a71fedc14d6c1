import Foundation
import TestSupport
import Testing

struct BuildCommandTests {
  @Test func aBuildWithNothingChangedDoesNothingAndAnyChangeIsBuilt() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy("site", "Examples")
    try folder.copy(Repository.frozenData, to: "Data")
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
    // Nothing was computed, but the warnings are printed all the same.
    #expect(!again.errors.contains("Rendering…") && again.errors.contains("warning [lifetime.outside]"))
    #expect(try build("--lang", "vi").errors.contains("cảnh báo [lifetime.outside]"))

    // A file of the site that somebody changed is rendered again, even if its size is the same.
    let page = folder.url.appending(path: "_site/index.html")
    var bytes = try Data(contentsOf: page)
    bytes[bytes.count - 3] ^= 1
    try bytes.write(to: page)
    #expect(try build().errors.contains("(1 files new or changed)"))
    #expect(try folder.files(below: "_site") == files)

    // So is everything that depends on a changed source.
    let word = folder.url.appending(path: "site/pages/en/glossary.md")
    let text = try String(contentsOf: word, encoding: .utf8)
    try Data((text + "\nOne more line.\n").utf8).write(to: word)
    #expect(try build().errors.contains("Rendering…"))
    let changed = try folder.files(below: "_site")
    #expect(changed["en/glossary/index.html"] != files["en/glossary/index.html"])
  }

  /// Somebody edits a file while it is read and reverts the edit before the end. The sources are then the same as at
  /// the start, but the pages may not be.
  @Test func whatIsEditedAndTakenBackDuringABuildIsBuiltAgain() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy("site", "Examples")
    try folder.copy(Repository.frozenData, to: "Data")
    let file = folder.url.appending(path: "Data/provinces/hai-duong/outcomes.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let edited = text.replacing("above,99,", with: "above,98,", maxReplacements: 1)
    try #require(edited != text)
    let (process, errors) = (Process(), Pipe())
    process.executableURL = try Command.executable()
    process.arguments = ["build", "--lang", "en"]
    process.currentDirectoryURL = folder.url
    process.standardError = errors
    try process.run()
    /// Writes while the command is suspended.
    func write(_ text: String, after words: String) throws {
      var said = ""
      while !said.contains(words) {
        let bytes = errors.fileHandleForReading.availableData
        try #require(!bytes.isEmpty)
        said += String(decoding: bytes, as: UTF8.self)
      }
      kill(process.processIdentifier, SIGSTOP)
      try Data(text.utf8).write(to: file)
      kill(process.processIdentifier, SIGCONT)
    }
    try write(edited, after: "Reading data")
    try write(text, after: "Judging targets")
    _ = try errors.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)

    let (second, collect) = try Command.start(["build", "--lang", "en"], in: folder.url)
    second.waitUntilExit()
    let again = try collect()
    #expect(again.code == 0 && again.errors.contains("Rendering…"), "\(again.errors.suffix(2000))")
    let page = try String(contentsOf: folder.url.appending(path: "_site/data/outcomes.csv"), encoding: .utf8)
    #expect(page.contains(",above,99,"))
  }

  /// The example is read only when a page asks for it or when no earlier build read the same one; its errors are
  /// printed all the same.
  @Test func aBrokenExampleLeavesThePreviousSiteUntilItIsMended() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy("site", "Examples/synthetic-63", "Examples/internal-index")
    func build(to out: String = "_site") throws -> Command.Result {
      try Command.run(
        [
          "build", "--site", folder.path("site"), "--examples", folder.path("Examples"), "--out",
          folder.path(out),
        ] + Command.onFrozenData)
    }
    func edit(_ path: String, _ change: (String) -> String) throws -> String {
      let file = folder.url.appending(path: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(change(text).utf8).write(to: file)
      return text
    }
    func expectRefusal(_ files: [String: Data]) throws {
      let result = try build()
      #expect(result.code == 1 && result.errors.contains("The example has errors; the previous site stays."))
      #expect(result.errors.contains("synthetic-63/scores.csv:2:"), "\(result.errors.suffix(2000))")
      #expect(try folder.files(below: "_site") == files)
    }
    #expect(try build().code == 0)
    let files = try folder.files(below: "_site")
    let scores = "Examples/synthetic-63/scores.csv"
    let sound = try edit(scores) { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let comma = lines[1].firstIndex(of: ",") ?? lines[1].startIndex
      lines[1].insert("x", at: lines[1].index(after: comma))
      return lines.joined(separator: "\n")
    }
    try expectRefusal(files)
    // Now every page must be rendered anew.
    _ = try edit("site/layouts/page.mustache") { $0.replacing("</body>", with: "<!-- x --></body>") }
    try expectRefusal(files)
    _ = try edit(scores) { _ in sound }
    #expect(try build().code == 0)
    #expect(try build(to: "fresh/_site").code == 0)
    #expect(try folder.files(below: "_site") == folder.files(below: "fresh/_site"))
  }

  /// A damaged record is ignored.
  @Test func aDamagedRecordIsNone() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.copy("site")
    func build() throws -> Command.Result {
      try Command.run(
        ["build", "--site", folder.path("site"), "--out", folder.path("_site")] + Command.onFrozenData)
    }
    #expect(try build().code == 0)
    let files = try folder.files(below: "_site")
    let record = folder.url.appending(path: "._site.parindex-record")
    var bytes = try Data(contentsOf: record)
    let start = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    for place in stride(from: start + 1, to: bytes.count, by: 7) { bytes[place] ^= 1 }
    try bytes.write(to: record)
    let page = folder.url.appending(path: "site/pages/en/glossary.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data((text + "\nOne more line.\n").utf8).write(to: page)
    #expect(try build().code == 0)
    let changed = try folder.files(below: "_site")
    #expect(
      Set(changed.filter { files[$0.key] != $0.value }.keys) == [
        "en/glossary/index.html", "en/glossary/index.md", "manifest.json",
      ])
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
      ["build", "--site", folder.path("site"), "--out", folder.path("_site"), "--lang", "vi"]
        + Command.onFrozenData)
    #expect(result.code == 1 && result.output == "")
    #expect(result.errors.contains("layouts/page.mustache:1:1: lỗi [site.file-missing]"))
    #expect(try folder.files(below: "_site").count == 2)
  }

  @Test func withoutTheExampleThereIsAClearError() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let result = try Command.run(
      ["build", "--examples", folder.path("none"), "--out", folder.path("_site")] + Command.onFrozenData)
    #expect(result.code == 64 && result.output == "")
    #expect(result.errors.contains("/none/synthetic-63/framework.csv'. --examples names the folder"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("_site")))
  }
}
