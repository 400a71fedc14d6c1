import Scoring
import TestSupport
import Testing
import Text

@Suite struct StagedTargetTests {
  private func stage(_ by: String, _ value: String) throws -> Goal.GoalStage {
    Goal.GoalStage(by: try date(by), value: try number(value), derivation: nil, line: .somewhere)
  }

  private func judge(_ outcomes: [Outcome], asOf: CalendarDate = Targets.asOf) throws -> Attainment {
    let goal = Goal.staged(
      .atLeast, [try stage("2024-06-30", "40"), try stage("2024-12-31", "80")])
    return try Targets.judge(Targets.target(goal), outcomes, asOf: asOf)
  }

  @Test func eachStageIsAnsweredOnItsDay() throws {
    let half = try Targets.outcome("45", line: 1, period: .asOf, asOf: "2024-06-30")
    let year = try Targets.outcome("75", line: 2)
    let result = try judge([half, year])
    #expect(result.judgements.map(\.verdict) == [.met, .missed] && result.verdict == .missed)
    #expect(try result.judgements.map(\.threshold) == [number("40"), number("80")])
    #expect(result.judgements.map { $0.stage?.by.description } == ["2024-06-30", "2024-12-31"])
    #expect(result.answers.count == 2 && result.related.isEmpty)
  }

  @Test func aStageWithoutAnOutcomeLeavesTheWholeOpen() throws {
    let result = try judge([Targets.outcome("85")])
    #expect(result.judgements.map(\.verdict) == [.noData, .met] && result.verdict == .undetermined)
    #expect(try judge([]).verdict == .noData)
  }

  @Test func laterStagesArePending() throws {
    let day = try #require(CalendarDate(year: 2024, month: 7, day: 1))
    let half = try Targets.outcome("45", period: .asOf, asOf: "2024-06-30")
    let result = try judge([half], asOf: day)
    #expect(result.judgements.map(\.verdict) == [.met, .pending] && result.verdict == .pending)
  }

  @Test func stagesOfSeveralYearsAreMeasuredInTheirOwn() throws {
    let goal = Goal.staged(.atLeast, [try stage("2023", "40"), try stage("2024", "80")])
    let outcomes = [
      try Targets.outcome("50", line: 1, year: 2023), try Targets.outcome("90", line: 2, year: 2024),
    ]
    let result = try Targets.judge(Targets.target(goal), outcomes)
    #expect(result.judgements.map { $0.answers.map(\.year) } == [[2023], [2024]] && result.verdict == .met)
  }

  @Test func aJanuaryStageClosesTheBudgetYearBefore() throws {
    let goal = Goal.staged(.atLeast, [try stage("2024-09-30", "60"), try stage("2025-01-31", "95")])
    let outcomes = [
      try Targets.outcome("62", line: 1, period: .asOf, asOf: "2024-09-30"),
      try Targets.outcome("96", line: 2, period: .fiscalYear),
    ]
    #expect(try Targets.judge(Targets.target(goal), outcomes).verdict == .met)
  }

  /// The first stage of a monthly path is in the January of its own year. The budget year that closes then is the
  /// previous one, so it does not match.
  @Test func theFirstJanuaryOfAPathIsNotTheBudgetYearBefore() throws {
    let goal = Goal.staged(.atLeast, [try stage("2024-01", "3"), try stage("2025-01", "95")])
    let before = try Targets.outcome("96", line: 1, year: 2023, period: .fiscalYear)
    let own = try Targets.outcome("97", line: 2, period: .fiscalYear)
    let budget = Targets.indicator(followsBudgetYear: true)
    let result = try Targets.judge(Targets.target(goal), [before, own], indicator: budget)
    #expect(result.judgements.map(\.verdict) == [.noData, .met])
    #expect(result.related.map(\.outcome.year) == [2023])
  }
}
