import Foundation
import Testing

@testable import Files

struct FolderWalkTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for file in ["root/b/x", "root/b/deep/y", "root/b.txt", "root/a", "root/.hidden/z", "outside/secret"] {
      try sandbox.put("1", at: file)
    }
    try link("root/link", to: "outside")
    try link("root/dangling", to: "nowhere")
  }

  private func link(_ name: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path(name), withDestinationPath: sandbox.path(other))
  }

  /// The paths in the order of visits, with a slash after a folder and an at sign after a symbolic link.
  private func paths(
    _ folder: String = "root", hidden: Bool = false,
    step: (FolderEntry) throws -> FolderWalk.WalkStep = { _ in .enter }
  ) throws -> [String] {
    var paths: [String] = []
    try FolderWalk.visit(below: sandbox.path(folder), hidden: hidden) { entry throws(any Error) in
      paths.append(entry.path + (entry.type == .folder ? "/" : entry.type == .symbolicLink ? "@" : ""))
      return try step(entry)
    } unreadable: { path throws(any Error) in
      paths.append("unreadable: " + path)
    }
    return paths
  }

  @Test func theOrderIsThatOfTheBytesOfThePaths() throws {
    let expected = ["a", "b.txt", "b/", "b/deep/", "b/deep/y", "b/x", "dangling@", "link@"]
    #expect(try paths() == expected)
    #expect(try paths(hidden: true) == [".hidden/", ".hidden/z"] + expected)
  }

  @Test func aLinkIsFollowedAtTheTopOnly() throws {
    try link("top", to: "root")
    #expect(try paths("top") == paths())
    #expect(throws: PublishingFailure.self) { try FileSystem.entries(in: sandbox.path("top")) }
  }

  @Test func aFileIsReadThroughNoLink() throws {
    try link("root/b/inner", to: "root/b/deep")
    try link("top", to: "root")
    func text(_ path: String, _ folder: String = "root") -> String? {
      SourceFile.bytes(of: path, below: sandbox.path(folder)).map { String(decoding: $0, as: UTF8.self) }
    }
    for folder in ["root", "top"] { #expect(text("b/deep/y", folder) == "1" && text("a", folder) == "1") }
    for path in [
      "", "b", "link", "link/secret", "b/inner/y", "dangling", "../outside/secret", "b/../a", "no",
    ] {
      #expect(text(path) == nil, "\(path)")
    }
    // A pipe is not waited for.
    try #require(mkfifo(sandbox.path("root/pipe"), 0o600) == 0)
    #expect(text("pipe") == nil)
  }

  @Test func foldersAreSkippedAndTheWalkStopsOnDemand() throws {
    #expect(try paths { $0.path == "b" ? .skip : .enter } == ["a", "b.txt", "b/", "dangling@", "link@"])
    #expect(try paths { $0.path == "b/deep" ? .stop : .enter } == ["a", "b.txt", "b/", "b/deep/"])
    #expect(throws: CancellationError.self) { _ = try paths { _ in throw CancellationError() } }
  }

  @Test func aFolderExchangedForALinkLeadsNowhere() throws {
    let found = try paths { entry in
      if entry.path == "b" {
        try FileManager.default.moveItem(atPath: sandbox.path("root/b"), toPath: sandbox.path("away"))
        try link("root/b", to: "outside")
      }
      return .enter
    }
    #expect(found == ["a", "b.txt", "b/", "unreadable: b", "dangling@", "link@"])
  }

  @Test func aFolderMovedWhileItIsReadIsReadToItsEnd() throws {
    let found = try paths { entry in
      if entry.path == "b/deep" {
        try FileManager.default.moveItem(atPath: sandbox.path("root/b"), toPath: sandbox.path("away"))
        try link("root/b", to: "outside")
      }
      return .enter
    }
    #expect(found == ["a", "b.txt", "b/", "b/deep/", "b/deep/y", "b/x", "dangling@", "link@"])
  }

  @Test func whatIsNoFolderIsUnreadable() throws {
    #expect(try paths("root/a") == ["unreadable: "])
    #expect(try paths("nowhere") == ["unreadable: "])
  }

  @Test func aNameThatIsNoTextIsNotEntered() throws {
    let name = sandbox.path("root/c").utf8.map { CChar(bitPattern: $0) } + [-1, 0]
    #expect(mkdir(name, 0o755) == 0)
    #expect(try paths().contains("c\u{FFFD}"))
  }

  @Test func theStatusIsThatOfTheEntryItself() throws {
    try FolderWalk.visit(below: sandbox.path("root"), hidden: false) { entry throws(any Error) in
      let status = try #require(entry.status)
      let same = try #require(FileStatus(at: sandbox.path("root/" + entry.path)))
      #expect(status.type == entry.type && status.isSameFile(as: same))
      return .enter
    } unreadable: { path throws(any Error) in
      Issue.record("\(path)")
    }
  }
}
