import Foundation
import Testing

@testable import Files

/// Folders that were not made by this toolkit are never replaced.
struct RefusalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func anEmptyFolderIsTaken() throws {
    try FileManager.default.createDirectory(atPath: sandbox.path("_site"), withIntermediateDirectories: true)
    try sandbox.publisher().check()
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    #expect(try sandbox.site() == ["index.html": "1"])
  }

  @Test func aFolderOfOtherFilesIsRefused() throws {
    try sandbox.put("x", at: "photos/me.jpg")
    let publisher = sandbox.publisher("photos")
    #expect(throws: PublishingFailure.notOurs(path: publisher.target)) { try publisher.check() }
    #expect(throws: PublishingFailure.notOurs(path: publisher.target)) {
      try publisher.publish(bytes(["index.html": "1"]))
    }
    #expect(sandbox.text("photos/me.jpg") == "x")
    #expect(try sandbox.names() == ["photos"])
  }

  @Test func aFileInTheWayIsRefused() throws {
    try sandbox.put("a file", at: "_site")
    let publisher = sandbox.publisher()
    #expect(throws: PublishingFailure.notOurs(path: publisher.target)) { try publisher.check() }
    #expect(throws: PublishingFailure.notOurs(path: publisher.target)) { try publisher.publish([:]) }
    #expect(sandbox.text("_site") == "a file")
  }

  @Test func aFileInThePlaceOfAParentIsAnError() throws {
    try sandbox.put("a file", at: "parent")
    #expect(throws: PublishingFailure.self) {
      try sandbox.publisher("parent/_site").publish(bytes(["index.html": "1"]))
    }
    #expect(sandbox.text("parent") == "a file")
  }

  @Test func aLinkIsRefused() throws {
    try sandbox.put("x", at: "real/.made")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("_site"), withDestinationPath: sandbox.path("real"))
    let publisher = sandbox.publisher()
    #expect(throws: PublishingFailure.symbolicLink(path: publisher.target)) { try publisher.check() }
    #expect(throws: PublishingFailure.symbolicLink(path: publisher.target)) { try publisher.publish([:]) }
    #expect(sandbox.text("real/.made") == "x")
  }

  @Test func anotherFolderOfTheNameWeWorkInIsRefused() throws {
    try sandbox.put("x", at: "._site.parindex-new/mine.txt")
    #expect(throws: PublishingFailure.self) { try sandbox.publisher().publish(bytes(["index.html": "1"])) }
    #expect(sandbox.text("._site.parindex-new/mine.txt") == "x")
    #expect(try sandbox.names() == ["._site.parindex-new"])
  }

  @Test(arguments: ["Data", "Data/inside", ".", "../.."])
  func whatHoldsTheSourcesIsRefused(name: String) throws {
    try sandbox.put("x", at: "Data/a.yaml")
    #expect {
      try sandbox.publisher(name).check(protecting: [sandbox.url.appending(path: "Data")])
    } throws: { error in
      if case .protected? = error as? PublishingFailure { true } else { false }
    }
  }

  @Test func aLinkToTheSourcesIsSeenThrough() throws {
    try sandbox.put("x", at: "Data/a.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("link"), withDestinationPath: sandbox.path("Data"))
    #expect {
      try sandbox.publisher("link/_site").check(protecting: [sandbox.url.appending(path: "Data")])
    } throws: { error in
      if case .protected? = error as? PublishingFailure { true } else { false }
    }
  }

  @Test func rootHomeAndWorkingFolderAreRefused() throws {
    let manager = FileManager.default
    for folder in [
      URL(filePath: "/"), manager.homeDirectoryForCurrentUser, URL(filePath: manager.currentDirectoryPath),
      manager.homeDirectoryForCurrentUser.deletingLastPathComponent(),
    ] {
      #expect {
        try FolderPublisher(folder: folder, marker: ".made").check()
      } throws: { error in
        if case .protected? = error as? PublishingFailure { true } else { false }
      }
    }
  }

  @Test func aFolderThatCannotBeWrittenIsAnError() throws {
    // Root can write everywhere, so this uses a file system that takes no files.
    let publisher = FolderPublisher(folder: URL(filePath: "/proc/_site"), marker: ".made")
    #expect(throws: PublishingFailure.self) { try publisher.publish(bytes(["index.html": "1"])) }
  }
}
