import Robustness
import Scoring
import Testing

/// How the libraries are used from another package: what stands here is all that is public of them, at work.
struct WorkedExampleTests {
  private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

  /// Three made-up communes on a framework of points, exactly. What one of them did not report stays unknown: its index
  /// is an interval, and ranks that hang on it are bounds.
  @Test func pointsAreScoredExactly() throws {
    let framework = try Framework(nodes: [
      Framework.FrameworkNode(code: "all", maximum: ExactDecimal(100), parent: nil),
      Framework.FrameworkNode(code: "services", maximum: ExactDecimal(60), parent: "all"),
      Framework.FrameworkNode(code: "online", maximum: ExactDecimal(40), parent: "services"),
      Framework.FrameworkNode(code: "counter", maximum: ExactDecimal(20), parent: "services"),
      Framework.FrameworkNode(code: "finance", maximum: ExactDecimal(40), parent: "all"),
    ])
    let table = try ScoreTable(units: [
      ScoreTable.ScoredUnit(
        name: "An",
        scores: [
          "online": .points(decimal("35.5")), "counter": .points(decimal("15")),
          "finance": .points(decimal("30")),
        ]),
      ScoreTable.ScoredUnit(
        name: "Bình", scores: ["online": .points(decimal("30")), "finance": .points(decimal("36.25"))]),
      ScoreTable.ScoredUnit(
        name: "Cát", scores: ["services": .points(decimal("40")), "finance": .points(decimal("20"))]),
    ])
    let lines = FrameworkScorer(framework: framework).scores(of: table).map { score in
      let index = score.index.map { $0.isExact ? "\($0.lower)" : "\($0.lower) to \($0.upper)" } ?? "unknown"
      let rank = score.rank.map { "\($0)" } ?? score.rankBounds.map { "\($0.lowerBound) to \($0.upperBound)" }
      return "\(score.unit): \(index), rank \(rank ?? "unknown"), missing \(score.missing)"
    }
    #expect(
      lines == [
        "An: 80.5, rank 1 to 2, missing []",
        "Bình: 66.25 to 86.25, rank 1 to 2, missing [\"all\", \"services\", \"counter\"]",
        "Cát: 60, rank 3, missing [\"online\", \"counter\"]",
      ])
  }

  /// Three made-up districts on a framework of weights: how firm their ranks are when the weights change by a quarter.
  @Test func ranksAreStressed() throws {
    let framework = try Framework(nodes: [
      Framework.FrameworkNode(code: "all", parent: nil, weight: nil),
      Framework.FrameworkNode(
        code: "minutes", parent: "all", weight: 2, normalisation: .minMax(low: 0, high: 100),
        lowerIsBetter: true),
      Framework.FrameworkNode(
        code: "reach", parent: "all", weight: 1, normalisation: .minMax(low: 0, high: 100)),
    ])
    let values: [(String, Double, Double)] = [("Đông", 4, 62), ("Nam", 5, 95), ("Tây", 9, 40)]
    let table = ScoreTable(
      units: values.map { name, minutes, reach in
        ScoreTable.ScoredUnit(name: name, scores: ["minutes": .value(minutes), "reach": .value(reach)])
      })
    let index = try CompositeIndex(framework: framework, table: table)
    #expect(index.ranks == [2, 1, 3])

    let simulation = RankSimulation(
      index: index, settings: .init(prior: .uniform(0.25), draws: .fixed(10_000)))
    let result = simulation.run()
    let first = result.units.map { unit in
      "\(unit.name) leads in \(Int(((unit.ranks.acceptability(of: 1) ?? 0) * 100).rounded()))% of the draws"
    }
    #expect(
      first == [
        "Đông leads in 2% of the draws", "Nam leads in 98% of the draws", "Tây leads in 0% of the draws",
      ])

    let ranges = RankRanges.within(0.25, levels: .components, of: index)
    #expect(
      ranges.map { "\(index.units[$0.unit]): rank \($0.best.lowerBound) to \($0.worst.upperBound)" }
        == ["Đông: rank 1 to 2", "Nam: rank 1 to 2", "Tây: rank 3 to 3"])

    let flips = FlipPoints.smallest(in: index).map { pair in
      let pass = "\(index.units[pair.below]) passes \(index.units[pair.above])"
      guard let flip = pair.flip, let change = flip.change else { return pass + ": never" }
      return pass + ": \(index.nodes[flip.component].code) \(Int((change * 100).rounded()))%"
    }
    #expect(flips == ["Đông passes Nam: reach -33%", "Tây passes Nam: never", "Tây passes Đông: never"])
  }

  @Test func faultsAreNamed() throws {
    do {
      _ = try Framework(nodes: [
        Framework.FrameworkNode(code: "all", maximum: ExactDecimal(100), parent: nil),
        Framework.FrameworkNode(code: "part", maximum: ExactDecimal(90), parent: "all"),
        Framework.FrameworkNode(code: "part", maximum: ExactDecimal(10), parent: "nowhere"),
      ])
      Issue.record("A framework that is no tree was taken.")
    } catch {
      #expect(error.faults == [.duplicate("part"), .unknownParent(code: "part", parent: "nowhere")])
    }
  }
}
