import Scoring
import TestSupport
import Testing
import Text

struct SharedOutcomesTests {
  private func judged(_ goals: [Int], _ outcomes: [Outcome]) throws -> [Attainment] {
    let targets = try goals.enumerated().map { number, goal in
      try Targets.target(.threshold(.atLeast, ExactDecimal(goal)), id: Identifier("t\(number)"))
    }
    return AttainmentJudge(Targets.dataset(targets: targets, outcomes: outcomes)).all()
  }

  private func others(_ goals: [Int], of place: Int = 0) throws -> (ids: [String], hasMore: Bool)? {
    let attainments = try judged(goals, [try Targets.outcome("85")])
    return SharedOutcomes(attainments).others(than: attainments[place]).map {
      ($0.listed.map(\.target.id.rawValue), $0.hasMore)
    }
  }

  @Test func onlyTargetsWithAnotherVerdictAreListed() throws {
    let found = try #require(try others([90, 80, 95]))
    #expect(found == (["t1"], false))
    #expect(try #require(try others([90, 80, 95], of: 1)) == (["t0", "t2"], false))
    #expect(try others([90, 95]) == nil)
  }

  @Test func ofManyTheFirstAreListed() throws {
    #expect(try #require(try others([90, 80, 70, 60])) == (["t1", "t2", "t3"], false))
    #expect(try #require(try others([90, 80, 70, 60, 50, 40])) == (["t1", "t2", "t3"], true))
  }

  @Test func withoutAnOutcomeThereAreNone() throws {
    let open = try judged([90, 80], [])
    #expect(open.allSatisfy { SharedOutcomes(open).others(than: $0) == nil })
    let answered = try judged([90, 80], [try Targets.outcome("85")])
    #expect(SharedOutcomes(answered).others(than: open[0]) == nil)
  }
}
