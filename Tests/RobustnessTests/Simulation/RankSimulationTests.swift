import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct RankSimulationTests {
  private func result(
    _ tree: IndexTree, _ prior: WeightPrior = .uniform(0.25), _ levels: PerturbedLevels = .components,
    draws: Int = 300, pairs: Bool = false
  ) throws -> RobustnessResult {
    try RankSimulation(
      index: tree.index(),
      settings: RankSimulation.Settings(
        prior: prior, levels: levels, draws: .fixed(draws), countsPairs: pairs)
    ).run()
  }

  // MARK: Closed forms

  /// On a flat simplex of two weights w and 1 − w, the first unit is above where 4w > 1 − w, that is w > 1 ÷ 5.
  @Test func twoUnitsOnASimplexHaveAProbabilityInClosedForm() throws {
    let result = try result(
      .group(1, [.leaf(3, [4, 0]), .leaf(1, [0, 1])]), .simplex, draws: 4000, pairs: true)
    let share = try #require(result.pairs?.share(of: 0, above: 1))
    #expect(abs(share - 0.8) < 4 * (0.8 * 0.2 / 4000).squareRoot())
    #expect(result.draws == 4000)
    #expect(result.excluded.isEmpty)
    #expect(result.pairs?.above.reduce(0, +) == 4000)
    #expect(result.units.map(\.rank) == [1, 2])
    #expect(result.units[0].ranks.acceptability(of: 1) == share)
    #expect(result.reachedErrorBound == nil)
  }

  /// Weights 1 and 1 times factors f and g uniform in ±p: the first unit is above where f > k · g. With p = 1 ÷ 4 and k
  /// = 6 ÷ 5, the area of {f > k g} is ½ · (5 ÷ 4 − k · 3 ÷ 4)² ÷ k, out of the square's ¼.
  @Test func twoUnitsUnderUniformWeightsHaveAProbabilityInClosedForm() throws {
    let result = try result(
      .group(1, [.leaf(1, [5, 0]), .leaf(1, [0, 6])]), .uniform(0.25), draws: 4000, pairs: true)
    let side = 1.25 - 1.2 * 0.75
    let expected = side * side / 1.2 / 2 / 0.25
    let share = try #require(result.pairs?.share(of: 0, above: 1))
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 4000).squareRoot())
  }

  // MARK: Ties and degenerate tables

  @Test func oneUnitIsAlwaysFirst() throws {
    let result = try result(.group(1, [.leaf(1, [3]), .leaf(2, [1])]), pairs: true)
    #expect(result.units.map(\.ranks.counts) == [[300]])
    #expect(result.pairs?.above == [0])
  }

  @Test func equalUnitsShareTheFirstRank() throws {
    let result = try result(
      .group(1, [.leaf(1, [3, 3, 3]), .leaf(2, [1, 1, 1])]), .simplex, .leaves, pairs: true)
    #expect(result.units.allSatisfy { $0.ranks.counts == [300, 0, 0] })
    #expect(result.pairs?.above.allSatisfy { $0 == 0 } == true)
  }

  /// 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in binary, and without the grid the ranks would too, in half of the
  /// draws.
  @Test func unitsThatAreEqualOnPaperTieInEveryDraw() throws {
    let result = try result(
      .group(
        1,
        [
          .group(1, [.leaf(1, [0.1, 0.3, 0]), .leaf(1, [0.2, 0.2, 0]), .leaf(1, [0.3, 0.1, 0])]),
          .leaf(2, [0.7, 0.7, 0.1]), .leaf(3, [0.1, 0.1, 0.9]),
        ]), .simplex, draws: 3000, pairs: true)
    #expect(result.pairs?.share(of: 0, above: 1) == 0)
    #expect(result.pairs?.share(of: 1, above: 0) == 0)
    #expect(result.units[0].ranks == result.units[1].ranks)
    #expect(result.units[2].ranks.acceptability(of: 2) == 0)
  }

  @Test func aConstantIndicatorChangesNothingAndIsLeftOut() throws {
    let parts: [IndexTree] = [.leaf(1, [1, 2, 3]), .leaf(2, [5, 1, 4])]
    let constant = IndexTree.leaf(0.5, [7, 7, 7], normalisation: .minMax(low: 0, high: 1))
    let index = try IndexTree.group(1, parts + [constant]).index()
    #expect(index.leftOut.map(\.code) == ["r.3"])
    let without = try result(.group(1, parts), draws: 100)
    let with = try result(.group(1, parts + [constant]), draws: 100)
    #expect(with.units.map(\.ranks.draws) == without.units.map(\.ranks.draws))
    #expect(with.units.map(\.rank) == without.units.map(\.rank))
    #expect(with.excluded.isEmpty)
  }

  @Test func aWeightOfZeroStaysZero() throws {
    let result = try result(
      .group(1, [.leaf(1, [2, 1]), .leaf(0, [0, 1000])]), .simplex, .all, pairs: true)
    #expect(result.pairs?.share(of: 0, above: 1) == 1)
  }

  @Test func unitsWithoutValuesTakeNoPartAndMissingIsNotZero() throws {
    let tree = IndexTree.group(1, [.leaf(1, [1, nil, 3]), .leaf(2, [2, nil, nil])])
    let index = try tree.index()
    #expect(index.units == ["unit 0", "unit 2"])
    let result = try result(tree)
    // The second value is unknown, so only the first counts, and its 3 is more than any mean of 1 and 2.
    #expect(result.units.map(\.ranks.counts) == [[0, 300], [300, 0]])
    #expect(result.draws == 300)
  }

  @Test func noDrawsGiveNoStatistics() throws {
    for count in [0, -5] {
      let result = try result(.group(1, [.leaf(1, [1, 2])]), draws: count)
      #expect(result.draws == 0)
      #expect(result.units.map(\.rank) == [2, 1])
      #expect(result.units.allSatisfy { $0.ranks.mean == nil })
    }
  }

  // MARK: Excluded draws

  /// −1 and 1 under one arithmetic node: the sign of its value depends on the draw, and the geometric node above is
  /// undefined where it is negative.
  @Test func drawsWithoutAScoreAreCounted() throws {
    let tree = IndexTree.group(
      1, [.group(1, [.leaf(1, [-1, 1]), .leaf(1, [1, 2])]), .leaf(1, [3, 3])], aggregation: .geometric)
    let result = try result(tree, .uniform(0.25), .leaves, draws: 2000)
    let excluded = try #require(result.excluded[.noScore])
    #expect(result.draws + excluded == 2000)
    #expect(abs(Double(excluded) / 2000 - 0.5) < 4 * (0.25 / 2000).squareRoot())
    #expect(result.excluded[.zeroWeights] == nil)
    #expect(result.units.allSatisfy { $0.ranks.draws == result.draws })
    #expect(result.units.map(\.ranks.counts) == [[0, result.draws], [result.draws, 0]])
  }

  // MARK: The number of draws

  private func tree() -> IndexTree {
    .group(
      1,
      [
        .group(2, [.leaf(1, [1, 2, 3, 4, 5]), .leaf(3, [5, 3, 4, 1, nil])]), .leaf(1, [3, 3, 1, 5, 2]),
        .leaf(2, [1, 5, 2, 3, 4]),
      ])
  }

  @Test func threadsDoNotChangeTheResult() throws {
    let index = try tree().index()
    for draws in [1, 7, 1500] {
      var settings = RankSimulation.Settings(
        prior: .dirichlet(concentration: 3), levels: .all, draws: .fixed(draws), countsPairs: true)
      let alone = RankSimulation(index: index, settings: settings).run()
      let shares = RankSimulation(index: index, settings: settings).varianceShares()
      for threads in [0, 2, 3, 8] {
        settings.threads = threads
        let simulation = RankSimulation(index: index, settings: settings)
        let result = simulation.run()
        #expect(result.units.map(\.ranks) == alone.units.map(\.ranks))
        #expect(result.pairs == alone.pairs)
        #expect(result.draws == draws)
        var recorded: [Int] = []
        let again = try simulation.run { batch in
          recorded += batch.firstDraw..<batch.firstDraw + batch.count
        }
        #expect(recorded == Array(0..<draws))
        #expect(again.pairs == alone.pairs)
        #expect(simulation.varianceShares().units.map(\.weights) == shares.units.map(\.weights))
      }
    }
  }

  @Test func moreDrawsBeginWithTheSameOnes() throws {
    let index = try tree().index()
    var rows: [[[Double]]] = []
    for draws in [10, 1030] {
      var weights: [[Double]] = []
      _ = try RankSimulation(
        index: index, settings: RankSimulation.Settings(draws: .fixed(draws), seed: 3)
      ).run { batch in
        weights += (batch.firstDraw..<batch.firstDraw + batch.count).map(batch.rawWeights)
      }
      rows.append(weights)
    }
    #expect(rows[0] == Array(rows[1].prefix(10)))
    #expect(Set(rows[1]).count == 1030)
  }

  @Test func theSeedChangesTheDraws() throws {
    let index = try tree().index()
    let counts = [1, 2].map { seed in
      RankSimulation(index: index, settings: RankSimulation.Settings(draws: .fixed(500), seed: seed))
        .run().units.map(\.ranks)
    }
    #expect(counts[0] != counts[1])
  }

  @Test func theStopRuleEndsAtACheckWhenTheErrorsAreSmall() throws {
    let index = try tree().index()
    func run(_ draws: RankSimulation.DrawCount) -> RobustnessResult {
      RankSimulation(
        index: index, settings: RankSimulation.Settings(prior: .simplex, levels: .all, draws: draws)
      ).run()
    }
    let loose = run(.untilError(0.5, atMost: 100_000))
    #expect(loose.reachedErrorBound == true)
    #expect(loose.draws == 1024)
    let bound = 0.03
    let tight = run(.untilError(bound, atMost: 100_000))
    #expect(tight.reachedErrorBound == true)
    #expect(tight.draws > 1024 && tight.draws.nonzeroBitCount == 1)
    #expect(tight.units.map(\.ranks) == run(.fixed(tight.draws)).units.map(\.ranks))
    func greatestError(_ result: RobustnessResult) -> Double {
      result.units.flatMap { unit in
        [unit.ranks.meanError] + [0.05, 0.5, 0.95].map(unit.ranks.percentileError)
      }.compactMap { $0 }.max() ?? 0
    }
    #expect(greatestError(tight) <= bound)
    #expect(greatestError(run(.fixed(tight.draws / 2))) > bound)
    let stopped = run(.untilError(1e-9, atMost: 1500))
    #expect(stopped.reachedErrorBound == false)
    #expect(stopped.draws == 1500)
  }
}
