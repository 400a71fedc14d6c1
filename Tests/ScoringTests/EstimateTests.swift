import Scoring
import TestSupport
import Testing
import Text

@Suite struct EstimateTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(90))

  private func judge(_ outcomes: [Outcome], deadline: String? = nil) throws -> Attainment {
    try Targets.judge(Targets.target(goal, deadline: deadline), outcomes)
  }

  private func estimate(_ value: String = "95", asOf: String?, line: Int = 1) throws -> Outcome {
    try Targets.outcome(value, line: line, period: .estimate, asOf: asOf)
  }

  @Test func anEstimateOfTheLastMonthAnswersProvisionally() throws {
    for month in ["2024-12", "2024-12-28", "2025-01", "2025-03-02"] {
      let result = try judge([estimate(asOf: month)])
      #expect(result.verdict == .met && result.isProvisional, "\(month)")
    }
    for month in ["2024-11", "2024-11-30", "2024", "2025", "2023-12"] {
      let result = try judge([estimate(asOf: month)])
      #expect(result.verdict == .noData && !result.isProvisional, "\(month)")
      #expect(result.nearness == .relatedFigure)
    }
    #expect(try judge([estimate(asOf: nil)]).verdict == .noData)
    #expect(try judge([estimate(asOf: "2024-12")], deadline: "2024-06-30").verdict == .noData)
  }

  @Test func aFinalFigureReplacesIt() throws {
    let final = try Targets.outcome("85", line: 2)
    for outcomes in [[try estimate(asOf: "2024-12"), final], [final, try estimate(asOf: "2024-12")]] {
      let result = try judge(outcomes)
      #expect(result.verdict == .missed && !result.isProvisional)
      #expect(result.answers.map(\.line.line) == [2])
      #expect(result.related.map(\.mismatches) == [[.replaced]])
    }
  }

  @Test func estimatesThatDisagreeAreJudgedTogether() throws {
    let result = try judge([
      estimate("95", asOf: "2024-12", line: 1), estimate("85", asOf: "2025-01", line: 2),
    ])
    #expect(result.verdict == .undetermined && result.isProvisional)
  }

  @Test func nothingFoundIsToldFromARelatedFigure() throws {
    #expect(try judge([]).nearness == .nothing)
    #expect(try judge([Targets.outcome("95", year: 2023)]).nearness == .relatedFigure)
    #expect(try judge([Targets.outcome("95")]).nearness == nil)
  }
}
