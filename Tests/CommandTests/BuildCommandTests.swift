import Foundation
import Testing

struct BuildCommandTests {
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
