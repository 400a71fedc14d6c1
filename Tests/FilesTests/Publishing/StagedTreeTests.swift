import Dispatch
import Foundation
import Parallel
import Testing

@testable import Files

/// A tree that is filled file by file has exactly those files, or else the old tree stays.
struct StagedTreeTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Publishes by adding files in a given order, on several threads.
  @discardableResult
  private func fill(
    _ publisher: FolderPublisher, _ files: [(String, Data)], keeping: Set<String> = []
  ) throws(PublishingFailure) -> FolderPublisher.PublishingOutcome? {
    try publisher.publish { tree throws(PublishingFailure) in
      let failures = Locked<[PublishingFailure]>([])
      DispatchQueue.concurrentPerform(iterations: files.count) { index in
        let (path, bytes) = files[index]
        do throws(PublishingFailure) {
          if keeping.contains(path), try tree.reuse(path) { return }
          try tree.add(path, bytes)
        } catch {
          failures.withLock { $0.append(error) }
        }
      }
      if let failure = failures.withLock({ $0.first }) { throw failure }
      return true
    }
  }

  private func failure<Result>(_ work: () throws -> Result) -> PublishingFailure? {
    do {
      _ = try work()
      return nil
    } catch {
      return error as? PublishingFailure
    }
  }

  /// Publishes every set of files over every other, once added in any order by several threads and once as a whole;
  /// the counts of written and reused files agree.
  @Test func fillingGivesTheTreeOfPublishingAtOnce() throws {
    var numbers = Numbers()
    let places = ["a", "a/b", "a/c", "b", "b/c/d", "b/c/e", "c/f", "d.html"]
    let sets = (0..<1 << places.count).filter { set in
      // A path is not both a file and a folder.
      let paths = places.indices.filter { set >> $0 & 1 == 1 }.map { places[$0] }
      return !paths.contains { path in paths.contains { $0.hasPrefix(path + "/") } }
    }
    func files(_ set: Int, _ version: Int) -> [String: Data] {
      var files: [String: Data] = [:]
      for (index, path) in places.enumerated() where set >> index & 1 == 1 {
        // Some files differ from version to version, some also in length.
        files[path] = Data(String(repeating: "\(index % 3 == 0 ? 0 : version)", count: index + 1).utf8)
      }
      return files
    }
    for (number, set) in sets.enumerated() {
      let before = files(sets[(number * 7 + 3) % sets.count], number % 2)
      let after = files(set, 1)
      let (whole, filled) = (sandbox.publisher("whole/_site"), sandbox.publisher("filled/_site"))
      try whole.publish(before)
      try filled.publish(before)
      let same = Set(after.filter { before[$0.key] == $0.value }.keys)
      let kept = Set(same.filter { _ in Bool.random(using: &numbers) })
      let expected = try whole.publish(after)
      let outcome = try fill(filled, after.shuffled(using: &numbers).map { ($0, $1) }, keeping: kept)
      #expect(outcome == expected, "\(before.keys.sorted()) → \(after.keys.sorted())")
      if case .published(let written, let reused)? = outcome {
        #expect(reused == same.count && written == after.count - same.count)
      } else {
        #expect(before == after)
      }
      let expectedTree = try sandbox.tree("whole/_site")
      #expect(try sandbox.tree("filled/_site") == expectedTree)
      #expect(Set(expectedTree.filter { !$0.value.isFolder }.keys) == Set(after.keys).union([".made"]))
      let beside = try sandbox.names("filled")
      #expect(beside == ["_site"] || beside == ["._site.parindex-new", "_site"])
    }
  }

  @Test func whatIsKeptIsSharedAsItIs() throws {
    try sandbox.publisher().publish(bytes(["a/kept.html": "1", "other.html": "2"]))
    try sandbox.put("changed by hand", at: "_site/a/kept.html")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("_site/link.html"), withDestinationPath: sandbox.path("_site/other.html"))
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("_site/folder"), withDestinationPath: sandbox.path("_site/a"))
    let inode = try sandbox.inode("_site/a/kept.html")
    let outcome = try sandbox.publisher().publish { tree throws(PublishingFailure) in
      #expect(try tree.reuse("a/kept.html"))
      for none in ["a/missing.html", "nowhere/kept.html", "a", "link.html", "folder/kept.html"] {
        #expect(try !tree.reuse(none), "\(none)")
      }
      try tree.add("other.html", Data("3".utf8))
      try tree.add("folder/kept.html", Data("changed by hand".utf8))
      return true
    }
    #expect(outcome == .published(written: 2, reused: 1))
    #expect(try sandbox.inode("_site/a/kept.html") == inode)
    #expect(try sandbox.inode("_site/folder/kept.html") != inode)
    #expect(
      try sandbox.site() == [
        "a/kept.html": "changed by hand", "folder/kept.html": "changed by hand", "other.html": "3",
      ])
  }

  /// A program that reads the tree finds every file in it, none of an earlier build, and can add to it.
  @Test(arguments: [true, false])
  func theFolderIsWholeForAProgramThatReadsIt(isChanged: Bool) throws {
    let (first, second) = (
      bytes(["a.html": "1", "b/c.html": "2", "old/x.html": "3"]), bytes(["a.html": "1", "b/c.html": "4"])
    )
    for files in [first, second] { try sandbox.publisher().publish(files) }
    let wanted = isChanged ? bytes(["a.html": "1", "b/c.html": "5"]) : second
    let seen = Locked<[String: String]>([:])
    let outcome = try sandbox.publisher().publish { tree throws(PublishingFailure) in
      for (path, bytes) in wanted { try tree.add(path, bytes) }
      let folder = try tree.makeWhole()
      for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
        let text = FileManager.default.contents(atPath: folder + "/" + path)
        if let text { seen.withLock { $0[path] = String(decoding: text, as: UTF8.self) } }
      }
      if isChanged { try tree.add("b/made", Data("6".utf8)) }
      return true
    }
    #expect(
      seen.withLock { $0.filter { $0.key.hasSuffix(".html") } }
        == wanted.mapValues { String(decoding: $0, as: UTF8.self) })
    #expect((outcome == .unchanged) == !isChanged)
    let site = try sandbox.site()
    #expect(
      site
        == (isChanged ? ["a.html": "1", "b/c.html": "5", "b/made": "6"] : ["a.html": "1", "b/c.html": "4"]))
  }

  @Test func keepingAllLeavesTheTreeAlone() throws {
    let files = bytes(["index.html": "1", "a/b.html": "2"])
    try sandbox.publisher().publish(files)
    let stamp = try #require(sandbox.publisher().stamp())
    let outcome = try sandbox.publisher().publish { tree throws(PublishingFailure) in
      let kept = try (tree.reuse("a/b.html"), tree.reuse("index.html"))
      return kept == (true, true)
    }
    #expect(outcome == .unchanged)
    #expect(sandbox.publisher().stamp() == stamp)
    #expect(try sandbox.names() == ["_site"])
  }

  @Test(arguments: [true, false])
  func anAbandonedTreeLeavesEverythingAsItWas(isThere: Bool) throws {
    if isThere { try sandbox.publisher("deep/er/_site").publish(bytes(["index.html": "1"])) }
    let before = try sandbox.tree("")
    let stamp = sandbox.publisher("deep/er/_site").stamp()
    let outcome = try sandbox.publisher("deep/er/_site").publish { tree throws(PublishingFailure) in
      try tree.add("index.html", Data("1".utf8))
      try tree.add("a/b/c.html", Data("2".utf8))
      return false
    }
    #expect(outcome == nil)
    #expect(try sandbox.tree("") == before)
    #expect(sandbox.publisher("deep/er/_site").stamp() == stamp)
  }

  @Test(arguments: [1, 2, 3])
  func aStopWhileFillingLeavesTheTreeBefore(call: Int) throws {
    let files = ["a/1.html", "2.html", "a/b/3.html"]
    try sandbox.publisher().publish(bytes(["index.html": "1", "2.html": "old"]))
    let before = try sandbox.tree("")
    let interruption = Interruption()
    let publisher = sandbox.publisher(interruption: interruption)
    var couldEnd = false
    let failure = failure {
      try publisher.publish { tree throws(PublishingFailure) in
        for (index, path) in files.enumerated() {
          try tree.add(path, Data("x".utf8))
          if index + 1 == call { couldEnd = interruption.request() }
        }
        return true
      }
    }
    #expect(failure == .interrupted)
    #expect(!couldEnd)
    #expect(try sandbox.tree("") == before)
  }

  @Test func aFailureThatTheCallerForgetsIsNotForgotten() throws {
    try sandbox.publisher().publish(bytes(["index.html": "1"]))
    let before = try sandbox.tree("")
    var failures: [PublishingFailure?] = []
    failures.append(
      failure {
        try sandbox.publisher().publish { tree throws(PublishingFailure) in
          try tree.add("a.html", Data("x".utf8))
          failures.append(failure { try tree.add("a.html", Data("y".utf8)) })
          failures.append(failure { try tree.add("b.html", Data("z".utf8)) })
          return true
        }
      })
    #expect(failures == [.pathTaken(path: "a.html"), .pathTaken(path: "a.html"), .pathTaken(path: "a.html")])
    #expect(try sandbox.tree("") == before)
  }

  /// A path added twice, by one or two threads, new or unchanged; a file where a folder is and the reverse.
  @Test(arguments: [
    ["new.html", "new.html"], ["same.html", "same.html"], ["a/same.html", "a/same.html"], ["x", "x/y"],
    ["a/same.html", "a"], ["x/y", "x"], ["x/y/z", "x/y"], [".made", "x"],
  ])
  func aPathIsTakenOnce(paths: [String]) throws {
    for count in [1, 2] {
      try sandbox.publisher().publish(bytes(["same.html": "1", "a/same.html": "1"]))
      let before = try sandbox.tree("")
      // A new file triggers the links that were deferred.
      let files = (paths + (count == 2 ? ["other.html"] : [])).map { ($0, Data("1".utf8)) }
      let failure = failure { try fill(sandbox.publisher(), files) }
      switch failure {
      case .pathTaken?: break
      case .system(_, let code)?: #expect(code == ENOTDIR)
      default: Issue.record("\(String(describing: failure))")
      }
      #expect(try sandbox.tree("") == before, "\(paths)")
    }
  }

  @Test(arguments: ["", "/", "/etc/x", "a//b", "a/", "..", "../x", "a/../x", ".", "./x", "a/./x", "a\0b"])
  func aPathThatLeavesTheTreeIsRefused(path: String) throws {
    #expect {
      try sandbox.publisher().publish([path: Data("x".utf8)])
    } throws: { error in
      if case .system(_, EINVAL)? = error as? PublishingFailure { true } else { false }
    }
    #expect(try sandbox.names() == [])
    try sandbox.publisher().publish(bytes(["...": "1", ".a/..b": "2"]))
    #expect(try sandbox.site() == ["...": "1", ".a/..b": "2"])
  }

  @Test func nothingIsAddedOnceTheFillingIsOver() throws {
    var escaped: StagedTree?
    _ = try sandbox.publisher().publish { tree throws(PublishingFailure) in
      try tree.add("index.html", Data("1".utf8))
      escaped = tree
      return true
    }
    let tree = try #require(escaped)
    #expect(throws: PublishingFailure.self) { try tree.add("late.html", Data("2".utf8)) }
    #expect(throws: PublishingFailure.self) { try tree.reuse("index.html") }
    #expect(try sandbox.site() == ["index.html": "1"])
  }

  /// Without hard links all files are written again, and files to be reused are read.
  @Test(arguments: [0, 1])
  func withoutLinksAllIsWritten(linksBefore: Int) throws {
    let files = bytes(["same.html": "1", "a/same.html": String(repeating: "x", count: 200_000)])
    try sandbox.publisher().publish(files)
    let inode = try sandbox.inode("_site/same.html")
    // The first link only tests whether links work.
    let links = Locked(0)
    let publisher = sandbox.publisher(link: { folder, path, other, otherPath in
      let count = links.withLock { count in
        count += 1
        return count
      }
      return count <= linksBefore ? folder.share(path, with: other, as: otherPath) : EMLINK
    })
    let outcome = try publisher.publish { tree throws(PublishingFailure) in
      for (path, bytes) in files {
        let isKept = try tree.reuse(path)
        #expect(isKept == (linksBefore > 0))
        if !isKept { try tree.add(path, bytes) }
      }
      try tree.add("other.html", Data("2".utf8))
      return true
    }
    #expect(outcome == .published(written: 3, reused: 0))
    #expect(
      try sandbox.site()
        == files.mapValues { String(decoding: $0, as: UTF8.self) }.merging(["other.html": "2"]) { first, _ in
          first
        })
    #expect(try sandbox.inode("_site/same.html") != inode)
  }

  @Test func whatSomebodyPutThereMeanwhileIsNotReplaced() throws {
    let publisher = sandbox.publisher()
    #expect(throws: PublishingFailure.notOurs(path: publisher.target)) {
      try publisher.publish { tree throws(PublishingFailure) in
        try tree.add("index.html", Data("1".utf8))
        try? sandbox.put("mine", at: "_site/photo.jpg")
        return true
      }
    }
    #expect(sandbox.text("_site/photo.jpg") == "mine")
    #expect(try sandbox.names() == ["_site"])
  }
}

/// A generator with the same numbers in each run.
private struct Numbers: RandomNumberGenerator {
  private var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
