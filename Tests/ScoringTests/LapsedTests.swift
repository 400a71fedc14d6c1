import Scoring
import TestSupport
import Testing
import Text

/// Deadlines after the last day of an entity.
@Suite struct LapsedTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(90))

  private func judge(
    _ outcomes: [Outcome] = [], deadline: String? = nil, year: Int = 2024, until: String = "2024-06-30",
    goal: Goal? = nil, asOf: CalendarDate = Targets.asOf
  ) throws -> Attainment {
    try Targets.judge(
      Targets.target(goal ?? self.goal, year: year, deadline: deadline), outcomes,
      entities: Targets.merged(until: until), asOf: asOf)
  }

  @Test func aDeadlineAfterTheLastDayLapses() throws {
    #expect(try judge().verdict == .lapsed)
    #expect(try judge(deadline: "2024-07-01").verdict == .lapsed)
    #expect(try judge(deadline: "2024-06-30").verdict == .noData, "the last day itself is due")
    #expect(try judge(until: "2024").verdict == .noData)
  }

  @Test func itComesBeforePending() throws {
    #expect(try judge(year: 2030).verdict == .lapsed)
    let before = try #require(CalendarDate(year: 2024, month: 6, day: 29))
    #expect(try judge(year: 2030, asOf: before).verdict == .pending, "the entity still exists on that day")
    let day = try #require(CalendarDate(year: 2024, month: 6, day: 30))
    #expect(try judge(year: 2030, asOf: day).verdict == .lapsed)
  }

  @Test func whatWasAnsweredIsJudged() throws {
    #expect(try judge([Targets.outcome("95")]).verdict == .met)
    #expect(try judge([Targets.outcome("85")]).verdict == .missed)
  }

  @Test func whatHasNoNumberStaysNotMeasurable() throws {
    #expect(try judge(goal: .qualitative).verdict == .notMeasurable)
  }

  @Test func onlyTheLateStagesLapse() throws {
    func stage(_ by: String) throws -> Goal.GoalStage {
      Goal.GoalStage(by: try date(by), value: try number("50"), derivation: nil, line: .somewhere)
    }
    let staged = Goal.staged(.atLeast, [try stage("2023"), try stage("2024")])
    let result = try judge([Targets.outcome("60", year: 2023)], goal: staged)
    #expect(result.judgements.map(\.verdict) == [.met, .lapsed] && result.verdict == .lapsed)
    #expect(result.uncheckedStages.isEmpty)
    let open = try judge(goal: staged)
    #expect(open.judgements.map(\.verdict) == [.noData, .lapsed])
    #expect(open.uncheckedStages.map(\.deadline.description) == ["2023"])
  }

  @Test func theFigureOfTheSuccessorIsRelated() throws {
    let other = try Targets.outcome("97", entity: "new")
    let elsewhere = try Targets.outcome("96", line: 2, entity: "new", year: 2025)
    let result = try judge([other, elsewhere])
    #expect(result.verdict == .lapsed && result.answers.isEmpty)
    #expect(result.related.map(\.outcome.year) == [2024])
    #expect(
      result.related.first?.mismatches == [.successor("new", name: LocalizedText(same: "Mới"))])
    let answered = try judge([Targets.outcome("95"), Targets.outcome("97", line: 2, entity: "new")])
    #expect(answered.related.isEmpty)
  }

  @Test func theSuccessorsFiguresBelongToTheBasis() throws {
    let target = try Targets.target(goal)
    let judge = AttainmentJudge(
      Targets.dataset(
        targets: [target], outcomes: [try Targets.outcome("97", entity: "new")],
        entities: try Targets.merged(until: "2024-06-30")))
    #expect(judge.basis(of: target, indicator: Targets.indicator()) == [0])
  }
}
