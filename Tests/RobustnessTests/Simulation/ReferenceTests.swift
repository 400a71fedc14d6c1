import Robustness
import Scoring
import TestSupport
import Testing

/// The simulation computes eight draws at a time on collapsed trees. These tests compare every rank with an evaluator
/// that goes node by node.
@Suite struct ReferenceTests {
  /// The ranks of a draw by definition; nil when the draw is excluded.
  private func ranks(of index: CompositeIndex, _ weights: [Double]) -> [Int]? {
    let nominal = index.nodeValues(weights: index.weights)
    let values = index.nodeValues(weights: weights)
    for (position, node) in index.nodes.enumerated() where !node.children.isEmpty {
      for unit in index.units.indices where values[position][unit] == nil {
        let known = node.children.filter { values[$0][unit] != nil }
        if known.isEmpty { continue }
        // Zero weight where the weights of the framework give some, or an undefined value.
        let isZero = known.allSatisfy { weights[$0] == 0 }
        if !isZero || nominal[position][unit] != nil { return nil }
      }
    }
    let ranks = index.scoreGrid.ranks(of: index.scores(weights: weights)).compactMap { $0 }
    return ranks.count == index.units.count ? ranks : nil
  }

  private func expectReference(
    _ index: CompositeIndex, _ settings: RankSimulation.Settings, _ label: String
  ) throws {
    var rows: [[Double]] = []
    var found: [[Int]?] = []
    let simulation = RankSimulation(index: index, settings: settings)
    let result = try simulation.run { batch in
      for draw in batch.firstDraw..<batch.firstDraw + batch.count {
        rows.append(batch.rawWeights(draw))
        found.append(batch.ranks(draw))
      }
    }
    for (draw, weights) in rows.enumerated() {
      #expect(found[draw] == ranks(of: index, weights), "\(label), draw \(draw)")
    }
    #expect(result.draws == found.count { $0 != nil })
    #expect(result.draws + result.excluded.values.reduce(0, +) == settings.draws.most)
    for (unit, each) in result.units.enumerated() {
      let counts = (1...index.units.count).map { rank in found.count { $0?[unit] == rank } }
      #expect(each.ranks.counts == counts, "\(label)")
    }
    for (first, second) in [(0, 1), (1, 0)] where index.units.count > 1 {
      let above = found.count { $0.map { $0[first] < $0[second] } ?? false }
      #expect(result.pairs?.above[first * index.units.count + second] == above, "\(label)")
    }

    // Replaying the same weights gives the same ranks, although no subtree is collapsed then.
    var given = rows[...]
    var replayed: [[Int]?] = []
    let again = try simulation.replay(
      next: { limit in
        defer { given = given.dropFirst(min(limit, 7)) }
        return Array(given.prefix(min(limit, 7)))
      },
      batches: { batch in
        for draw in batch.firstDraw..<batch.firstDraw + batch.count {
          #expect(batch.rawWeights(draw) == rows[draw])
          replayed.append(batch.ranks(draw))
        }
      })
    #expect(replayed == found, "\(label)")
    #expect(again.pairs == result.pairs)
    #expect(again.excluded == result.excluded)
    #expect(again.units.map(\.ranks) == result.units.map(\.ranks))
  }

  @Test func ranksAreThoseOfTheReference() throws {
    var random = Random(seed: 20)
    let priors: [WeightPrior] = [
      .uniform(0.25), .uniform(1), .simplex, .dirichlet(concentration: 20), .dirichlet(concentration: 0.01),
    ]
    var compared = 0
    for tree in 0..<300 {
      let units = Int.random(in: 1...9, using: &random)
      guard let index = try? IndexTree.random(units: units, using: &random).index() else { continue }
      let prior = priors[tree % priors.count]
      let levels = PerturbedLevels.allCases[tree % 3]
      try expectReference(
        index,
        RankSimulation.Settings(
          prior: prior, levels: levels, draws: .fixed(14), seed: UInt64(tree), countsPairs: true),
        "tree \(tree), \(prior), \(levels)")
      compared += 1
    }
    #expect(compared > 250)
  }

  @Test func largeScoresAreRankedLikeTheReference() throws {
    var random = Random(seed: 21)
    for magnitude in [1e-12, 1e6, 1e12, 3e14] {
      let values = (0..<4).map { _ in
        (0..<20).map { _ in magnitude * Double.random(in: -1...1, using: &random) as Double? }
      }
      let index = try IndexTree.group(1, values.map { .leaf(1, $0) }).index()
      try expectReference(
        index, RankSimulation.Settings(draws: .fixed(30), countsPairs: true), "\(magnitude)")
    }
  }

  /// Infinite summands: the logarithm of zero, and the reciprocals of zero and of a number too small to have one.
  @Test func zerosAndTinyValuesAreRankedLikeTheReference() throws {
    let values: [Double?] = [0, .leastNonzeroMagnitude, .leastNormalMagnitude / 8, 0.5, 1, nil, 0]
    for aggregation in [Aggregation.geometric, .harmonic] {
      let tree = IndexTree.group(
        1,
        [
          .group(1, [.leaf(1, values), .leaf(0, values.reversed())], aggregation: aggregation),
          .leaf(2, values.reversed()), .leaf(3, [1, 1, 0, 1, 1, 1, 1]),
        ], aggregation: aggregation)
      for prior in [WeightPrior.uniform(1), .dirichlet(concentration: 0.01)] {
        try expectReference(
          tree.index(),
          RankSimulation.Settings(prior: prior, levels: .all, draws: .fixed(60), countsPairs: true),
          "\(aggregation), \(prior)")
      }
    }
  }

  /// A single component has no siblings to share its weight with, and the whole tree is one column.
  @Test func anIndexOfWhichNothingChangesIsRanked() throws {
    for part in [
      IndexTree.leaf(1, [2, 3, 3, 1]), .group(1, [.leaf(2, [2, nil, 3, 1]), .leaf(1, [1, 1, 2, 2])]),
    ] {
      try expectReference(
        IndexTree.group(1, [part]).index(),
        RankSimulation.Settings(prior: .simplex, draws: .fixed(5), countsPairs: true), "one component")
    }
  }

  @Test func manyUnitsAreRankedLikeTheReference() throws {
    var random = Random(seed: 22)
    for units in [4, 63, 64, 65, 257] {
      let groups = (0..<3).map { _ in
        IndexTree.group(
          1,
          (0..<5).map { _ in
            .leaf(1, (0..<units).map { _ in Double(Int.random(in: 0...20, using: &random)) as Double? })
          })
      }
      try expectReference(
        IndexTree.group(1, groups).index(),
        RankSimulation.Settings(
          prior: .simplex, levels: .leaves, draws: .fixed(9), threads: 2, countsPairs: true), "\(units)")
    }
  }
}
