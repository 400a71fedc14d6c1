import Scoring
import TestSupport
import Testing
import Text

/// Targets that do not state their denominator, and figures that are counted in another way.
@Suite struct DenominatorTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(95))
  private let indicator = Targets.indicator(mayExceedHundred: true, denominators: ["local", "council"])

  private func judge(
    _ outcomes: [(value: String, denominator: String)], of denominator: String = "unstated",
    goal: Goal? = nil
  ) throws -> Attainment {
    let rows = try outcomes.enumerated().map { line, row in
      try Targets.outcome(row.value, line: line + 1, denominator: Identifier(row.denominator))
    }
    let target = try Targets.target(goal ?? self.goal, denominator: Identifier(denominator))
    return try Targets.judge(target, rows, indicator: indicator)
  }

  @Test func everyWayOfCountingIsConsidered() throws {
    #expect(try judge([("96", "local"), ("124.7", "council")]).verdict == .met)
    #expect(try judge([("94", "local"), ("90", "council")]).verdict == .missed)
    #expect(try judge([("94", "local"), ("124.7", "council")]).verdict == .undetermined)
    #expect(try judge([]).verdict == .noData)
  }

  @Test func aWayWithoutAnOutcomeLeavesItOpenUnlessTheOthersMiss() throws {
    #expect(try judge([("96", "local")]).verdict == .undetermined)
    #expect(try judge([("94", "local")]).verdict == .missed)
    #expect(try judge([("96", "unstated")]).verdict == .undetermined)
    #expect(try judge([("94", "unstated")]).verdict == .undetermined, "it may count something else")
    #expect(try judge([("94", "unstated"), ("94", "local")]).verdict == .missed)
    #expect(try judge([("96", "local"), ("97", "council"), ("98", "unstated")]).verdict == .met)
    #expect(try judge([("96", "local"), ("97", "council"), ("90", "unstated")]).verdict == .undetermined)
  }

  @Test func aStatedDenominatorIsAnsweredByItsOwnFigures() throws {
    #expect(try judge([("96", "local"), ("90", "council")], of: "local").verdict == .met)
    #expect(try judge([("96", "unstated")], of: "local").verdict == .noData)
  }

  @Test func aRelativeGoalComparesTheSameWayOfCounting() throws {
    func outcome(_ value: String, _ denominator: String, year: Int, line: Int) throws -> Outcome {
      try Targets.outcome(value, line: line, denominator: Identifier(denominator), year: year)
    }
    let target = try Targets.target(.relative(.moreThan, baselineYear: 2023), denominator: "unstated")
    let apart = try Targets.judge(
      target, [outcome("96", "local", year: 2024, line: 1), outcome("90", "council", year: 2023, line: 2)],
      indicator: indicator)
    #expect(apart.verdict == .noData)
    let both = try Targets.judge(
      target,
      [
        outcome("96", "local", year: 2024, line: 1), outcome("90", "local", year: 2023, line: 2),
        outcome("80", "council", year: 2024, line: 3), outcome("70", "council", year: 2023, line: 4),
      ], indicator: indicator)
    #expect(both.verdict == .met)
  }

  @Test func theStrongestFigureCountedOtherwiseStandsBesideTheVerdict() throws {
    let missed = try judge([("94", "local"), ("124.7", "council")], of: "local")
    #expect(missed.verdict == .missed)
    let counter = try #require(missed.judgements.first?.counterFigure)
    #expect(counter.verdict == .met && counter.outcome.denominator == "council")
    let agreeing = try judge([("96", "local"), ("124.7", "council")], of: "local")
    #expect(agreeing.verdict == .met && agreeing.judgements.first?.counterFigure == nil)
    let far = try judge([("94", "local"), ("96", "council"), ("124.7", "council")], of: "local")
    #expect(far.judgements.first?.counterFigure?.outcome.value.description == "124.7")
    let swapped = try judge([("94", "local"), ("124.7", "council"), ("96", "council")], of: "local")
    #expect(swapped.judgements.first?.counterFigure?.outcome.value.description == "124.7")
    #expect(try judge([("124.7", "council")], of: "local").judgements.first?.counterFigure == nil)
  }
}
