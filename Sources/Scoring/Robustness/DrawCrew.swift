/// Computes draws and counts their ranks.
struct DrawCrew {
  private let index: CompositeIndex
  private let sampler: WeightSampler
  private let grid: ScoreGrid
  private(set) var tally: RankTally

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    self.index = index
    sampler = WeightSampler(index: index, settings: settings)
    grid = index.scoreGrid
    tally = RankTally(units: index.units.count, countsPairs: settings.countsPairs)
  }

  mutating func simulate(_ draws: Range<Int>) {
    for draw in draws { _ = count(sampled(draw)) }
  }

  mutating func record(_ draws: Range<Int>) -> DrawBatch {
    replay(draws.map(sampled), firstDraw: draws.lowerBound)
  }

  mutating func replay(_ rows: [[Double]], firstDraw: Int) -> DrawBatch {
    DrawBatch(
      firstDraw: firstDraw, count: rows.count, nodes: index.nodes.count, units: index.units.count,
      weights: Array(rows.joined()), allRanks: rows.flatMap { count($0) })
  }

  private func sampled(_ draw: Int) -> [Double] {
    var weights = index.weights
    sampler.sample(draw: draw, purpose: .weights, into: &weights)
    return weights
  }

  private mutating func count(_ weights: [Double]) -> [Int32] {
    let ranks = grid.ranks(of: index.scores(weights: weights)).compactMap { $0 }
    guard ranks.count == tally.units else {
      let isZero = index.nodes.contains { node in
        !node.children.isEmpty && node.children.allSatisfy { weights[$0] == 0 }
      }
      tally.excluded[isZero ? .zeroWeights : .noScore, default: 0] += 1
      return ranks.map { _ in 0 } + [Int32](repeating: 0, count: tally.units - ranks.count)
    }
    tally.draws += 1
    for unit in ranks.indices {
      tally.histogram[unit * tally.units + ranks[unit] - 1] += 1
      for other in tally.above.isEmpty ? 0..<0 : ranks.indices where ranks[unit] < ranks[other] {
        tally.above[unit * tally.units + other] += 1
      }
    }
    return ranks.map { Int32($0) }
  }
}
