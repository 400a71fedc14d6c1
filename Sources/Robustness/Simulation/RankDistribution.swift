/// The distribution of a unit's rank over draws.
public struct RankDistribution: Hashable, Sendable {
  /// `counts[r − 1]` is the number of draws with rank r.
  public let counts: [Int]
  /// The number of draws: the sum of the counts.
  public let draws: Int

  package init(counts: [Int]) {
    self.counts = counts
    draws = counts.reduce(0, +)
  }

  /// The mean rank; nil without draws.
  public var mean: Double? {
    guard draws > 0 else { return nil }
    return Double(sum) / Double(draws)
  }

  /// The Monte Carlo standard error of the mean: the sample standard deviation of the rank ÷ √draws; nil with fewer
  /// than two draws.
  public var meanError: Double? {
    guard draws > 1, let mean else { return nil }
    let squares = counts.enumerated().reduce(0.0) {
      $0 + Double($1.element) * (Double($1.offset + 1) - mean) * (Double($1.offset + 1) - mean)
    }
    return (squares / Double(draws - 1) / Double(draws)).squareRoot()
  }

  /// The percentile of the rank at a share of draws, clamped to 0 to 1; nil without draws or for NaN.
  ///
  /// The ordered draws are interpolated linearly at place `share × (draws − 1)`, 0-based. This is the seventh
  /// definition of Hyndman and Fan (1996), the default of R and NumPy.
  public func percentile(_ share: Double) -> Double? {
    guard draws > 0, !share.isNaN else { return nil }
    let place = min(max(share, 0), 1) * Double(draws - 1)
    let lower = Int(place)
    let low = Double(rank(at: lower))
    let high = Double(rank(at: min(lower + 1, draws - 1)))
    return low + (high - low) * (place - Double(lower))
  }

  /// The Monte Carlo standard error of a percentile; nil without draws.
  ///
  /// It is half the distance between the percentiles one binomial standard error, √(share(1 − share) ÷ draws), above
  /// and below: the distribution-free interval of an order statistic. Zero where both have the same rank.
  public func percentileError(_ share: Double) -> Double? {
    guard draws > 0 else { return nil }
    let step = (share * (1 - share) / Double(draws)).squareRoot()
    guard let low = percentile(share - step), let high = percentile(share + step) else { return nil }
    return (high - low) / 2
  }

  /// The share of draws with a rank, 0 to 1; nil without draws or for a rank that does not exist.
  public func acceptability(of rank: Int) -> Double? {
    guard draws > 0, counts.indices.contains(rank - 1) else { return nil }
    return Double(counts[rank - 1]) / Double(draws)
  }

  /// The Monte Carlo standard error of a share p of the draws: √(p(1 − p) ÷ draws); nil without draws.
  package static func shareError(_ share: Double, draws: Int) -> Double? {
    draws > 0 ? (share * (1 - share) / Double(draws)).squareRoot() : nil
  }

  private var sum: Int { counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } }

  /// The rank at a 0-based place in the ordered draws.
  private func rank(at place: Int) -> Int {
    var seen = 0
    for (offset, count) in counts.enumerated() {
      seen += count
      if place < seen { return offset + 1 }
    }
    return counts.count
  }
}
