package import Foundation

/// A value that one thread at a time can see and change.
///
/// A lock of the system and not `Synchronization.Mutex`, because ThreadSanitizer does not see that one on Linux and
/// would take every use for a race.
///
/// Unchecked, because the compiler can not see that the lock guards the value: the value is only touched in
/// ``withLock(_:)``; the lock is made once, never moved, and freed when nobody holds it any more.
package final class Locked<Value: Sendable>: @unchecked Sendable {
  @usableFromInline let lock: UnsafeMutablePointer<pthread_mutex_t>
  @usableFromInline var value: Value

  @inlinable package init(_ value: Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  @inlinable deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Works with the value while no other thread does.
  ///
  /// Not to be called again from within `work`: the thread would wait for itself.
  @inlinable package func withLock<Result, Failure: Error>(
    _ work: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try work(&value)
  }
}
