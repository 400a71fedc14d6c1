internal import Dispatch
internal import Synchronization

/// Two pieces of work side by side; both end before this returns.
///
/// - Throws: the error of the first piece, or else that of the second.
package func together<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First,
  _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let firstResult = Mutex<Result<First, Failure>?>(nil)
  let secondResult = Mutex<Result<Second, Failure>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { () throws(Failure) in try first() }
      firstResult.withLock { $0 = result }
    } else {
      let result = Result { () throws(Failure) in try second() }
      secondResult.withLock { $0 = result }
    }
  }
  // Both are there; the compiler can not know.
  let one = firstResult.withLock { $0 } ?? Result { () throws(Failure) in try first() }
  let two = secondResult.withLock { $0 } ?? Result { () throws(Failure) in try second() }
  return (try one.get(), try two.get())
}
