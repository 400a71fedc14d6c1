/// Sums of ranks and of their products over draws, in whole numbers and by batch.
struct VarianceTally: Sendable {
  /// The sums of one unit in one batch: ranks with (W, M), with (W, M′) and with (W′, M).
  struct Sums: Sendable {
    var rank = 0
    var sameWeights = 0
    var sameMeasurement = 0
    /// The sum of the three squares.
    var squares = 0
    /// Rank with (W, M) × rank with (W, M′).
    var weightsProduct = 0
    /// Rank with (W, M) × rank with (W′, M).
    var measurementProduct = 0

    static func += (total: inout Sums, part: Sums) {
      total.rank += part.rank
      total.sameWeights += part.sameWeights
      total.sameMeasurement += part.sameMeasurement
      total.squares += part.squares
      total.weightsProduct += part.weightsProduct
      total.measurementProduct += part.measurementProduct
    }
  }

  /// How many batches the draws are dealt out to, one after the other.
  static let batches = 32

  let units: Int
  private var sums: [Sums]
  private var counts = [Int](repeating: 0, count: batches)
  private(set) var excluded: [RobustnessResult.Exclusion: Int] = [:]

  init(units: Int) {
    self.units = units
    sums = [Sums](repeating: Sums(), count: units * Self.batches)
  }

  var draws: Int { counts.reduce(0, +) }

  mutating func exclude(_ reason: RobustnessResult.Exclusion) { excluded[reason, default: 0] += 1 }

  /// Counts a draw: `ranks` has those with (W, M), then those with (W′, M); `others` begins with those of (W, M′).
  mutating func count(draw: Int, ranks: [Int32], others: [Int32]) {
    let batch = draw % Self.batches
    counts[batch] += 1
    for unit in 0..<units {
      let (rank, second, third) = (Int(ranks[unit]), Int(others[unit]), Int(ranks[units + unit]))
      sums[batch * units + unit] += Sums(
        rank: rank, sameWeights: second, sameMeasurement: third,
        squares: rank * rank + second * second + third * third,
        weightsProduct: rank * second, measurementProduct: rank * third)
    }
  }

  static func += (total: inout VarianceTally, part: VarianceTally) {
    for place in total.sums.indices { total.sums[place] += part.sums[place] }
    for batch in total.counts.indices { total.counts[batch] += part.counts[batch] }
    total.excluded.merge(part.excluded, uniquingKeysWith: +)
  }

  /// The shares of the units, which the tally has in another order: `order` gives the unit at each place.
  func shares(names: [String], order: [Int]) -> VarianceShares {
    var place = order
    for (position, unit) in order.enumerated() { place[unit] = position }
    return VarianceShares(
      units: names.indices.map { self.unit(place[$0], name: names[$0]) }, draws: draws, excluded: excluded)
  }

  private func unit(_ unit: Int, name: String) -> VarianceShares.Unit {
    var all = Sums()
    for batch in 0..<Self.batches { all += sums[batch * units + unit] }
    let draws = self.draws
    guard draws > 0 else {
      return VarianceShares.Unit(
        name: name, rankVariance: nil, weights: nil, measurement: nil, interaction: nil)
    }
    let mean = Double(all.rank + all.sameWeights + all.sameMeasurement) / Double(3 * draws)
    let whole = all.moments(draws: draws, mean: mean)
    // Ranks are whole, so that it is certain whether they vary.
    let sum = Int128(all.rank + all.sameWeights + all.sameMeasurement)
    guard Int128(all.squares) * Int128(3 * draws) != sum * sum else {
      return VarianceShares.Unit(
        name: name, rankVariance: 0, weights: nil, measurement: nil, interaction: nil)
    }
    let weights = whole.weights / whole.variance
    let measurement = whole.measurement / whole.variance
    var squares = (weights: 0.0, measurement: 0.0, interaction: 0.0)
    for batch in 0..<Self.batches where draws >= 2 * Self.batches {
      let count = counts[batch]
      let part = sums[batch * units + unit].moments(draws: max(count, 1), mean: mean)
      // The residual of a ratio of two means, to first order, in units of the whole.
      let size = Double(count * Self.batches) / Double(draws) / whole.variance
      let first = size * (part.weights - weights * part.variance)
      let second = size * (part.measurement - measurement * part.variance)
      squares.weights += first * first
      squares.measurement += second * second
      squares.interaction += (first + second) * (first + second)
    }
    func share(_ value: Double, _ squares: Double) -> VarianceShares.Share {
      let divisor = Double(Self.batches * (Self.batches - 1))
      return VarianceShares.Share(
        value: value, error: draws >= 2 * Self.batches ? (squares / divisor).squareRoot() : nil)
    }
    return VarianceShares.Unit(
      name: name, rankVariance: whole.variance, weights: share(weights, squares.weights),
      measurement: share(measurement, squares.measurement),
      interaction: share(1 - weights - measurement, squares.interaction))
  }
}

extension VarianceTally.Sums {
  /// The variance of the rank and the covariances that W and M alone explain, about a mean.
  fileprivate func moments(
    draws: Int, mean: Double
  ) -> (variance: Double, weights: Double, measurement: Double) {
    let count = Double(draws)
    let all = Double(rank + sameWeights + sameMeasurement)
    return (
      (Double(squares) - 2 * mean * all) / (3 * count) + mean * mean,
      (Double(weightsProduct) - mean * Double(rank + sameWeights)) / count + mean * mean,
      (Double(measurementProduct) - mean * Double(rank + sameMeasurement)) / count + mean * mean
    )
  }
}
