import Scoring
import TestSupport
import Testing
import Text

@Suite struct VerdictTests {
  // MARK: Designed and actual cases

  @Test func strictlyMoreIsNotMetByTheNumberItself() throws {
    #expect(try Targets.verdict(.moreThan, "30", ("30", .exact)) == .missed)
    #expect(try Targets.verdict(.atLeast, "30", ("30", .exact)) == .met)
    #expect(try Targets.verdict(.moreThan, "30", ("30.01", .exact)) == .met)
    #expect(try Targets.verdict(.moreThan, "30", ("30", .above)) == .met)
  }

  @Test func boundsAreJudgedOverEveryValueTheyAllow() throws {
    #expect(try Targets.verdict(.atLeast, "95", ("98", .above)) == .met)
    #expect(try Targets.verdict(.atLeast, "98", ("98", .above)) == .met)
    #expect(try Targets.verdict(.atLeast, "100", ("98", .above)) == .undetermined)
    #expect(try Targets.verdict(.equal, "100", ("98", .above)) == .undetermined)
    #expect(try Targets.verdict(.atLeast, "100", ("80", .below)) == .missed)
    #expect(try Targets.verdict(.atLeast, "80", ("80", .below)) == .missed)
    #expect(try Targets.verdict(.atLeast, "70", ("80", .below)) == .undetermined)
    #expect(try Targets.verdict(.lessThan, "80", ("80", .below)) == .met)
    #expect(try Targets.verdict(.atMost, "98", ("98", .above)) == .missed)
  }

  @Test func nothingLiesAboveHundredPercentUnlessItMay() throws {
    #expect(try Targets.verdict(.moreThan, "100", ("98", .above)) == .missed)
    let open = Targets.indicator(mayExceedHundred: true)
    #expect(try Targets.verdict(.moreThan, "100", ("98", .above), indicator: open) == .undetermined)
  }

  @Test func fewerMinutesAreMet() throws {
    let minutes = Targets.indicator(unit: .minutes, direction: .lower)
    #expect(try Targets.verdict(.atMost, "15", ("12", .exact), indicator: minutes) == .met)
    #expect(try Targets.verdict(.atMost, "15", ("15", .exact), indicator: minutes) == .met)
    #expect(try Targets.verdict(.lessThan, "15", ("15", .exact), indicator: minutes) == .missed)
  }

  @Test func conflictingReportsAreJudgedTogether() throws {
    let reports: [(String, Bound)] = [("88.09", .exact), ("88.90", .exact)]
    #expect(try Targets.verdict(.atLeast, "88.5", reports[0], reports[1]) == .undetermined)
    #expect(try Targets.verdict(.atLeast, "88.5", reports[1], reports[0]) == .undetermined)
    #expect(try Targets.verdict(.atLeast, "90", reports[0], reports[1]) == .missed)
    #expect(try Targets.verdict(.atLeast, "88", reports[0], reports[1]) == .met)
  }

  @Test func approximateValuesAreWidened() throws {
    #expect(try Targets.verdict(.atLeast, "55", ("55", .about)) == .undetermined)
    #expect(try Targets.verdict(.atLeast, "49.5", ("55", .about)) == .met)
    #expect(try Targets.verdict(.atLeast, "60.6", ("55", .about)) == .missed)
    #expect(try Targets.verdict(.moreThan, "100", ("99", .about)) == .missed)
  }

  @Test func wholeThingsStepByOne() throws {
    let count = Targets.indicator(unit: .count)
    #expect(try Targets.verdict(.atLeast, "10", ("9", .above), indicator: count) == .met)
    #expect(try Targets.verdict(.atMost, "9", ("10", .below), indicator: count) == .met)
    #expect(try Targets.verdict(.atLeast, "11", ("9", .above), indicator: count) == .undetermined)
    #expect(try Targets.verdict(.atLeast, "10", ("9", .above)) == .undetermined, "a percentage does not")
  }

  @Test func deadlinesAfterTheAsOfDateArePending() throws {
    let day = try #require(CalendarDate(year: 2024, month: 6, day: 30))
    let target = try Targets.target(.threshold(.atLeast, ExactDecimal(90)), year: 2025)
    let outcome = try Targets.outcome("95", year: 2025)
    #expect(try Targets.judge(target, [outcome], asOf: day).verdict == .pending)
    #expect(try Targets.judge(target, [outcome], asOf: .lastDay(of: 2025)).verdict == .met)
    #expect(try Targets.judge(target, [], asOf: .lastDay(of: 2025)).verdict == .noData)
    let due = try Targets.target(
      .threshold(.atLeast, ExactDecimal(90)), year: 2024, deadline: "2024-06-30")
    #expect(try Targets.judge(due, [], asOf: day).verdict == .noData, "the day itself is due")
    let before = try #require(CalendarDate(year: 2024, month: 6, day: 29))
    #expect(try Targets.judge(due, [], asOf: before).verdict == .pending)
  }

  @Test func whatHasNoNumberIsNotMeasurable() throws {
    let outcome = try Targets.outcome("95")
    let group = Goal.group(LocalizedText(vi: "nhóm khá", en: "good group"), first: nil)
    for goal in [Goal.qualitative, group] {
      #expect(try Targets.judge(Targets.target(goal), [outcome]).verdict == .notMeasurable)
      #expect(
        try Targets.judge(Targets.target(goal, year: 2030), [outcome]).verdict == .notMeasurable,
        "not pending either")
    }
  }

  @Test func groupsWithANumberAreRanks() throws {
    let rank = Targets.indicator(unit: .rank, direction: .lower)
    let goal = Goal.group(LocalizedText(vi: "nhóm dẫn đầu", en: "leading group"), first: 10)
    let target = try Targets.target(goal, unit: .rank)
    #expect(try Targets.judge(target, [Targets.outcome("10")], indicator: rank).verdict == .met)
    #expect(try Targets.judge(target, [Targets.outcome("11")], indicator: rank).verdict == .missed)
    #expect(try Targets.judge(target, [Targets.outcome("11", .below)], indicator: rank).verdict == .met)
    let quartile = Targets.indicator(unit: .group, direction: .lower)
    #expect(try Targets.judge(target, [Targets.outcome("1")], indicator: quartile).verdict == .met)
    #expect(try Targets.judge(target, [Targets.outcome("2")], indicator: quartile).verdict == .missed)
  }

  @Test func rangesIncludeBothEnds() throws {
    let target = try Targets.target(.range(ExactDecimal(20), ExactDecimal(30)))
    for (value, verdict) in [("19.99", Verdict.missed), ("20", .met), ("30", .met), ("30.01", .missed)] {
      #expect(try Targets.judge(target, [Targets.outcome(value)]).verdict == verdict)
    }
    #expect(try Targets.judge(target, [Targets.outcome("30", .above)]).verdict == .missed)
    #expect(try Targets.judge(target, [Targets.outcome("25", .above)]).verdict == .undetermined)
    #expect(try Targets.judge(target, [Targets.outcome("25", .about)]).verdict == .met)
  }

  @Test func allOfThePlanIsFulfilledByMore() throws {
    let open = Targets.indicator(mayExceedHundred: true)
    #expect(try Targets.verdict(.equal, "100", ("104.2", .exact), indicator: open) == .met)
    #expect(try Targets.verdict(.equal, "100", ("99.9", .exact), indicator: open) == .missed)
    let lower = Targets.indicator(direction: .lower, mayExceedHundred: true)
    #expect(try Targets.verdict(.equal, "100", ("104.2", .exact), indicator: lower) == .missed)
  }
}
