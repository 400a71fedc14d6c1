import Files
import Foundation
import Testing

@testable import Serving

struct FolderWatchTests {
  /// Watches a folder with the system's help, or, with no watch allowed, by listing it.
  private final class Watching: Sendable {
    let paths = Collector<Set<String>>()
    let methods = Collector<FolderWatch.Method>()
    private let task: Task<Void, Never>

    init(_ folders: [String], maximumWatches: Int = .max) {
      let watch = FolderWatch(folders: folders, maximumWatches: maximumWatches) { [methods] in methods.add($0)
      }
      task = Task { [paths] in for await change in watch.changes { paths.add(change) } }
    }

    deinit { task.cancel() }

    /// Whether a change of a path is told.
    func tells(_ path: String) async throws -> Bool {
      let paths = paths
      return try await eventually { paths.all.contains { $0.contains(path) } }
    }
  }

  private static let byNotification = FolderWatch.Method.notification
  private static let byPolling = FolderWatch.Method.polling(.tooManyFolders)

  @Test(arguments: [Int.max, 0]) func tellsOfEveryKindOfChange(maximumWatches: Int) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.make("sub")
    let watching = Watching([folder.path], maximumWatches: maximumWatches)
    #expect(watching.methods.all == [maximumWatches == 0 ? Self.byPolling : Self.byNotification])
    func told(_ name: String) async throws -> Bool {
      defer { watching.paths.clear() }
      return try await watching.tells(folder.path + "/" + name)
    }
    try folder.write("sub/a.csv")
    #expect(try await told("sub/a.csv"))
    try folder.write("sub/a.csv", "other text")
    #expect(try await told("sub/a.csv"))
    try folder.move("sub/a.csv", to: "sub/b.csv")
    #expect(try await told("sub/b.csv"))
    try folder.delete("sub/b.csv")
    #expect(try await told("sub/b.csv"))
    try folder.make("new/deep")
    #expect(try await told("new"))
    try folder.write("new/deep/c.yaml")
    #expect(try await told("new/deep/c.yaml"))
    try folder.move("new", to: "newer")
    #expect(try await told("newer"))
    try folder.write("newer/deep/c.yaml", "after the folder has got another name")
    #expect(try await told("newer/deep/c.yaml"))
    try folder.delete("newer")
    #expect(try await told("newer"))
  }

  /// What editors do: a new file with the text, then its name exchanged for the old one.
  @Test func tellsOfAFileThatIsReplaced() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.write("a.csv", "one")
    let watching = Watching([folder.path])
    try Data("two".utf8).write(to: URL(filePath: folder.path + "/a.csv"), options: .atomic)
    #expect(try await watching.tells(folder.path + "/a.csv"))
  }

  @Test(arguments: [Int.max, 0]) func followsAFolderThatGoesAndComes(maximumWatches: Int) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let data = folder.path + "/Data"
    let watching = Watching([data], maximumWatches: maximumWatches)
    for _ in 0..<2 {
      try folder.make("Data/inner")
      #expect(try await watching.tells(data))
      watching.paths.clear()
      try folder.write("Data/inner/a.csv")
      #expect(try await watching.tells(data + "/inner/a.csv"))
      try folder.delete("Data")
      #expect(
        try await eventually {
          watching.paths.all.contains { !$0.isDisjoint(with: [data, data + "/inner"]) }
        })
      try await Task.sleep(for: .milliseconds(400))
      watching.paths.clear()
    }
  }

  /// Renamed away and another folder put in its place, as `git stash` or a restored copy does.
  @Test func followsAFolderThatIsExchanged() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.make("Data")
    try folder.make("Other")
    try folder.write("Other/a.csv")
    let watching = Watching([folder.path + "/Data"])
    try folder.move("Data", to: "Old")
    try folder.move("Other", to: "Data")
    #expect(try await watching.tells(folder.path + "/Data"))
    try await Task.sleep(for: .milliseconds(400))
    watching.paths.clear()
    try folder.write("Old/a.csv")
    try folder.write("Data/b.csv")
    #expect(try await watching.tells(folder.path + "/Data/b.csv"))
    #expect(!watching.paths.all.contains { $0.contains { $0.hasSuffix("/a.csv") } })
  }

  @Test(arguments: [Int.max, 0]) func aThousandChangesAreFewBursts(maximumWatches: Int) async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let watching = Watching([folder.path], maximumWatches: maximumWatches)
    for number in 0..<1000 {
      if number % 100 == 0 { try folder.make("f\(number / 100)") }
      try folder.write("f\(number / 100)/\(number).csv")
    }
    try folder.write("last.csv")
    #expect(try await watching.tells(folder.path + "/last.csv"))
    #expect(watching.paths.all.count < 300)
    watching.paths.clear()
    // Every folder is watched, also those that came in the crowd.
    for number in 0..<10 {
      try folder.write("f\(number)/again.csv")
      #expect(try await watching.tells(folder.path + "/f\(number)/again.csv"))
    }
  }

  /// The system's limit may be reached long after the start.
  @Test func changesToPollingWhenWatchesRunOut() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let watching = Watching([folder.path], maximumWatches: 3)
    for number in 0..<5 { try folder.make("f\(number)") }
    #expect(try await eventually { watching.methods.all == [Self.byNotification, Self.byPolling] })
    try folder.write("f4/a.csv")
    #expect(try await watching.tells(folder.path + "/f4/a.csv"))
  }

  @Test func hiddenFilesAndWhatLinksPointToDoNotCount() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    try folder.make("Data")
    try folder.make("Outside")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Data/link", withDestinationPath: folder.path + "/Outside")
    for maximumWatches in [Int.max, 0] {
      let watching = Watching([folder.path + "/Data"], maximumWatches: maximumWatches)
      try folder.write("Data/.a.csv.swp")
      try folder.write("Outside/b.csv")
      try folder.write("Data/c\(maximumWatches).csv")
      #expect(try await watching.tells(folder.path + "/Data/c\(maximumWatches).csv"))
      let told = watching.paths.all.reduce(into: Set()) { $0.formUnion($1) }
      #expect(told.filter { $0.hasSuffix(".swp") || $0.hasSuffix("b.csv") } == [])
    }
  }

  /// Watches are few and files are limited: none is kept by a watch that has ended.
  @Test func aWatchThatEndsGivesEverythingBack() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let inode = try #require(FileStatus(at: folder.path)).inode
    // Linux tells which folders a queue watches by the numbers of their inodes.
    @Sendable func queues() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fdinfo").count { name in
        let info = FileManager.default.contents(atPath: "/proc/self/fdinfo/" + name) ?? Data()
        return String(decoding: info, as: UTF8.self).contains(" ino:\(String(inode, radix: 16)) ")
      }
    }
    do {
      let watching = (0..<10).map { _ in Watching([folder.path]) }
      let open = try queues()
      #expect(open == watching.count)
    }
    #expect(try await eventually { try queues() == 0 })
  }

  @Test func knowsFileSystemsWhoseChangesMayGoUntold() {
    let mounts = """
      22 1 0:21 / /proc rw,nosuid - proc proc rw
      36 35 98:0 / /mnt rw,noatime master:1 - ext4 /dev/root rw
      40 35 0:52 / /home rw shared:3 master:2 - nfs4 server:/home rw,vers=4.2
      41 35 0:53 / /sshfs rw - fuse.sshfs host: rw
      42 35 broken
      """
    func isRemote(_ major: UInt64, _ minor: UInt64) -> Bool {
      RemoteFileSystem.isRemote(device: major << 8 | minor, mounts: mounts)
    }
    #expect(isRemote(0, 52) && isRemote(0, 53))
    #expect(!isRemote(98, 0) && !isRemote(0, 21) && !isRemote(7, 7))
    #expect(!RemoteFileSystem.holds("/proc") && !RemoteFileSystem.holds("/no/such/folder"))
  }
}
