internal import Foundation

/// A lock that either many readers or one writer can hold.
///
/// `@unchecked Sendable` because the compiler cannot see that a system lock is made for many threads. It is safe: the
/// lock is made once, never moved, and freed when nobody holds it any more.
final class ReadersWriterLock: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_rwlock_t>

  init() {
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_rwlock_t())
    pthread_rwlock_init(lock, nil)
  }

  deinit {
    pthread_rwlock_destroy(lock)
    lock.deallocate()
  }

  func reading<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    pthread_rwlock_rdlock(lock)
    defer { pthread_rwlock_unlock(lock) }
    return try work()
  }

  func writing<Result, Failure: Error>(_ work: () throws(Failure) -> Result) throws(Failure) -> Result {
    pthread_rwlock_wrlock(lock)
    defer { pthread_rwlock_unlock(lock) }
    return try work()
  }
}
