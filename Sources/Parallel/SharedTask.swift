internal import Dispatch

/// Work that runs exactly once: on a free core, or else on the thread that needs its result.
final class SharedTask<Output: Sendable, Failure: Error>: Sendable {
  private enum State: Sendable {
    case pending, running
    case finished(Result<Output, Failure>)
  }

  private let state = Locked(State.pending)
  private let finished = DispatchSemaphore(value: 0)
  private let work: @Sendable () throws(Failure) -> Output

  init(_ work: @escaping @Sendable () throws(Failure) -> Output) { self.work = work }

  /// Lets another core run the work when one is free.
  ///
  /// It goes to the global queue, which starts no more threads than there are cores. A queue of its own would always
  /// ask for a thread, and where the system refuses to start one, that queue waits forever.
  func schedule() { DispatchQueue.global().async { self.runIfPending() } }

  /// Waits for the work and returns its result; runs it here if no core has started it. May be called once only.
  func result() -> Result<Output, Failure> {
    // The scheduled run may never get a core, so waiting for it without this could be a deadlock.
    runIfPending()
    finished.wait()
    // Always finished at this point; the compiler cannot know.
    guard case .finished(let result) = state.withLock({ $0 }) else {
      return Result { () throws(Failure) in try work() }
    }
    return result
  }

  private func runIfPending() {
    let isFirst = state.withLock { state in
      guard case .pending = state else { return false }
      state = .running
      return true
    }
    guard isFirst else { return }
    let result = Result { () throws(Failure) in try work() }
    state.withLock { $0 = .finished(result) }
    finished.signal()
  }
}
