import Scoring
import TestSupport
import Testing

@Suite struct ContributionTests {
  private func analysis(
    _ points: [String?], total: String? = nil, edition: Edition
  ) throws -> ScorecardAnalysis {
    var rows = try Scorecards.components(points)
    if let total { rows.append(try Scorecards.row("total", points: total)) }
    return ScorecardAnalysis(entries: rows, edition: edition)
  }

  @Test func sharesOfBacKan2023SumToItsTotal() throws {
    let analysis = ScorecardAnalysis(
      entries: try Scorecards.bacKan2023(), edition: try Editions.decision876())
    let shares = try #require(Contributions.toScore(analysis))
    #expect(try shares.map(\.points).sum == number("84.24") && shares.count == 5)
    let rest = try #require(shares.last)
    #expect(rest.part == .together([5, 6, 7, 8].map(NodeCode.component)))
    #expect(try rest.points == number("43.3923"))
  }

  @Test func oneUnknownPartStandsForItself() throws {
    let analysis = try analysis(
      ["9", "8", "12", "10", "14", "6", "12", nil], total: "80", edition: Editions.decision2948())
    let shares = try #require(Contributions.toScore(analysis))
    #expect(shares.last == Contribution(part: .node(.component(8)), points: ExactDecimal(9)))
  }

  @Test func withoutATotalThereAreNoShares() throws {
    let edition = try Editions.decision2948()
    let without = try analysis(["9", nil], edition: edition)
    let with = try analysis(["9", nil], total: "80", edition: edition)
    #expect(Contributions.toScore(without) == nil)
    #expect(Contributions.toGap(without, with) == nil && Contributions.toGap(with, without) == nil)
  }

  @Test func gapsAreForOneEdition() throws {
    let first = try analysis([nil], total: "80", edition: Editions.decision2948())
    let second = try analysis([nil], total: "70", edition: Editions.decision876())
    #expect(Contributions.toGap(first, second) == nil)
  }

  @Test func aComponentThatAppliesToOneSideOnlyIsNamed() throws {
    let edition = try Editions.edition(
      components: Editions.components(["40", "60"]), componentCount: 2)
    let full = try analysis(["30", "50"], edition: edition)
    let partial = ScorecardAnalysis(
      entries: [
        try Scorecards.row("LV1", applies: false), try Scorecards.row("LV2", points: "45"),
      ], edition: edition)
    for (one, other) in [(full, partial), (partial, full)] {
      let shares = try #require(Contributions.toGap(one, other))
      #expect(shares.contains { $0.part == .node(.component(1)) })
      #expect(shares.map(\.points).sum.magnitude == ExactDecimal(35))
    }
  }

  @Test func generatedSharesSumExactly() throws {
    var random = Random(seed: 11)
    let edition = try Editions.decision876()
    for _ in 0..<100 {
      func scorecard() throws -> ScorecardAnalysis {
        let points = (0..<8).map { _ in
          Bool.random(using: &random) ? random.decimal(from: 0, to: 9, places: 2).text : nil
        }
        return try analysis(points, total: random.decimal(from: 60, to: 95).text, edition: edition)
      }
      let (first, second) = (try scorecard(), try scorecard())
      let (one, other) = (
        try #require(first.node("total").points), try #require(second.node("total").points)
      )
      #expect(try #require(Contributions.toScore(first)).map(\.points).sum == one)
      let gap = try #require(Contributions.toGap(first, second))
      let back = try #require(Contributions.toGap(second, first))
      #expect(gap.map(\.points).sum == one - other && back.map(\.points).sum == other - one)
      let named = gap.flatMap { share in
        switch share.part {
        case .node(let node): [node]
        case .together(let nodes): nodes
        }
      }
      #expect(Set(named).count == named.count, "no component is counted twice")
    }
  }
}
