package import Foundation

/// A value that only one thread at a time can read or change.
///
/// It uses a pthread mutex rather than `Synchronization.Mutex`, because ThreadSanitizer does not understand the latter
/// on Linux and reports every use as a data race.
///
/// `@unchecked Sendable` because the compiler cannot see that the mutex guards the value. It is safe: the value is only
/// accessed in ``withLock(_:)``, and the mutex stays at one address until the object is deinitialized.
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

  /// Runs `work` with exclusive access to the value.
  ///
  /// The lock is not recursive: calling this again within `work` deadlocks.
  @inlinable package func withLock<Result, Failure: Error>(
    _ work: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try work(&value)
  }
}
