import Dispatch
import Testing

@testable import Parallel

/// A value behind a lock, and one that is worked out once.
struct LockedTests {
  @Test func noChangeIsLost() {
    let counts = Locked<[Int: Int]>([:])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<1_000 { counts.withLock { $0[thread % 2, default: 0] += 1 } }
    }
    #expect(counts.withLock { $0 } == [0: 4_000, 1: 4_000])
  }

  @Test func whatIsThrownComesThroughAndTheLockIsFreeAgain() {
    struct Refusal: Error {}
    let number = Locked(1)
    #expect(throws: Refusal.self) {
      try number.withLock { (number: inout Int) throws(Refusal) in
        number = 2
        throw Refusal()
      }
    }
    #expect(number.withLock { $0 } == 2)
  }

  @Test func aLazyValueIsWorkedOutOnceWhoeverAsks() {
    let calls = Locked(0)
    let value = Lazy<Int> {
      calls.withLock { calls in
        calls += 1
        return calls
      }
    }
    #expect(calls.withLock { $0 } == 0)
    let answers = Array(0..<64).parallelMap { _ in value.value }
    #expect(answers == Array(repeating: 1, count: 64))
    #expect(calls.withLock { $0 } == 1)
  }
}
