import Foundation
import Testing

@testable import SiteGen

/// The site is there whole, or the previous one is.
struct SiteWriterTests {
  private func output(_ files: [String: String]) -> SiteOutput {
    var output = SiteOutput()
    for (path, text) in files { output.files[path] = Data(text.utf8) }
    return output
  }

  private func texts(_ folder: URL) throws -> [String: String] {
    try TemporaryFolder.files(of: folder).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aSiteIsWrittenAndReplaced() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let target = folder.url.appending(path: "deep/_site")
    try SiteWriter(folder: target).write(output(["index.html": "1", "a/b/c.html": "2"]))
    #expect(try texts(target) == ["index.html": "1", "a/b/c.html": "2", ".parindex-site": "parindex\n"])
    try SiteWriter(folder: target).write(output(["index.html": "3", "d.html": "4"]))
    #expect(try texts(target) == ["index.html": "3", "d.html": "4", ".parindex-site": "parindex\n"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "deep").path()) == [
        "_site"
      ])
  }

  @Test func anEmptyFolderIsTaken() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let target = folder.url.appending(path: "_site")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try SiteWriter(folder: target).write(output(["index.html": "1"]))
    #expect(try texts(target)["index.html"] == "1")
  }

  @Test func aFolderOfOtherFilesIsRefused() throws {
    let folder = try TemporaryFolder(["photos/me.jpg": "x"])
    defer { folder.remove() }
    let target = folder.url.appending(path: "photos")
    let path = target.standardizedFileURL.path(percentEncoded: false)
    #expect(throws: SiteWriter.Failure.notASite(path)) {
      try SiteWriter(folder: target).write(output(["index.html": "1"]))
    }
    #expect(try texts(folder.url) == ["photos/me.jpg": "x"])
    #expect(try folder.names == ["photos"])
  }

  @Test func theSiteStaysWhenWritingFails() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let target = folder.url.appending(path: "_site")
    // A name that is a file and a folder at once cannot be written.
    let impossible = output(["a": "file", "a/b": "in a folder", "index.html": "new"])
    #expect(throws: (any Error).self) { try SiteWriter(folder: target).write(impossible) }
    #expect(try folder.names == [])
    try SiteWriter(folder: target).write(output(["index.html": "old"]))
    #expect(throws: (any Error).self) { try SiteWriter(folder: target).write(impossible) }
    #expect(try texts(target)["index.html"] == "old")
    #expect(try folder.names == ["_site"])
  }

  @Test func aFileInTheWayIsNotRemoved() throws {
    let folder = try TemporaryFolder(["_site": "a file"])
    defer { folder.remove() }
    #expect(throws: (any Error).self) {
      try SiteWriter(folder: folder.url.appending(path: "_site")).write(output(["index.html": "1"]))
    }
    #expect(try texts(folder.url) == ["_site": "a file"])
  }

  @Test func pathsAreInTheSameOrderEverywhere() {
    #expect(
      output(["b": "", "a/b": "", "a.b": "", "é": "", "Z": ""]).paths == ["Z", "a.b", "a/b", "b", "é"])
  }
}
