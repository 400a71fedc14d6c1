import Parallel
import Synchronization
import Testing

/// Work on all cores gives what work in turn gives.
struct ParallelTests {
  private struct Fault: Error, Equatable {
    let number: Int
  }

  @Test func resultsStandInTheOrderOfTheElements() {
    for count in [0, 1, 2, 63, 64, 65, 1000] {
      #expect((0..<count).map { $0 }.parallelMap { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test func theErrorOfTheFirstElementIsThrown() {
    #expect(throws: Fault(number: 3)) {
      _ = try (0..<1000).map { $0 }.parallelMap { (number) throws(Fault) -> Int in
        if number % 7 == 3 { throw Fault(number: number) }
        return number
      }
    }
  }

  @Test func chunksHoldEveryElementOnceInOrder() {
    for count in [0, 1, 64, 65, 200] {
      let chunks = (0..<count).map { $0 }.chunks
      #expect(chunks.flatMap { $0 } == (0..<count).map { $0 } && chunks.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func piecesOfWorkGiveTheirResultsInOrder() {
    for number in 0..<500 {
      let both = inParallel({ number }, { String(number) })
      #expect(both == (number, String(number)))
      let all = inParallel({ number }, { String(number) }, { -number })
      #expect(all == (number, String(number), -number))
    }
  }

  @Test func worksWithinEachOther() {
    let sums = (0..<50).map { $0 }.parallelMap { number in
      let (first, (second, third)) = inParallel(
        { number }, { inParallel({ [number, 1].parallelMap { $0 }.reduce(0, +) }, { 2 * number }) })
      return first + second + third
    }
    #expect(sums == (0..<50).map { 4 * $0 + 1 })
  }

  @Test func bothEndBeforeAnErrorIsThrown() {
    for number in 0..<200 {
      let ended = Atomic(0)
      let first: @Sendable () throws(Fault) -> Int = { () throws(Fault) in throw Fault(number: number) }
      let second: @Sendable () throws(Fault) -> Int = {
        ended.store(1, ordering: .sequentiallyConsistent)
        return 0
      }
      #expect(throws: Fault(number: number)) { _ = try inParallel(first, second) }
      #expect(ended.load(ordering: .sequentiallyConsistent) == 1)
      #expect(throws: Fault(number: number)) { _ = try inParallel(second, first) }
    }
  }
}
