import Scoring
import TestSupport
import Testing

@Suite struct BasisFitTests {
  private func fits(_ rows: [ScorecardEntry]) throws -> Set<ScorecardEntry.Basis> {
    let results = BasisFit.of(rows, edition: try Editions.decision876())
    #expect(results.map(\.basis) == [.full, .appraisal])
    #expect(results.allSatisfy { $0.fits == $0.contradictions.isEmpty })
    return Set(results.filter(\.fits).map(\.basis))
  }

  @Test(arguments: [ScorecardEntry.Basis.unstated, .appraisal])
  func khanhHoa2022FitsTheAppraisalBasisOnly(_ basis: ScorecardEntry.Basis) throws {
    #expect(try fits(Scorecards.khanhHoa2022(basis: basis)) == [.appraisal])
  }

  /// Without the sentence on LV3 and LV5, another paper's figure for the digital component gives the same answer: 77.4
  /// percent on the full maxima, 76.88 in the table.
  @Test func khanhHoa2022IsToldByTheOtherPrintOfLV7Too() throws {
    let table = try Scorecards.khanhHoa2022(basis: .appraisal).filter { $0.bound == .exact }
    #expect(try fits(table) == [.full, .appraisal])
    let other = try Scorecards.row("LV7", percent: "77.4", rank: 28, year: 2022)
    #expect(try fits(table + [other]) == [.appraisal])
  }

  @Test func theContradictionNamesTheGap() throws {
    let full = try #require(
      BasisFit.of(Scorecards.khanhHoa2022(), edition: Editions.decision876()).first)
    let found = try #require(full.contradictions.first)
    #expect(found.gap > .zero && found.constraint.total == ScoreKey(.total))
  }

  @Test func aPrintedMaximumTellsTheBasis() throws {
    let row = try Scorecards.row("LV3", points: "9", of: "8", basis: .unstated)
    #expect(try fits([row]).isEmpty)
    let lv2 = try Scorecards.row("LV2", points: "4.50", of: "5.00", percent: "90", basis: .unstated)
    #expect(try fits([lv2]) == [.appraisal])
    let full = try Scorecards.row("LV2", points: "9.42", of: "10", percent: "94.15", basis: .unstated)
    #expect(try fits([full]).contains(.full))
  }

  @Test func pointsAndPercentageTellTheBasis() throws {
    let row = try Scorecards.row("LV2", points: "4.50", percent: "90.00", basis: .unstated)
    #expect(try fits([row]) == [.appraisal])
  }

  @Test func aFewRowsFitBoth() throws {
    let rows = [try Scorecards.row("LV1", percent: "99.01", basis: .unstated)]
    #expect(try fits(rows) == [.full, .appraisal])
    #expect(try fits([]) == [.full, .appraisal])
  }

  /// Two sources that disagree are no evidence against a basis.
  @Test func aConflictOfUnstatedRowsRefutesNeither() throws {
    let rows = [
      try Scorecards.row("LV1", percent: "99", basis: .unstated),
      try Scorecards.row("LV1", percent: "70", basis: .unstated),
    ]
    #expect(try fits(rows) == [.full, .appraisal])
  }
}
