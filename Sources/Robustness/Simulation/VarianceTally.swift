/// Sums of ranks and of squared differences over draws, as whole numbers, by batch.
struct VarianceTally: Sendable {
  /// The sums of one unit in one batch, over its ranks with (W, M), (W, M′) and (W′, M).
  struct Sums: Sendable {
    /// The sum of the three ranks, and of their squares.
    package var ranks = 0
    var squares = 0
    /// The squared difference of the ranks with (W, M) and (W, M′), which the weights do not explain.
    var sameWeights = 0
    /// The squared difference of the ranks with (W, M) and (W′, M), which the measurement does not explain.
    var sameMeasurement = 0

    static func += (total: inout Sums, part: Sums) {
      total.ranks += part.ranks
      total.squares += part.squares
      total.sameWeights += part.sameWeights
      total.sameMeasurement += part.sameMeasurement
    }
  }

  /// The number of batches; draws are dealt to them in turn.
  static let batches = 32

  package let units: Int
  private var sums: [Sums]
  private var counts = [Int](repeating: 0, count: batches)
  private(set) var excluded: [RobustnessResult.Exclusion: Int] = [:]

  init(units: Int) {
    self.units = units
    sums = [Sums](repeating: Sums(), count: units * Self.batches)
  }

  var draws: Int { counts.reduce(0, +) }

  mutating func exclude(_ reason: RobustnessResult.Exclusion) { excluded[reason, default: 0] += 1 }

  /// Counts a draw: `ranks` holds those with (W, M), then those with (W′, M); `others` starts with those of (W, M′).
  mutating func count(draw: Int, ranks: [Int32], others: [Int32]) {
    let batch = draw % Self.batches
    counts[batch] += 1
    for unit in 0..<units {
      let (rank, second, third) = (Int(ranks[unit]), Int(others[unit]), Int(ranks[units + unit]))
      sums[batch * units + unit] += Sums(
        ranks: rank + second + third, squares: rank * rank + second * second + third * third,
        sameWeights: (rank - second) * (rank - second), sameMeasurement: (rank - third) * (rank - third))
    }
  }

  static func += (total: inout VarianceTally, part: VarianceTally) {
    for place in total.sums.indices { total.sums[place] += part.sums[place] }
    for batch in total.counts.indices { total.counts[batch] += part.counts[batch] }
    total.excluded.merge(part.excluded, uniquingKeysWith: +)
  }

  /// The shares in the order of `names`; `order` gives the unit at each place of the tally.
  func shares(names: [String], order: [Int]) -> VarianceShares {
    var place = order
    for (position, unit) in order.enumerated() { place[unit] = position }
    return VarianceShares(
      units: names.indices.map { self.unit(place[$0], name: names[$0]) }, draws: draws, excluded: excluded)
  }

  private func unit(_ unit: Int, name: String) -> VarianceShares.UnitVariance {
    var all = Sums()
    for batch in 0..<Self.batches { all += sums[batch * units + unit] }
    func without(_ variance: Double?) -> VarianceShares.UnitVariance {
      VarianceShares.UnitVariance(
        name: name, rankVariance: variance, weights: nil, measurement: nil, interaction: nil)
    }
    guard draws > 0 else { return without(nil) }
    // Integer arithmetic shows exactly whether the ranks vary.
    let ranks = Int128(all.ranks)
    guard Int128(all.squares) * Int128(3 * draws) != ranks * ranks else { return without(0) }
    let mean = Double(all.ranks) / Double(3 * draws)
    let variance = all.squaresAbout(mean, draws: draws) / Double(3 * draws)
    // The shares of variance not explained by the weights, and not by the measurement.
    let notWeights = Double(all.sameWeights) / Double(2 * draws) / variance
    let notMeasurement = Double(all.sameMeasurement) / Double(2 * draws) / variance
    var spread = (weights: 0.0, measurement: 0.0, interaction: 0.0)
    for batch in 0..<Self.batches {
      let part = sums[batch * units + unit]
      let own = part.squaresAbout(mean, draws: counts[batch]) / 3
      // The residuals of the two ratios, which sum to zero over the batches.
      let first = Double(part.sameWeights) / 2 - notWeights * own
      let second = Double(part.sameMeasurement) / 2 - notMeasurement * own
      spread.weights += first * first
      spread.measurement += second * second
      spread.interaction += (first + second) * (first + second)
    }
    func share(_ value: Double, _ spread: Double) -> VarianceShares.Share {
      let batches = Double(Self.batches)
      let error = (spread * batches / (batches - 1)).squareRoot() / (Double(draws) * variance)
      return VarianceShares.Share(value: value, error: draws >= 2 * Self.batches ? error : nil)
    }
    return VarianceShares.UnitVariance(
      name: name, rankVariance: variance, weights: share(1 - notWeights, spread.weights),
      measurement: share(1 - notMeasurement, spread.measurement),
      interaction: share(notWeights + notMeasurement - 1, spread.interaction))
  }
}

extension VarianceTally.Sums {
  /// Σ (rank − mean)² over the three ranks of each draw.
  fileprivate func squaresAbout(_ mean: Double, draws: Int) -> Double {
    Double(squares) - mean * (2 * Double(ranks) - mean * Double(3 * draws))
  }
}
