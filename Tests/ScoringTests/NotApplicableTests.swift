import Scoring
import TestSupport
import Testing

/// Each edition states how a criterion that does not apply counts.
@Suite struct NotApplicableTests {
  private func edition(_ rule: NotApplicableRule) throws -> Edition {
    let first = try Editions.node(
      "LV1", "30", children: [Editions.node("LV1.1", "10"), Editions.node("LV1.2", "20")])
    return try Editions.edition(
      components: [first, Editions.node("LV2", "70")], componentCount: 2, notApplicable: rule)
  }

  private let rows = try? [
    Scorecards.row("LV1.1", applies: false), Scorecards.row("LV1.2", points: "15"),
    Scorecards.row("LV2", points: "60"),
  ]

  private func analysis(_ rule: NotApplicableRule) throws -> ScorecardAnalysis {
    ScorecardAnalysis(entries: try #require(rows), edition: try edition(rule))
  }

  @Test func itLeavesPointsAndMaximum() throws {
    let analysis = try analysis(.leavesBoth)
    #expect(try analysis.node("LV1").points == ExactDecimal(15))
    #expect(try analysis.node("LV1").maximum?.value == ExactDecimal(20))
    #expect(try analysis.node("total").points == ExactDecimal(75))
    #expect(try analysis.node("total").maximum?.value == ExactDecimal(90))
    #expect(try #require(analysis.node("total").percent).contains(number("83.3333")))
  }

  @Test func itCountsAsFullPoints() throws {
    let analysis = try analysis(.fullPoints)
    #expect(try analysis.node("LV1").points == ExactDecimal(25))
    #expect(try analysis.node("total").points == ExactDecimal(85))
    #expect(try analysis.node("total").maximum?.value == ExactDecimal(100))
  }

  @Test func itCountsAsZeroPoints() throws {
    let analysis = try analysis(.zeroPoints)
    #expect(try analysis.node("LV1").points == ExactDecimal(15))
    #expect(try analysis.node("total").points == ExactDecimal(75))
    #expect(try analysis.node("total").maximum?.value == ExactDecimal(100))
  }

  @Test(arguments: NotApplicableRule.allCases)
  func sharesOfTheScoreStillSum(_ rule: NotApplicableRule) throws {
    let analysis = try analysis(rule)
    let shares = try #require(Contributions.toScore(analysis))
    #expect(try shares.map(\.points).sum == analysis.node("total").points)
  }

  @Test func aWholeComponentCanLeave() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("LV1", applies: false), try Scorecards.row("LV2", points: "60")],
      edition: try edition(.leavesBoth))
    #expect(try analysis.node("total").points == ExactDecimal(60))
    #expect(try analysis.node("total").maximum?.value == ExactDecimal(70))
    #expect(analysis.components.map(\.key.node) == [.component(2)])
  }

  @Test func aBlockMayHaveLostAnyShare() throws {
    let analysis = ScorecardAnalysis(
      entries: [try Scorecards.row("LV2", applies: false)], edition: try Editions.decision876())
    let block = try analysis.node("block:appraisal")
    #expect(try block.maximum?.interval == interval("51.5", "61.5"))
  }
}
