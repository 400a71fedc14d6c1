#if os(Linux)
  internal import Files
  internal import Foundation

  /// Finds changes by inotify. Every folder has a watch of its own.
  struct InotifyWatch: Sendable {
    private static let events =
      IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF
    private static let isFolder = UInt32(bitPattern: Int32(IN_ISDIR))
    /// How often the watched folders themselves are looked at: they may come, go, or be exchanged by name.
    private static let interval = Duration.milliseconds(200)

    private let queue: InotifyQueue
    private let folders: [String]
    private let maximumWatches: Int
    private let start: Watches

    /// The watches set, by number.
    private struct Watches {
      var paths: [Int32: String] = [:]
      /// The watched folders themselves as they were found.
      var roots: [FileStatus?] = []
    }

    /// Sets the watches.
    ///
    /// - Throws: when the system gives no watches, or too few.
    init(folders: [String], maximumWatches: Int) throws(WatchFailure) {
      if folders.contains(where: RemoteFileSystem.holds) { throw WatchFailure(reason: .remoteFileSystem) }
      self.folders = folders
      self.maximumWatches = maximumWatches
      queue = try InotifyQueue()
      start = try Self.watches(folders, queue, maximumWatches, replacing: Watches())
    }

    /// Reports changes until the end.
    ///
    /// - Returns: why the system reports no more; nil at the end.
    func run(until end: WatchEnd, _ report: (Set<String>) -> Void) -> FolderWatch.PollingReason? {
      var watches = start
      var burst = ChangeBurst()
      while true {
        let wait = burst.due.map { ContinuousClock.now.duration(to: $0) } ?? Self.interval
        guard end.sleep(wait, reading: queue.file) else { return nil }
        let now = ContinuousClock.now
        for event in queue.read() { add(event, to: &burst, watches, at: now) }
        if !burst.changesFolders {
          for (folder, status) in zip(folders, watches.roots) where !Self.isSame(status, Self.root(folder)) {
            burst.add(folder, .folders, at: now)
          }
        }
        guard let due = burst.due, due <= .now else { continue }
        if burst.changesFolders {
          // Before the report: a change after this gets a report of its own, and one before it is read by the rebuild.
          do throws(WatchFailure) {
            watches = try Self.watches(folders, queue, maximumWatches, replacing: watches)
          } catch {
            return error.reason
          }
        }
        report(burst.paths)
        burst.clear()
      }
    }

    private func add(
      _ event: InotifyQueue.InotifyEvent, to burst: inout ChangeBurst, _ watches: Watches,
      at time: ContinuousClock.Instant
    ) {
      func happened(_ kinds: Int...) -> Bool {
        kinds.contains { event.kind & UInt32(truncatingIfNeeded: $0) != 0 }
      }
      if happened(Int(IN_Q_OVERFLOW)) {
        for folder in folders { burst.add(folder, .folders, at: time) }
        return
      }
      // An unknown number is that of a folder that is gone, which was reported.
      guard let folder = watches.paths[event.watch] else { return }
      if happened(Int(IN_DELETE_SELF), Int(IN_MOVE_SELF)) { return burst.add(folder, .folders, at: time) }
      guard !event.name.isEmpty, !FolderEntry.isHidden(event.name.utf8) else { return }
      let path = folder + "/" + event.name
      if event.kind & Self.isFolder != 0 {
        burst.add(path, happened(Int(IN_ATTRIB)) ? .done : .folders, at: time)
      } else {
        burst.add(path, happened(Int(IN_CREATE), Int(IN_MODIFY)) ? .writing : .done, at: time)
      }
    }

    /// Watches every folder there is now and no other.
    private static func watches(
      _ folders: [String], _ queue: InotifyQueue, _ maximum: Int, replacing old: Watches
    ) throws(WatchFailure) -> Watches {
      var watches = Watches()
      watches.roots = folders.map(root)
      for folder in folders {
        try FolderListing.visit(folder) { path, status throws(WatchFailure) in
          guard status.type == .folder,
            let number = try queue.watch(path, for: UInt32(bitPattern: Int32(events)))
          else { return }
          watches.paths[number] = path
          if watches.paths.count > maximum { throw WatchFailure(reason: .tooManyFolders) }
        }
      }
      for number in old.paths.keys where watches.paths[number] == nil { queue.unwatch(number) }
      return watches
    }

    private static func root(_ folder: String) -> FileStatus? {
      FileStatus(at: folder, followingLink: true)
    }

    private static func isSame(_ old: FileStatus?, _ new: FileStatus?) -> Bool {
      guard let old, let new else { return old == nil && new == nil }
      return old.isSameFile(as: new)
    }
  }
#endif
