/// Computes draws and counts their ranks.
struct DrawCrew {
  private let index: CompositeIndex
  private let settings: RankSimulation.Settings
  private let sampler: WeightSampler
  private let grid: ScoreGrid
  private(set) var tally: RankTally

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    self.index = index
    self.settings = settings
    sampler = WeightSampler(index: index, settings: settings)
    grid = index.scoreGrid
    tally = RankTally(units: index.units.count, countsPairs: settings.countsPairs)
  }

  mutating func simulate(_ draws: Range<Int>) {
    for draw in draws { _ = count(sampled(draw), draw: draw) }
  }

  mutating func record(_ draws: Range<Int>) -> DrawBatch {
    replay(draws.map { sampled($0) }, firstDraw: draws.lowerBound)
  }

  mutating func replay(_ rows: [[Double]], firstDraw: Int) -> DrawBatch {
    DrawBatch(
      firstDraw: firstDraw, count: rows.count, nodes: index.nodes.count, units: index.units.count,
      weights: Array(rows.joined()),
      allRanks: rows.enumerated().flatMap { count($0.element, draw: firstDraw + $0.offset) })
  }

  mutating func varianceShares(_ draws: Range<Int>) -> VarianceTally {
    var tally = VarianceTally(units: index.units.count)
    for draw in draws {
      let weights = sampled(draw)
      switch (
        ranks(weights, values: measured(draw)),
        ranks(weights, values: measured(draw, purpose: .otherMeasurement)),
        ranks(sampled(draw, purpose: .otherWeights), values: measured(draw))
      ) {
      case (.success(let all), .success(let sameWeights), .success(let sameMeasurement)):
        tally.count(draw: draw, all, sameWeights: sameWeights, sameMeasurement: sameMeasurement)
      case (.failure(let excluded), _, _), (_, .failure(let excluded), _), (_, _, .failure(let excluded)):
        tally.exclude(excluded.reason)
      }
    }
    return tally
  }

  private func sampled(_ draw: Int, purpose: RandomStream.Purpose = .weights) -> [Double] {
    var weights = index.weights
    sampler.sample(draw: draw, purpose: purpose, into: &weights)
    return weights
  }

  /// The normalised values of a draw; nil when they can not be normalised.
  private func measured(_ draw: Int, purpose: RandomStream.Purpose = .measurement) -> [[Double?]]? {
    guard let measurement = settings.measurement else { return index.values }
    var stream = RandomStream(seed: settings.seed, draw: draw, purpose: purpose)
    var values = index.values
    for (column, leaf) in index.leaves.enumerated() where !measurement.cells[column].isEmpty {
      let raw = measurement.sample(column: column, leaf: leaf, from: &stream)
      let normalised = try? leaf.normalisation.applied(
        to: raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter)
      guard let normalised else { return nil }
      values[column] = normalised
    }
    return values
  }

  private struct Excluded: Error { let reason: RobustnessResult.Exclusion }

  private func ranks(_ weights: [Double], values: [[Double?]]?) -> Result<[Int32], Excluded> {
    guard let values else { return .failure(Excluded(reason: .noScore)) }
    let ranks = grid.ranks(of: index.scores(weights: weights, values: values)).compactMap { $0 }
    if ranks.count == tally.units { return .success(ranks.map { Int32($0) }) }
    let isZero = index.nodes.contains { node in
      !node.children.isEmpty && node.children.allSatisfy { weights[$0] == 0 }
    }
    return .failure(Excluded(reason: isZero ? .zeroWeights : .noScore))
  }

  private mutating func count(_ weights: [Double], draw: Int) -> [Int32] {
    switch ranks(weights, values: measured(draw)) {
    case .failure(let excluded):
      tally.excluded[excluded.reason, default: 0] += 1
      return [Int32](repeating: 0, count: tally.units)
    case .success(let ranks):
      tally.draws += 1
      for unit in ranks.indices {
        tally.histogram[unit * tally.units + Int(ranks[unit]) - 1] += 1
        for other in tally.above.isEmpty ? 0..<0 : ranks.indices where ranks[unit] < ranks[other] {
          tally.above[unit * tally.units + other] += 1
        }
      }
      return ranks
    }
  }
}
