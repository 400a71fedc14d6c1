import Scoring
import TestSupport
import Testing
import Text

@Suite struct LateTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(90))

  private func reached(_ later: [Outcome], own: String = "85", indicator: Indicator = Targets.indicator())
    throws -> Outcome?
  {
    let outcomes = [try Targets.outcome(own, line: 1)] + later
    let result = try Targets.judge(Targets.target(goal), outcomes, indicator: indicator)
    #expect(result.verdict == (own == "85" ? .missed : .met), "what comes later changes no verdict")
    return result.judgements.first?.reachedLater
  }

  @Test func theFirstLaterFigureThatReachesTheGoalIsTold() throws {
    let later = [
      try Targets.outcome("95", line: 2, year: 2026), try Targets.outcome("92", line: 3, year: 2025),
      try Targets.outcome("91", line: 4, year: 2025, period: .asOf, asOf: "2025-06-30"),
    ]
    #expect(try reached(later)?.line.line == 4)
    #expect(try reached(later.reversed())?.line.line == 4)
    #expect(try reached(later, own: "95") == nil)
  }

  @Test func onlyTheSameMeasureCounts() throws {
    #expect(try reached([Targets.outcome("95", line: 2, level: .commune, year: 2025)]) == nil)
    #expect(try reached([Targets.outcome("95", line: 2, year: 2023)]) == nil)
    #expect(try reached([Targets.outcome("89", line: 2, year: 2025)]) == nil)
    #expect(try reached([Targets.outcome("80", .above, line: 2, year: 2025)]) == nil)
    let estimate = try Targets.outcome("95", line: 2, year: 2025, period: .estimate, asOf: "2025-12")
    #expect(try reached([estimate]) == nil)
  }

  @Test func aYearlyRateHasNoLate() throws {
    let later = [try Targets.outcome("95", line: 2, year: 2025)]
    #expect(try reached(later, indicator: Targets.indicator(isYearlyRate: true)) == nil)
  }
}
