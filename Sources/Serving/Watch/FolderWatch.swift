internal import Foundation

/// Watches folders with all that is in them, also those that do not exist yet.
///
/// The system reports changes where it can; otherwise the folders are listed several times a second.
package struct FolderWatch: Sendable {
  /// How changes are found.
  package enum Method: Hashable, Sendable {
    /// The system reports them.
    case notification
    /// The folders are listed again and again, for the reason given.
    case polling(PollingReason)
  }

  /// Why the system does not report changes.
  package enum PollingReason: Error, Hashable {
    /// It cannot, or this user has taken all it gives.
    case unavailable
    /// It has no watches left for this many folders.
    case tooManyFolders
    /// A folder lies on a file system, such as that of a network, whose changes it may not see.
    case remoteFileSystem
  }

  /// The paths of each burst of changes, which begin with those of the folders; a burst that goes on is reported ten
  /// times a second, and what is not fetched becomes one. The watch ends with the stream.
  let changes: AsyncStream<Set<String>>

  /// Watches from now on.
  ///
  /// - Parameters:
  ///   - folders: their paths.
  ///   - maximumWatches: the folders that the system may be asked to watch, besides its own limit.
  ///   - method: called when it is known how changes are found, and again if that has to change.
  init(folders: [String], maximumWatches: Int = .max, method: @escaping @Sendable (Method) -> Void) {
    let (changes, continuation) = AsyncStream<Set<String>>.makeStream(bufferingPolicy: .bufferingNewest(1))
    self.changes = changes
    let end = WatchEnd()
    continuation.onTermination = { _ in end.request() }
    let start = WatchLoop(folders: folders, maximumWatches: maximumWatches, method: method)
    Thread.detachNewThread {
      var loop = start
      loop.run(until: end) { paths in
        if case .dropped(let earlier) = continuation.yield(paths) { continuation.yield(paths.union(earlier)) }
      }
    }
  }
}
