import Scoring
import TestSupport
import Testing

@Suite struct ScoreChangeTests {
  private func analysis(
    _ points: [String?], total: String?, year: Int, edition: Edition?
  ) throws -> ScorecardAnalysis {
    var rows = try Scorecards.components(points, year: year)
    if let total { rows.append(try Scorecards.row("total", points: total, year: year)) }
    return ScorecardAnalysis(entries: rows, edition: edition)
  }

  @Test func withinOneEditionTheProvinceDidItAll() throws {
    let edition = try Editions.decision876()
    let change = try #require(
      ScoreChange(
        from: analysis(["9", "8"], total: "80", year: 2022, edition: edition),
        to: analysis(["9.5", "7"], total: "84", year: 2023, edition: edition)))
    #expect(!change.crossesEditions && change.fromYear == 2022 && change.toYear == 2023)
    #expect(change.parts.allSatisfy { $0.weights == .zero })
    #expect(try change.parts.map(\.performance) == [number("0.5"), number("-1")])
    #expect(try change.unexplained == number("4.5"))
    #expect(change.unexplainedComponents == (3...8).map(NodeCode.component))
  }

  /// A province with constant rates gains and loses by the weights alone.
  @Test func sameRatesAcrossEditionsAreTheWeights() throws {
    let before = try Editions.edition(
      id: "old", components: Editions.components(["40", "60"]), componentCount: 2)
    let after = try Editions.edition(
      id: "new", components: Editions.components(["50", "50"]), componentCount: 2)
    let change = try #require(
      ScoreChange(
        from: analysis(["20", "54"], total: nil, year: 2021, edition: before),
        to: analysis(["25", "45"], total: nil, year: 2022, edition: after)))
    #expect(change.crossesEditions && change.unexplained == .zero && change.unexplainedComponents.isEmpty)
    #expect(change.parts.map(\.performance) == [.zero, .zero])
    #expect(try change.parts.map(\.weights) == [number("5"), number("-9")])
    #expect(change.change == ExactDecimal(-4))
  }

  @Test func theSplitFollowsItsFormula() throws {
    let before = try Editions.edition(
      id: "old", components: Editions.components(["10", "90"]), componentCount: 2)
    let after = try Editions.edition(
      id: "new", components: Editions.components(["13", "87"]), componentCount: 2)
    let change = try #require(
      ScoreChange(
        from: analysis(["7", nil], total: "80", year: 2021, edition: before),
        to: analysis(["10", nil], total: "80", year: 2022, edition: after)))
    // (13 − 10)(7/10 + 10/13)/2 = 2.2038…
    #expect(try change.parts.first?.weights == number("2.2038"))
    #expect(try change.parts.first?.performance == number("0.7962"))
    // (13 − 10)(10/13 − 7/10) = 0.20769…, half of it in each of the two.
    #expect(try change.parts.first?.interaction == number("0.2077"))
  }

  @Test func unknownMaximaStayUnexplained() throws {
    let change = try #require(
      ScoreChange(
        from: analysis(["9", "9"], total: "80", year: 2023, edition: Editions.decision876()),
        to: analysis(["9.5", "9.9"], total: "85", year: 2024, edition: Editions.set2024())))
    #expect(change.crossesEditions && change.parts.map(\.component) == [.component(1)])
    #expect(change.unexplainedComponents.contains(.component(2)))
  }

  @Test func componentsOfTheEarlierEditionAloneAreNamed() throws {
    let before = try Editions.edition(
      id: "old", components: Editions.components(["40", "50", "10"]), componentCount: 3)
    let after = try Editions.edition(
      id: "new", components: Editions.components(["50", "50"]), componentCount: 2)
    let change = try #require(
      ScoreChange(
        from: analysis(["30", "40", "8"], total: nil, year: 2021, edition: before),
        to: analysis(["40", "40"], total: nil, year: 2022, edition: after)))
    #expect(change.unexplainedComponents == [.component(3)])
    #expect(change.unexplained == ExactDecimal(-8))
  }

  @Test func anUnknownEditionIsNeverTakenForTheSame() throws {
    let change = try #require(
      ScoreChange(
        from: analysis(["9"], total: "80", year: 2010, edition: nil),
        to: analysis(["9"], total: "85", year: 2011, edition: nil)))
    #expect(change.crossesEditions && change.parts.isEmpty)
    #expect(change.unexplained == ExactDecimal(5))
  }

  @Test func withoutATotalThereIsNoChange() throws {
    let edition = try Editions.decision876()
    let known = try analysis([nil], total: "80", year: 2022, edition: edition)
    let unknown = try analysis(["9"], total: nil, year: 2023, edition: edition)
    #expect(ScoreChange(from: known, to: unknown) == nil)
    #expect(ScoreChange(from: unknown, to: known) == nil)
  }

  @Test func generatedChangesSumExactly() throws {
    var random = Random(seed: 12)
    let editions = [try Editions.decision876(), try Editions.decision2948(), try Editions.set2024()]
    for round in 0..<120 {
      func scorecard(_ year: Int) throws -> ScorecardAnalysis {
        let points = (0..<8).map { _ in
          Int.random(in: 0..<4, using: &random) == 0 ? nil : random.decimal(from: 0, to: 7, places: 2).text
        }
        return try analysis(
          points, total: random.decimal(from: 40, to: 90).text, year: year,
          edition: editions[(round + year) % 3])
      }
      let (first, second) = (try scorecard(2022), try scorecard(2022 + round % 2))
      let change = try #require(ScoreChange(from: first, to: second))
      let performance = change.parts.map(\.performance).sum
      #expect(performance + change.parts.map(\.weights).sum + change.unexplained == change.change)
      let (last, early) = (
        try #require(second.node("total").points), try #require(first.node("total").points)
      )
      #expect(change.change == last - early)
    }
  }
}
