import Scoring
import TestSupport
import Testing

@Suite struct ReconciliationTests {
  private func percentage(
    _ node: String, _ points: String, of maximum: String?, _ percent: String
  ) throws -> Reconciliation {
    let row = try Scorecards.row(node, points: points, of: maximum, percent: percent)
    let analysis = ScorecardAnalysis(entries: [row], edition: try Editions.decision876())
    return try #require(
      analysis.reconciliations.first { if case .percentage = $0.subject { true } else { false } })
  }

  private func total(_ analysis: ScorecardAnalysis, parts: Int) throws -> Reconciliation {
    try #require(
      analysis.reconciliations.first {
        guard case .sum(let sum) = $0.subject else { return false }
        return sum.total == ScoreKey(.total) && sum.parts.count == parts
      })
  }

  @Test(arguments: [
    ["LV4", "9.94", "10.5", "94.66"], ["LV3", "12.99", "13", "99.93"],  // Hòa Bình 2023
    ["LV1", "9.5", "9.5", "100"], ["LV2", "9.42", "10", "94.15"],  // Hòa Bình, Kon Tum 2023
    ["LV3", "12.38", "13", "95.23"], ["LV4", "9.72", "10.5", "92.56"],  // Kon Tum 2023
    ["LV3", "11.88", "13", "91.40"], ["LV2", "9.1", "10", "91"],  // Kon Tum 2022
  ])
  func percentagesOfUnroundedPointsAgree(_ row: [String]) throws {
    #expect(try percentage(row[0], row[1], of: row[2], row[3]).verdict == .agrees)
    #expect(try percentage(row[0], row[1], of: nil, row[3]).verdict == .agrees, "the edition's maximum")
  }

  @Test func namDinh2022PrintsAPercentageThatDoesNotFit() throws {
    let result = try percentage("LV7", "12.13", of: "13.5", "84.81")
    #expect(try result.computed == number("89.8519") && result.published == number("84.81"))
    #expect(try result.verdict == .differs(by: number("-5.0419")))
  }

  @Test func zeroPointsAreChecked() throws {
    #expect(try percentage("LV7", "0.00", of: "13.5", "0").verdict == .agrees)
    #expect(try percentage("LV7", "0.00", of: "13.5", "10").verdict == .differs(by: number("10")))
  }

  @Test func aPercentageOfAnUnknownMaximumCannotBeChecked() throws {
    let row = try Scorecards.row("LV6", points: "11", percent: "91.67")
    let analysis = ScorecardAnalysis(entries: [row], edition: try Editions.set2024())
    #expect(analysis.reconciliations.map(\.verdict).contains(.cannotBeChecked))
    #expect(!analysis.reconciliations.map(\.verdict).contains(.agrees))
  }

  @Test func thanhHoa2021AgreesWithinRounding() throws {
    let points = ["7.82", "8.93", "12.70", "9.23", "11.49", "9.88", "14.18", "13.61"]
    let rows = try Scorecards.components(points, year: 2021) + [Scorecards.row("total", points: "87.83")]
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision1149())
    let result = try total(analysis, parts: 8)
    #expect(try result.computed == number("87.84") && result.published == number("87.83"))
    #expect(result.verdict == .agrees)
    #expect(analysis.system.contradictions.isEmpty)
  }

  @Test func ninhThuan2022AgreesWithinRounding() throws {
    let rows = try Scorecards.blocks("54.2", "8.23", "18.05", "5.31", total: "85.78")
    let result = try total(ScorecardAnalysis(entries: rows, edition: Editions.decision876()), parts: 4)
    #expect(try result.computed == number("85.79"))
    #expect(result.verdict == .agrees)
  }

  @Test func hoaBinh2023DiffersByOnePoint() throws {
    let rows = try Scorecards.blocks("57.04", "8.19", "18.34", "4.32", total: "86.89")
    let analysis = ScorecardAnalysis(entries: rows, edition: try Editions.decision876())
    let result = try total(analysis, parts: 4)
    #expect(try result.computed == number("87.89"))
    #expect(try result.verdict == .differs(by: number("-1")))
    #expect(!analysis.system.contradictions.isEmpty)
  }

  @Test func hoaBinh2023DiffersFromBothTotalsThatItsPaperPrinted() throws {
    var rows = try Scorecards.blocks("57.04", "8.19", "18.34", "4.32", total: "86.89")
    rows.append(try Scorecards.row("total", percent: "86.76"))
    for rows in [rows, rows.reversed()] {
      let result = try total(ScorecardAnalysis(entries: rows, edition: Editions.decision876()), parts: 4)
      #expect(try result.published == nil && result.verdict == .differs(by: number("-1")))
    }
  }

  @Test func oneOfTwoTotalsThatAgreesSettlesNothing() throws {
    var rows = try Scorecards.blocks("54.95", "8.5", "18.33", "4.36", total: "86.14")
    rows.append(try Scorecards.row("total", points: "80"))
    let result = try total(ScorecardAnalysis(entries: rows, edition: Editions.decision876()), parts: 4)
    #expect(result.verdict == .cannotBeChecked)
  }

  @Test func aSumWithAMissingPartCannotBeChecked() throws {
    let rows = try Scorecards.components(["9", nil], year: 2017) + [Scorecards.row("total", points: "80")]
    let result = try total(ScorecardAnalysis(entries: rows, edition: Editions.decision2948()), parts: 8)
    #expect(result.verdict == .cannotBeChecked && result.computed == nil && result.interval == nil)
  }
}
