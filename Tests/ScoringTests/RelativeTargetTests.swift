import Scoring
import TestSupport
import Testing
import Text

@Suite struct RelativeTargetTests {
  private func judge(
    _ comparator: Goal.Comparator, _ now: [(String, Bound)], _ before: [(String, Bound)]
  ) throws -> Attainment {
    let target = try Targets.target(.relative(comparator, baselineYear: 2023))
    let later = try now.enumerated().map { try Targets.outcome($1.0, $1.1, line: $0 + 1) }
    let earlier = try before.enumerated().map {
      try Targets.outcome($1.0, $1.1, line: $0 + 50, year: 2023)
    }
    return try Targets.judge(target, earlier + later)
  }

  @Test(arguments: [
    ("85.01", Goal.Comparator.moreThan, Verdict.met), ("85", .moreThan, .missed), ("85", .atLeast, .met),
    ("84.99", .atLeast, .missed), ("85", .lessThan, .missed), ("85", .atMost, .met),
  ])
  func exactValuesAreCompared(_ now: String, _ comparator: Goal.Comparator, _ verdict: Verdict) throws {
    #expect(try judge(comparator, [(now, .exact)], [("85", .exact)]).verdict == verdict)
  }

  @Test func theBaselineIsKeptAndIsNotRelated() throws {
    let result = try judge(.moreThan, [("86", .exact)], [("85", .exact)])
    #expect(result.judgements.first?.baseline.count == 1 && result.related.isEmpty)
    #expect(result.judgements.first?.threshold == nil)
  }

  @Test func everyPairOfReportsCounts() throws {
    #expect(
      try judge(.moreThan, [("86", .exact), ("84", .exact)], [("85", .exact)]).verdict == .undetermined)
    #expect(
      try judge(.moreThan, [("86", .exact)], [("85", .exact), ("87", .exact)]).verdict == .undetermined)
    #expect(try judge(.moreThan, [("88", .exact)], [("85", .exact), ("87", .exact)]).verdict == .met)
  }

  @Test func boundsAreComparedWithTheirOpenEnds() throws {
    #expect(try judge(.atLeast, [("98", .exact)], [("98", .above)]).verdict == .missed)
    #expect(try judge(.moreThan, [("98", .above)], [("98", .exact)]).verdict == .met)
    #expect(try judge(.moreThan, [("100", .exact)], [("98", .above)]).verdict == .undetermined)
    #expect(try judge(.atLeast, [("100", .exact)], [("98", .above)]).verdict == .met)
    #expect(try judge(.moreThan, [("98", .above)], [("98", .above)]).verdict == .undetermined)
  }

  @Test func withoutABaselineThereIsNoVerdict() throws {
    let result = try judge(.moreThan, [("86", .exact)], [])
    #expect(result.verdict == .noData)
    #expect(try judge(.moreThan, [], [("85", .exact)]).verdict == .noData)
  }

  @Test func theBaselineMustBeLikeToo() throws {
    let target = try Targets.target(.relative(.moreThan, baselineYear: 2023))
    let outcomes = [
      try Targets.outcome("86", line: 1), try Targets.outcome("80", line: 2, level: .commune, year: 2023),
    ]
    let result = try Targets.judge(target, outcomes)
    #expect(result.verdict == .noData && result.related.count == 1)
  }
}
