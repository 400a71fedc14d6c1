internal import Parallel

/// A request to stop, from a signal to a publisher at work.
package final class Interruption: Sendable {
  private struct State {
    var isPublishing = false
    var isRequested = false
    var exitCode: Int32 = 130
  }

  private let state = Locked(State())

  package init() {}

  /// Asks to stop.
  ///
  /// - Returns: whether nothing is under way, so that the process can end at once; otherwise the publisher
  ///   puts everything back and throws ``PublishingFailure/interrupted``.
  package func request() -> Bool {
    state.withLock {
      $0.isRequested = true
      return !$0.isPublishing
    }
  }

  /// The exit code of a process that is stopped; 130, that of Ctrl-C, until one is set.
  package var exitCode: Int32 {
    get { state.withLock { $0.exitCode } }
    set { state.withLock { $0.exitCode = newValue } }
  }

  var isRequested: Bool { state.withLock { $0.isRequested } }

  func publishing<Result>(_ work: () throws(PublishingFailure) -> Result) throws(PublishingFailure) -> Result
  {
    state.withLock { $0.isPublishing = true }
    defer { state.withLock { $0.isPublishing = false } }
    return try work()
  }
}
