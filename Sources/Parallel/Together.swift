internal import Dispatch

/// Two pieces of work side by side; both end before this returns. What either does on all cores stays on all cores.
///
/// - Throws: the error of the first piece, or else that of the second.
package func together<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  // Not by `concurrentPerform`: what it calls can not call it again but in turn.
  let other = Errand(second)
  DispatchQueue.global().async { other.start() }
  let result = Result { () throws(Failure) in try first() }
  // No thread was free for it, and none may become free.
  other.start()
  let otherResult = other.wait()
  return (try result.get(), try otherResult.get())
}

/// A piece of work that is done once, by the first thread to start it.
private final class Errand<Output: Sendable, Failure: Error>: Sendable {
  private enum State: Sendable {
    case waiting, started
    case done(Result<Output, Failure>)
  }

  private let state = Locked(State.waiting)
  private let end = DispatchSemaphore(value: 0)
  private let work: @Sendable () throws(Failure) -> Output

  init(_ work: @escaping @Sendable () throws(Failure) -> Output) { self.work = work }

  func start() {
    let isFirst = state.withLock { state in
      guard case .waiting = state else { return false }
      state = .started
      return true
    }
    guard isFirst else { return }
    let result = Result { () throws(Failure) in try work() }
    state.withLock { $0 = .done(result) }
    end.signal()
  }

  /// The result, once there is one. Called once, after ``start()``.
  func wait() -> Result<Output, Failure> {
    end.wait()
    // Done by now; the compiler can not know.
    guard case .done(let result) = state.withLock({ $0 }) else {
      return Result { () throws(Failure) in try work() }
    }
    return result
  }
}
