#if os(Linux)
  internal import Foundation

  /// The queue of events that Linux fills.
  final class InotifyQueue: Sendable {
    struct InotifyEvent {
      /// The number of the watch.
      let watch: Int32
      /// The bits that say what happened.
      let kind: UInt32
      /// The name within the watched folder; empty for the folder itself.
      let name: String
    }

    /// Readable when there are events.
    let file: Int32

    /// - Throws: when the user has as many queues as allowed, or there is no such call.
    init() throws(WatchFailure) {
      file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if file < 0 { throw WatchFailure(reason: .unavailable) }
    }

    deinit { close(file) }

    /// Watches a folder.
    ///
    /// - Returns: the number of the watch; nil for a folder that is gone or closed to us.
    /// - Throws: when the user has as many watches as allowed.
    func watch(_ path: String, for events: UInt32) throws(WatchFailure) -> Int32? {
      let number = inotify_add_watch(file, path, events | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK))
      if number < 0, errno == ENOSPC || errno == ENOMEM { throw WatchFailure(reason: .tooManyFolders) }
      return number < 0 ? nil : number
    }

    func unwatch(_ number: Int32) { _ = inotify_rm_watch(file, number) }

    /// All events that are there. Does not wait.
    func read() -> [InotifyEvent] {
      var events: [InotifyEvent] = []
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
        while true {
          let count = Foundation.read(file, buffer.baseAddress, buffer.count)
          guard count > 0 else { return }
          var place = 0
          while place + MemoryLayout<inotify_event>.size <= count {
            let head = buffer.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
            place += MemoryLayout<inotify_event>.size
            let end = min(place + Int(head.len), count)
            let name = String(decoding: buffer[place..<end].prefix { $0 != 0 }, as: UTF8.self)
            events.append(InotifyEvent(watch: head.wd, kind: head.mask, name: name))
            place = end
          }
        }
      }
      return events
    }
  }
#endif
