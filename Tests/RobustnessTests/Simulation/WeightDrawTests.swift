import Robustness
import Scoring
import TestSupport
import Testing

/// The raw weights of every draw, as passed on by the simulation.
@Suite struct WeightDrawTests {
  private func draws(
    _ index: CompositeIndex, _ prior: WeightPrior, _ levels: PerturbedLevels, count: Int = 2000
  ) throws -> [[Double]] {
    var rows: [[Double]] = []
    _ = try RankSimulation(
      index: index,
      settings: RankSimulation.Settings(prior: prior, levels: levels, draws: .fixed(count), seed: 5)
    ).run { batch in
      for draw in batch.firstDraw..<batch.firstDraw + batch.count { rows.append(batch.rawWeights(draw)) }
    }
    return rows
  }

  /// A root with a leaf of weight 2, a group of weight 3 and a leaf of weight 0; the group has leaves of weight 1, 4
  /// and 5. Positions: 0 root, 1 leaf, 2 group, 3–5 its leaves, 6 leaf.
  private func uneven() throws -> CompositeIndex {
    try IndexTree.group(
      1,
      [
        .leaf(2, [1, 2]), .group(3, [.leaf(1, [1, 2]), .leaf(4, [2, 1]), .leaf(5, [2, 1])]),
        .leaf(0, [1, 1]),
      ]
    ).index()
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test func uniformWeightsStayWithinTheirBoundsAndFillThem() throws {
    for share in [0, 0.25, 1] {
      for row in try draws(uneven(), .uniform(share), .all, count: 500) {
        for (weight, nominal) in zip(row, [1.0, 2, 3, 1, 4, 5, 0]) where nominal > 0 {
          #expect(weight >= nominal * (1 - share) - 1e-12 && weight <= nominal * (1 + share) + 1e-12)
        }
        #expect(row[0] == 1)
        #expect(row[6] == 0)
        // After scaling, a share w is between w(1 − p) ÷ (w(1 − p) + (1 − w)(1 + p)) and the same with p negated.
        let drawn = row[4] / (row[3] + row[4] + row[5])
        #expect(drawn >= 0.4 * (1 - share) / (0.4 * (1 - share) + 0.6 * (1 + share)) - 1e-12)
        #expect(drawn <= 0.4 * (1 + share) / (0.4 * (1 + share) + 0.6 * (1 - share)) + 1e-12)
      }
    }
    let factors = try draws(uneven(), .uniform(0.25), .leaves).map { $0[5] / 5 }
    #expect(abs(mean(factors) - 1) < 4 * 0.25 / (3.0 * 2000).squareRoot())
    #expect((factors.min() ?? 1) < 0.752)
    #expect((factors.max() ?? 1) > 1.248)
  }

  @Test func onlyTheChosenLevelsChange() throws {
    let nominal = [1.0, 2, 3, 1, 4, 5, 0]
    let changed: [PerturbedLevels: Set<Int>] = [
      .components: [1, 2], .leaves: [1, 3, 4, 5], .all: [1, 2, 3, 4, 5],
    ]
    for (levels, positions) in changed {
      for prior in [WeightPrior.uniform(0.25), .dirichlet(concentration: 8), .simplex] {
        let rows = try draws(uneven(), prior, levels, count: 20)
        for position in nominal.indices {
          let isSame = rows.allSatisfy { $0[position] == nominal[position] }
          // The only perturbed child of the root keeps its weight, because no sibling shares it.
          let isAlone = levels == .leaves && position == 1 && prior != .uniform(0.25)
          #expect(isSame == (!positions.contains(position) || isAlone), "\(levels), \(prior), \(position)")
        }
      }
    }
  }

  @Test func dirichletWeightsHaveTheirMeanAndVariance() throws {
    for concentration in [0.8, 5, 200] {
      let rows = try draws(uneven(), .dirichlet(concentration: concentration), .leaves, count: 4000)
      for (position, share) in [(3, 0.1), (4, 0.4), (5, 0.5)] {
        let drawn = rows.map { $0[position] / ($0[3] + $0[4] + $0[5]) }
        let variance = share * (1 - share) / (concentration + 1)
        #expect(abs(mean(drawn) - share) < 4 * (variance / 4000).squareRoot())
        let squares = drawn.map { ($0 - share) * ($0 - share) }
        let spread = mean(squares.map { ($0 - variance) * ($0 - variance) })
        #expect(abs(mean(squares) - variance) < 4 * (spread / 4000).squareRoot())
      }
      // The leaves share the raw weight of their group.
      #expect(rows.allSatisfy { abs($0[3] + $0[4] + $0[5] - 10) < 1e-9 })
    }
  }

  /// With a tiny concentration one sibling takes all, and no number underflows on the way.
  @Test func aTinyConcentrationGivesWholeWeights() throws {
    let rows = try draws(uneven(), .dirichlet(concentration: 1e-4), .leaves)
    let winners = [3, 4, 5].map { position in rows.count { $0[position] > 9.999 } }
    #expect(winners.reduce(0, +) > 1980)
    for (winner, share) in zip(winners, [0.1, 0.4, 0.5]) {
      #expect(abs(Double(winner) / 2000 - share) < 4 * (share * (1 - share) / 2000).squareRoot() + 0.01)
    }
    #expect(rows.allSatisfy { $0.allSatisfy { $0.isFinite && $0 >= 0 } })
  }

  @Test func aSimplexIsFlat() throws {
    let rows = try draws(uneven(), .simplex, .leaves)
    for position in 3...5 {
      let drawn = rows.map { $0[position] / 10 }
      #expect(abs(mean(drawn) - 1 / 3.0) < 4 * (1 / 18.0 / 2000).squareRoot())
      // A share of three on a flat simplex is below t with probability 1 − (1 − t)².
      let below = Double(drawn.count { $0 < 0.5 }) / 2000
      #expect(abs(below - 0.75) < 4 * (0.75 * 0.25 / 2000).squareRoot())
    }
  }
}
