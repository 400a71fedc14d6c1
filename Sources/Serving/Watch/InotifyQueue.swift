internal import Files
internal import Foundation

/// The queue of changes that Linux fills; other systems have none.
final class InotifyQueue: Sendable {
  /// Readable when there are changes.
  let file: Int32

  #if os(Linux)
    private static let events =
      IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK

    /// - Throws: when the user has as many queues as allowed, or changes of the folders may go untold.
    init(_ folders: [String]) throws(FolderWatch.PollingReason) {
      file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if file < 0 { throw .unavailable }
      if folders.contains(where: RemoteFileSystem.holds) { throw .remoteFileSystem }
    }

    /// Watches a folder.
    ///
    /// - Returns: the number of the watch; nil for a folder that is gone or closed to us.
    /// - Throws: when the user has as many watches as allowed.
    func watch(_ path: String) throws(FolderWatch.PollingReason) -> Int32? {
      let number = inotify_add_watch(file, path, UInt32(bitPattern: Int32(Self.events)))
      if number < 0, errno == ENOSPC || errno == ENOMEM { throw .tooManyFolders }
      return number < 0 ? nil : number
    }

    func unwatch(_ number: Int32) { _ = inotify_rm_watch(file, number) }

    /// Takes all changes that are there, and does not wait.
    ///
    /// - Returns: how long nothing more happens when that was all; nil when there is none of a name that is not hidden.
    func read() -> Duration? {
      var quiet: Duration?
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
        while case let count = Foundation.read(file, buffer.baseAddress, buffer.count), count > 0 {
          var place = 0
          while place + MemoryLayout<inotify_event>.size <= count {
            let event = buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
            place += MemoryLayout<inotify_event>.size
            let name = buffer[place..<min(place + Int(event.len), count)].prefix { $0 != 0 }
            place += Int(event.len)
            // The system also tells of the end of a watch.
            guard event.mask & UInt32(IN_IGNORED) == 0, !FolderEntry.isHidden(name) else { continue }
            let isOpen = event.mask & UInt32(IN_CREATE | IN_MODIFY) != 0 && event.mask & UInt32(IN_ISDIR) == 0
            quiet = isOpen ? .milliseconds(60) : .milliseconds(12)
          }
        }
      }
      return quiet
    }
  #else
    init(_ folders: [String]) throws(FolderWatch.PollingReason) { throw .unavailable }
    func watch(_ path: String) -> Int32? { nil }
    func unwatch(_ number: Int32) {}
    func read() -> Duration? { nil }
  #endif

  deinit { close(file) }
}
