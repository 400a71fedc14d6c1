internal import Foundation

/// Ends the thread that watches: it waits on a pipe, which wakes it at the end.
final class WatchEnd: Sendable {
  private let readEnd: Int32
  private let writeEnd: Int32

  /// - Throws: when the process may open no more files.
  init() throws(WatchFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw WatchFailure(reason: .unavailable) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func request() { _ = write(writeEnd, [1], 1) }

  /// Sleeps until there is something to read, or for so long.
  ///
  /// - Parameter other: what to read from, besides; nil for nothing.
  /// - Returns: whether the watch goes on.
  func sleep(_ time: Duration, reading other: Int32? = nil) -> Bool {
    let milliseconds = max(0, time / .milliseconds(1)).rounded(.up)
    var files = [readEnd, other ?? -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&files, 2, Int32(min(milliseconds, 60_000)))
    return files[0].revents == 0
  }
}

/// Why the system does not report changes.
struct WatchFailure: Error {
  let reason: FolderWatch.PollingReason
}
