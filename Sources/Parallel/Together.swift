internal import Dispatch
internal import Synchronization

/// Two pieces of work side by side; both end before this returns.
///
/// - Throws: the error of the first piece, or else that of the second.
package func together<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () throws -> First, _ second: @escaping @Sendable () throws -> Second
) throws -> (First, Second) {
  let firstResult = Mutex<Result<First, any Error>?>(nil)
  let secondResult = Mutex<Result<Second, any Error>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { try first() }
      firstResult.withLock { $0 = result }
    } else {
      let result = Result { try second() }
      secondResult.withLock { $0 = result }
    }
  }
  guard let one = firstResult.withLock({ $0 }), let two = secondResult.withLock({ $0 }) else {
    return (try first(), try second())
  }
  return (try one.get(), try two.get())
}
