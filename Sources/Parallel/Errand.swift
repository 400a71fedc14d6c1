internal import Dispatch

/// A piece of work that is done once: by a core that is free, or else by who wants its result.
final class Errand<Output: Sendable, Failure: Error>: Sendable {
  private enum State: Sendable {
    case waiting, started
    case done(Result<Output, Failure>)
  }

  private let state = Locked(State.waiting)
  private let done = DispatchSemaphore(value: 0)
  private let work: @Sendable () throws(Failure) -> Output

  init(_ work: @escaping @Sendable () throws(Failure) -> Output) { self.work = work }

  /// Lets a core begin it when one is free.
  ///
  /// By the global queue, which makes no more threads than there are cores. A queue of its own would always get a
  /// thread, and where the system refuses one it waits for that for ever.
  func offer() { DispatchQueue.global().async { self.start() } }

  /// The result. Called once; does the work when nobody has begun it.
  func end() -> Result<Output, Failure> {
    // No core was free for it, and none may become free.
    start()
    done.wait()
    // Done by now; the compiler can not know.
    guard case .done(let result) = state.withLock({ $0 }) else {
      return Result { () throws(Failure) in try work() }
    }
    return result
  }

  private func start() {
    let isFirst = state.withLock { state in
      guard case .waiting = state else { return false }
      state = .started
      return true
    }
    guard isFirst else { return }
    let result = Result { () throws(Failure) in try work() }
    state.withLock { $0 = .done(result) }
    done.signal()
  }
}
