import Scoring
import TestSupport
import Testing
import Text

/// Which outcomes match a target, and which are only related.
@Suite struct OutcomeMatchTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(50))

  private func answers(_ target: Target, _ outcome: Outcome, _ indicator: Indicator = Targets.indicator())
    throws -> Bool
  {
    let result = try Targets.judge(target, [outcome], indicator: indicator)
    #expect(result.answers.isEmpty == (result.verdict == .noData))
    #expect(result.related.isEmpty != result.answers.isEmpty, "what does not answer is shown as related")
    #expect(result.related.allSatisfy { !$0.mismatches.isEmpty })
    return !result.answers.isEmpty
  }

  @Test func anOutcomeOfAllLevelsDoesNotAnswerACommuneTarget() throws {
    let target = try Targets.target(goal, level: .commune)
    let result = try Targets.judge(target, [Targets.outcome("90", level: .all)])
    #expect(result.verdict == .noData)
    #expect(result.related.first?.mismatches == [.level(.all)])
  }

  @Test func onlyTheSameLevelAnswers() throws {
    for wanted in AdministrativeLevel.allCases {
      for given in AdministrativeLevel.allCases {
        let target = try Targets.target(goal, level: wanted)
        #expect(try answers(target, Targets.outcome("90", level: given)) == (wanted == given))
      }
    }
  }

  @Test func differentDenominatorsAreNeverJudged() throws {
    let indicator = Targets.indicator(denominators: ["all", "online"])
    let target = try Targets.target(goal, denominator: "all")
    #expect(try answers(target, Targets.outcome("90", denominator: "all"), indicator))
    let other = try Targets.judge(
      target, [Targets.outcome("90", denominator: "online")], indicator: indicator)
    #expect(other.verdict == .noData && other.related.first?.mismatches == [.denominator])
    #expect(try !answers(target, Targets.outcome("90"), indicator))
  }

  @Test func anOutcomeWithAnUnstatedDenominatorAnswersOnlySuchTargets() throws {
    let indicator = Targets.indicator(denominators: ["all"])
    for (wanted, given, isAnswer) in [
      ("unstated", "unstated", true), ("all", "unstated", false), ("unstated", "all", true),
    ] {
      let target = try Targets.target(goal, denominator: Identifier(wanted))
      let outcome = try Targets.outcome("90", denominator: Identifier(given))
      let result = try Targets.judge(target, [outcome], indicator: indicator)
      #expect(result.answers.isEmpty != isAnswer)
      if !isAnswer {
        #expect(result.verdict == .noData && result.related.first?.mismatches == [.denominatorUnstated])
      }
    }
  }

  @Test func estimatesAndOtherPeriodsAreOnlyRelated() throws {
    let target = try Targets.target(goal)
    #expect(try answers(target, Targets.outcome("90")))
    #expect(try !answers(target, Targets.outcome("90", period: .estimate)))
    #expect(try !answers(target, Targets.outcome("90", period: .month, asOf: "2024-12")))
    #expect(try !answers(target, Targets.outcome("90", period: .firstMonths, asOf: "2024-09-30")))
    #expect(try !answers(target, Targets.outcome("90", period: .asOf)), "a day that is not known")
    #expect(try !answers(target, Targets.outcome("90", period: .asOf, asOf: "2024")))
    #expect(try answers(target, Targets.outcome("90", period: .asOf, asOf: "2024-12-31")))
    #expect(try answers(target, Targets.outcome("90", period: .firstMonths, asOf: "2024-12")))
    let result = try Targets.judge(target, [Targets.outcome("90", period: .estimate, asOf: "2024-10")])
    #expect(try result.related.first?.mismatches == [.period(.estimate, date("2024-10"))])
  }

  @Test func aTargetInsideTheYearIsAnsweredAsOfItsDay() throws {
    let target = try Targets.target(goal, deadline: "2024-06-30")
    #expect(try answers(target, Targets.outcome("90", period: .asOf, asOf: "2024-06-30")))
    #expect(try answers(target, Targets.outcome("90", period: .firstMonths, asOf: "2024-06")))
    #expect(try !answers(target, Targets.outcome("90", period: .asOf, asOf: "2024-07-01")))
    #expect(try !answers(target, Targets.outcome("90")))
  }

  @Test func otherYearsAreRelatedNearestFirst() throws {
    let outcomes = try [2020, 2023, 2025].enumerated().map {
      try Targets.outcome("90", line: $0.offset + 1, year: $0.element)
    }
    let result = try Targets.judge(Targets.target(goal), outcomes)
    #expect(result.verdict == .noData)
    #expect(result.related.map(\.outcome.year) == [2023, 2025, 2020])
    #expect(result.related.first?.mismatches == [.year(2023)])
  }

  @Test func anotherProvinceNeverAnswers() throws {
    let result = try Targets.judge(Targets.target(goal), [Targets.outcome("90", entity: "successor")])
    #expect(result.verdict == .noData && result.related.isEmpty)
  }

  @Test func budgetYearsCloseInJanuary() throws {
    let budget = Targets.indicator(followsBudgetYear: true)
    let outcome = try Targets.outcome("90", period: .fiscalYear)
    #expect(try answers(Targets.target(goal, deadline: "2025-01-31"), outcome))
    #expect(try answers(Targets.target(goal), outcome, budget), "the year of such an indicator")
    #expect(try !answers(Targets.target(goal), outcome), "of another indicator it does not")
    #expect(try !answers(Targets.target(goal, deadline: "2025-01-31"), Targets.outcome("90")))
    let asOf = try Targets.outcome("90", period: .asOf, asOf: "2025-01-31")
    #expect(try answers(Targets.target(goal, deadline: "2025-01"), asOf))
  }

  @Test func lookalikesAreRelatedWithTheReason() throws {
    let reason = LocalizedText(vi: "khác mức độ", en: "another level of service")
    let indicator = Targets.indicator(
      notComparable: [Indicator.Incomparability(indicator: "twin", reason: reason)])
    let target = try Targets.target(goal)
    let data = Targets.dataset(
      indicators: [indicator, Targets.indicator("twin")], targets: [target],
      outcomes: [
        try Targets.outcome("90", line: 1, indicator: "twin"),
        try Targets.outcome("90", line: 2, indicator: "twin", year: 2023),
      ])
    let result = try #require(AttainmentJudge(data).attainment(of: target))
    #expect(result.verdict == .noData && result.related.count == 1)
    #expect(result.related.first?.mismatches == [.indicator("twin", reason: reason)])
  }

  @Test func everyMismatchIsNamed() throws {
    let target = try Targets.target(goal, denominator: "all", level: .commune)
    let outcome = try Targets.outcome("90", denominator: "online", level: .district, year: 2023)
    let result = try Targets.judge(
      target, [outcome], indicator: Targets.indicator(denominators: ["all", "online"]))
    #expect(result.related.first?.mismatches == [.denominator, .level(.district), .year(2023)])
  }

  @Test func targetsOnUnknownIndicatorsHaveNoVerdict() throws {
    let target = try Targets.target(goal, indicator: "nowhere")
    #expect(AttainmentJudge(Targets.dataset(targets: [target])).attainment(of: target) == nil)
    #expect(AttainmentJudge(Targets.dataset(targets: [target])).all().isEmpty)
  }
}
