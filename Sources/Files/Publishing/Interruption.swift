internal import Parallel

/// A request from a signal handler to stop a running publisher.
package final class Interruption: Sendable {
  private struct State {
    var isPublishing = false
    var isRequested = false
    var exitCode: Int32 = 130
  }

  private let state = Locked(State())

  package init() {}

  /// Requests to stop.
  ///
  /// - Returns: whether nothing is in progress, so that the process can end at once. Otherwise the publisher restores
  ///   everything and throws ``PublishingFailure/interrupted``.
  package func request() -> Bool {
    state.withLock {
      $0.isRequested = true
      return !$0.isPublishing
    }
  }

  /// The exit code of a stopped process; 130, as for Ctrl-C, until one is set.
  package var exitCode: Int32 {
    get { state.withLock { $0.exitCode } }
    set { state.withLock { $0.exitCode = newValue } }
  }

  /// Whether it was asked to stop.
  package var isRequested: Bool { state.withLock { $0.isRequested } }

  func publishing<Result>(_ work: () throws(PublishingFailure) -> Result) throws(PublishingFailure) -> Result
  {
    state.withLock { $0.isPublishing = true }
    defer { state.withLock { $0.isPublishing = false } }
    return try work()
  }
}
