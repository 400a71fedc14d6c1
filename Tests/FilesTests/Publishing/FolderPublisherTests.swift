import Foundation
import Testing

@testable import Files

/// The new tree is there complete, or else the old one is.
struct FolderPublisherTests {
  /// The path of the tree before the published one.
  private let spare = "._site.parindex-new"

  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func aTreeIsPublishedAndReplaced() throws {
    let publisher = sandbox.publisher("deep/er/_site")
    #expect(
      try publisher.publish(bytes(["index.html": "1", "a/b/c.html": "2"]))
        == .published(written: 2, reused: 0))
    #expect(sandbox.text("deep/er/_site/a/b/c.html") == "2")
    #expect(
      try publisher.publish(bytes(["index.html": "3", "d.html": "4"])) == .published(written: 2, reused: 0))
    #expect(try sandbox.names("deep/er/_site") == [".made", "d.html", "index.html"])
    #expect(sandbox.text("deep/er/_site/index.html") == "3")
    #expect(try sandbox.names("deep/er") == [spare, "_site"])
  }

  @Test func nothingIsTouchedWhenNothingChanged() throws {
    let files = bytes([
      "index.html": "1", "a/b.html": "", "a/c/d.html": String(repeating: "x", count: 200_000),
    ])
    try sandbox.publisher().publish(files)
    let before = try sandbox.inode("_site")
    #expect(try sandbox.publisher().publish(files) == .unchanged)
    #expect(try sandbox.inode("_site") == before)
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func aStampChangesWithEveryWrite() throws {
    let files = bytes(["index.html": "1", "a/b.html": "2"])
    #expect(sandbox.publisher().stamp() == nil)
    try sandbox.publisher().publish(files)
    let stamp = try #require(sandbox.publisher().stamp())
    #expect(sandbox.publisher().stamp() == stamp)
    try sandbox.put("2", at: "_site/a/b.html")
    #expect(sandbox.publisher().stamp() != stamp)
    try sandbox.put("parindex\n", at: "._site.parindex-old/.made")
    #expect(sandbox.publisher().stamp() == nil)
  }

  @Test func whatDidNotChangeIsSharedWithTheTreeBefore() throws {
    try sandbox.publisher().publish(bytes(["same.html": "1", "other.html": "2", "gone.html": "3"]))
    let (folder, same) = (try sandbox.inode("_site"), try sandbox.inode("_site/same.html"))
    #expect(
      try sandbox.publisher().publish(bytes(["same.html": "1", "other.html": "4"]))
        == .published(written: 1, reused: 1))
    #expect(try sandbox.inode("_site") != folder)
    #expect(try sandbox.inode("_site/same.html") == same)
    #expect(try sandbox.site() == ["same.html": "1", "other.html": "4"])
  }

  @Test(arguments: ["_site/extra.html", "_site/a/extra.html", "_site/empty/.keep"])
  func whatSomebodyAddedIsRemoved(extra: String) throws {
    let files = bytes(["index.html": "1", "a/b.html": "2"])
    try sandbox.publisher().publish(files)
    try sandbox.put("x", at: extra)
    #expect(try sandbox.publisher().publish(files) == .published(written: 0, reused: 2))
    #expect(sandbox.text(extra) == nil)
    #expect(try sandbox.site() == ["index.html": "1", "a/b.html": "2"])
  }

  @Test func aChangeOfTheSameLengthIsSeen() throws {
    try sandbox.publisher().publish(bytes(["index.html": "one"]))
    try sandbox.put("two", at: "_site/index.html")
    #expect(
      try sandbox.publisher().publish(bytes(["index.html": "one"])) == .published(written: 1, reused: 0))
    #expect(sandbox.text("_site/index.html") == "one")
  }

  @Test func linksInTheTreeAreNeitherFollowedNorKept() throws {
    try sandbox.put("mine", at: "outside/mine.html")
    try sandbox.publisher().publish(bytes(["index.html": "1", "a/b.html": "mine"]))
    try FileManager.default.removeItem(atPath: sandbox.path("_site/a/b.html"))
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("_site/a/b.html"), withDestinationPath: sandbox.path("outside/mine.html"))
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("_site/folder"), withDestinationPath: sandbox.path("outside"))
    try sandbox.publisher().publish(bytes(["index.html": "1", "a/b.html": "mine"]))
    #expect(try FileSystem.existing(sandbox.path("_site/a/b.html"))?.type == .regular)
    #expect(try sandbox.site() == ["index.html": "1", "a/b.html": "mine"])
    #expect(sandbox.text("outside/mine.html") == "mine")
  }

  @Test func theTreeStaysWhenWritingFails() throws {
    // A name cannot be both a file and a folder.
    let impossible = bytes(["a": "file", "a/b": "in a folder", "index.html": "new"])
    #expect(throws: PublishingFailure.self) { try sandbox.publisher().publish(impossible) }
    #expect(try sandbox.names() == [])
    try sandbox.publisher().publish(bytes(["index.html": "old"]))
    #expect(throws: PublishingFailure.self) { try sandbox.publisher().publish(impossible) }
    #expect(try sandbox.site() == ["index.html": "old"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func withoutAnExchangeTheTreeIsRenamedIntoPlace() throws {
    let publisher = sandbox.publisher(exchange: { _, _ in ENOSYS })
    try publisher.publish(bytes(["index.html": "1"]))
    try publisher.publish(bytes(["index.html": "2"]))
    #expect(try sandbox.site() == ["index.html": "2"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func anExchangeThatFailsChangesNothing() throws {
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    let publisher = sandbox.publisher(exchange: { _, _ in EACCES })
    #expect(throws: PublishingFailure.system(path: publisher.target, code: EACCES)) {
      try publisher.publish(bytes(["index.html": "2"]))
    }
    #expect(try sandbox.site() == ["index.html": "1"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func whatAKilledBuildLeftIsTakenAway() throws {
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    try sandbox.put("parindex\n", at: "._site.parindex-new/.made")
    try sandbox.put("half", at: "._site.parindex-new/.made-trial")
    try sandbox.put("half", at: "._site.parindex-new/a/half.html")
    try sandbox.put("half", at: "._site.parindex-new/index.html/half.html")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("._site.parindex-new/b"), withDestinationPath: sandbox.path("_site"))
    try sandbox.publisher().publish(bytes(["index.html": "2", "b/c.html": "3"]))
    #expect(try sandbox.site() == ["index.html": "2", "b/c.html": "3"])
    // The old tree stays for the next build.
    #expect(try sandbox.names() == [spare, "_site"])
    #expect(
      try sandbox.names(spare) == [".made", "index.html"] && sandbox.text(spare + "/index.html") == "1")
  }

  @Test func theTreeBeforeIsUsedAgainAndTouchedOnlyWhereItDiffers() throws {
    var files = bytes(["a/same.html": "1", "a/b/other.html": "1", "gone/x.html": "1"])
    try sandbox.publisher().publish(files)
    files["a/b/other.html"] = Data("2".utf8)
    files["gone/x.html"] = nil
    files["new/y.html"] = Data("2".utf8)
    try sandbox.publisher().publish(files)
    let (folder, kept) = (try sandbox.inode(spare + "/a"), try sandbox.inode(spare + "/a/same.html"))
    #expect(try kept == sandbox.inode("_site/a/same.html"))
    files["new/y.html"] = Data("3".utf8)
    #expect(try sandbox.publisher().publish(files) == .published(written: 1, reused: 2))
    #expect(try sandbox.site() == ["a/same.html": "1", "a/b/other.html": "2", "new/y.html": "3"])
    #expect(try sandbox.inode("_site/a") == folder && sandbox.inode("_site/a/same.html") == kept)
    #expect(try sandbox.names("_site") == [".made", "a", "new"])
    // A file in the old tree that somebody changed is not mistaken for the published one.
    try FileManager.default.removeItem(atPath: sandbox.path(spare + "/a/same.html"))
    try sandbox.put("by hand", at: spare + "/a/same.html")
    files["new/y.html"] = Data("4".utf8)
    #expect(try sandbox.publisher().publish(files) == .published(written: 1, reused: 2))
    #expect(try sandbox.site() == ["a/same.html": "1", "a/b/other.html": "2", "new/y.html": "4"])
  }

  @Test func whereFilesCannotBeSharedTheTreeBeforeGoes() throws {
    let publisher = sandbox.publisher(link: { _, _, _, _ in EPERM })
    try publisher.publish(bytes(["index.html": "1"]))
    try publisher.publish(bytes(["index.html": "2"]))
    #expect(try sandbox.site() == ["index.html": "2"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func aTreeThatAKilledBuildMovedAsideIsPutBack() throws {
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    try FileManager.default.moveItem(
      atPath: sandbox.path("_site"), toPath: sandbox.path("._site.parindex-old"))
    try sandbox.publisher().check()
    #expect(try sandbox.site() == ["index.html": "1"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func twoAtOnceWaitForEachOther() async throws {
    let versions = (1...12).map { version in
      Dictionary(uniqueKeysWithValues: (0..<40).map { ("f\($0).html", Data("\(version)".utf8)) })
    }
    let sandbox = self.sandbox
    let publishers = versions.map { _ in sandbox.publisher(patience: 600) }
    try await withThrowingTaskGroup { group in
      for (publisher, files) in zip(publishers, versions) {
        group.addTask { _ = try publisher.publish(files) }
      }
      try await group.waitForAll()
    }
    let site = try sandbox.site()
    #expect(site.count == 40)
    #expect(Set(site.values).count == 1)
    #expect(try sandbox.names() == [spare, "_site"])
  }

  @Test func whoWaitsTooLongIsTold() throws {
    try FileSystem.makeFolder(sandbox.path("._site.parindex-new"))
    let lock = try FolderLock(sandbox.path("._site.parindex-new"))
    let publisher = sandbox.publisher(patience: 2)
    var waited = 0
    #expect(throws: PublishingFailure.busy(path: publisher.target)) {
      try publisher.publish(bytes(["index.html": "1"])) { waited += 1 }
    }
    #expect(waited == 1)
    withExtendedLifetime(lock) {}
  }

  @Test func aStopLeavesTheTreeBefore() throws {
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    let interruption = Interruption()
    #expect(interruption.request())
    #expect(throws: PublishingFailure.interrupted) {
      try sandbox.publisher(interruption: interruption).publish(bytes(["index.html": "2"]))
    }
    #expect(try sandbox.site() == ["index.html": "1"])
    #expect(try sandbox.names() == ["_site"])
  }

  @Test func filesAreForAllToReadWhateverTheMask() throws {
    let mask = umask(0o077)
    defer { umask(mask) }
    try sandbox.publisher().publish(bytes(["a/index.html": "1", "a/b/index.html": "2", "index.html": "3"]))
    for (name, mode) in [
      ("_site", 0o755), ("_site/a", 0o755), ("_site/a/b", 0o755), ("_site/a/index.html", 0o644),
      ("_site/a/b/index.html", 0o644), ("_site/index.html", 0o644), ("_site/.made", 0o644),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.path(name))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
  }
}
