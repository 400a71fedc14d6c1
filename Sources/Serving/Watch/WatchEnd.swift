internal import Foundation
internal import Synchronization

/// Ends the thread that watches, at its next look.
final class WatchEnd: Sendable {
  private let isRequested = Atomic(false)

  func request() { isRequested.store(true, ordering: .relaxed) }

  /// Sleeps until there is something to read, or for so long.
  ///
  /// - Parameter file: what to read from; nil for nothing.
  /// - Returns: whether the watch goes on.
  func sleep(_ time: Duration, reading file: Int32?) -> Bool {
    var files = [pollfd(fd: file ?? -1, events: Int16(POLLIN), revents: 0)]
    poll(&files, 1, Int32(max(0, (time / .milliseconds(1)).rounded(.up))))
    return !isRequested.load(ordering: .relaxed)
  }
}
