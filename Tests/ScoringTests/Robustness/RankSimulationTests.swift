import Scoring
import Testing

@Suite struct RankSimulationTests {
  private func settings(
    _ prior: WeightPrior = .uniform(0.25), draws: Int = 400, pairs: Bool = false
  ) -> RankSimulation.Settings {
    RankSimulation.Settings(prior: prior, draws: .fixed(draws), countsPairs: pairs)
  }

  /// Two units that a flat simplex of two weights w and 1 − w ranks: the first is above where w · 4 > (1 − w) · 1,
  /// that is w > 1 ÷ 5.
  @Test func twoUnitsOnASimplexHaveAProbabilityInClosedForm() throws {
    let index = try IndexTree.group(1, [.leaf(3, [4, 0]), .leaf(1, [0, 1])]).index()
    let result = RankSimulation(index: index, settings: settings(.simplex, draws: 4000, pairs: true)).run()
    let share = try #require(result.pairs?.share(of: 0, above: 1))
    #expect(abs(share - 0.8) < 4 * (0.8 * 0.2 / 4000).squareRoot())
    #expect(result.draws == 4000)
    #expect(result.excluded.isEmpty)
    #expect(result.pairs?.above.reduce(0, +) == 4000)
    #expect(result.units.map(\.rank) == [1, 2])
    #expect(result.units[0].ranks.acceptability(of: 1) == share)
  }
}
