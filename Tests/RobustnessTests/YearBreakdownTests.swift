import Robustness
import Scoring
import TestSupport
import Testing
import Text

/// Which units of a year can be ranked: only those known in a whole breakdown, on one basis, without conflict.
@Suite struct YearBreakdownTests {
  private static func name(_ part: ScoreKey) -> LocalizedText { LocalizedText(same: part.node.description) }

  private func blocks(
    _ appraisal: String, _ sipas: String, _ leaders: String, _ social: String, total: String,
    of entity: Identifier<Entity>
  ) throws -> [ScorecardEntry] {
    [
      try Scorecards.row("total", points: total, entity: entity),
      try Scorecards.row("block:appraisal", points: appraisal, entity: entity),
      try Scorecards.row("block:sipas", points: sipas, entity: entity),
      try Scorecards.row("block:leaders", points: leaders, entity: entity),
      try Scorecards.row("block:socioeconomic", points: social, entity: entity),
    ]
  }

  private func breakdown(
    _ entries: [ScorecardEntry], _ kind: YearBreakdown.BreakdownKind = .blocks, edition: Edition? = nil
  ) throws -> YearBreakdown {
    try #require(YearBreakdown(kind, edition: try edition ?? Editions.decision876(), entries: entries))
  }

  @Test func twoUnitsWithEveryBlockAreEnough() throws {
    let breakdown = try breakdown(
      try blocks("57.92", "8.15", "18.29", "2.97", total: "87.33", of: "a")
        + blocks("54.95", "8.5", "18.33", "4.36", total: "86.14", of: "b"))
    #expect(breakdown.isEnough)
    #expect(breakdown.complete.map(\.total) == [try number("87.33"), try number("86.14")])
    let index = try #require(breakdown.index(naming: Self.name))
    #expect(index.units == ["a", "b"] && index.ranks == [1, 2])
    #expect(index.components.map { index.nodes[$0].weight } == [61.5, 10, 22, 6.5])
  }

  @Test func oneUnitIsNoOrder() throws {
    let breakdown = try breakdown(try blocks("57.92", "8.15", "18.29", "2.97", total: "87.33", of: "a"))
    #expect(breakdown.complete.count == 1 && !breakdown.isEnough && breakdown.index(naming: Self.name) == nil)
  }

  @Test func aPartThatASumLeavesIsKnown() throws {
    let rows = try blocks("57.92", "8.15", "18.29", "2.97", total: "87.33", of: "a")
    let breakdown = try breakdown(rows.filter { $0.node != .block("sipas") })
    #expect(breakdown.units.first?.obstacle == nil)
    #expect(breakdown.units.first?.points[1] == (try number("8.15")))
  }

  @Test func whatIsLackingIsSaid() throws {
    let whole = try blocks("57.92", "8.15", "18.29", "2.97", total: "87.33", of: "a")
    func obstacle(_ rows: [ScorecardEntry], _ kind: YearBreakdown.BreakdownKind = .blocks) throws
      -> YearBreakdown.RankingObstacle?
    {
      try breakdown(rows, kind).units.first?.obstacle
    }
    #expect(
      try obstacle(whole.filter { ![.block("sipas"), .block("leaders")].contains($0.node) }) == .missing)
    #expect(try obstacle(whole + [Scorecards.row("block:sipas", points: "7.1", entity: "a")]) == .conflict)
    // The blocks sum to 87.33, which another total contradicts.
    #expect(try obstacle(blocks("57.92", "8.15", "18.29", "2.97", total: "86", of: "a")) == .conflict)
    #expect(
      try obstacle(
        [Scorecards.row("LV1", percent: "93.36", basis: .unstated, entity: "a")], .components) == .basis)
    #expect(
      try obstacle([Scorecards.row("LV1", points: "7", basis: .appraisal, entity: "a")], .components)
        == .basis)
    #expect(try obstacle([Scorecards.row("LV1", rank: 3, entity: "a")], .components) == .ranksOnly)
    #expect(try breakdown(whole, .components).units.isEmpty, "no row on the cut, so not one of its units")
  }

  @Test func rowsOfAnUnstatedBasisCountForNothing() throws {
    let maxima = ["9.5", "10", "13", "10.5", "15", "12", "13.5", "16.5"]
    let rows = try maxima.enumerated().map { offset, points in
      try Scorecards.row("LV\(offset + 1)", points: points, basis: .unstated, entity: "a")
    }
    let breakdown = try breakdown(rows, .components)
    #expect(breakdown.units.first?.knownCount == 0 && breakdown.units.first?.obstacle == .basis)
  }

  @Test func withoutEveryMaximumThereIsNoWeight() throws {
    let edition = try Editions.edition(components: Editions.components(["40", nil, nil]))
    let rows = try ["a", "b"].flatMap { entity in
      try ["10", "11", "12"].enumerated().map {
        try Scorecards.row("LV\($0.offset + 1)", points: $0.element, entity: Identifier(entity))
      }
    }
    let breakdown = try breakdown(rows, .components, edition: edition)
    #expect(
      breakdown.complete.count == 2 && breakdown.maxima == nil && !breakdown.isEnough
        && breakdown.index(naming: Self.name) == nil)
  }

  @Test func theOrderOfTheRowsMakesNoDifference() throws {
    let rows =
      try blocks("57.92", "8.15", "18.29", "2.97", total: "87.33", of: "a")
      + blocks("54.95", "8.5", "18.33", "4.36", total: "86.14", of: "b")
    let (one, other) = (try breakdown(rows), try breakdown(rows.reversed()))
    #expect(one.units.map(\.entity) == other.units.map(\.entity))
    #expect(one.units.map(\.points) == other.units.map(\.points))
  }
}
