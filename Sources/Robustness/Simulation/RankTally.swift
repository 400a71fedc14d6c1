/// The counts of ranks over many draws. They are whole numbers, so the order of summing tallies does not matter.
struct RankTally: Sendable {
  package let units: Int
  /// `histogram[unit * units + rank − 1]`: the number of draws with this rank of the unit.
  var histogram: [Int]
  /// `above[a * units + b]`: the number of draws that rank a above b; empty when not counted.
  var above: [Int]
  var draws = 0
  var excluded: [RobustnessResult.Exclusion: Int] = [:]

  init(units: Int, countsPairs: Bool) {
    self.units = units
    histogram = [Int](repeating: 0, count: units * units)
    above = countsPairs ? [Int](repeating: 0, count: units * units) : []
  }

  static func += (total: inout RankTally, part: RankTally) {
    for place in total.histogram.indices { total.histogram[place] += part.histogram[place] }
    for place in total.above.indices { total.above[place] += part.above[place] }
    total.draws += part.draws
    total.excluded.merge(part.excluded, uniquingKeysWith: +)
  }

  func distribution(of unit: Int) -> RankDistribution {
    RankDistribution(counts: Array(histogram[unit * units..<(unit + 1) * units]))
  }

  /// Whether the Monte Carlo error of every mean and every 5th, 50th and 95th percentile is at most a bound.
  func isWithin(error bound: Double) -> Bool {
    (0..<units).allSatisfy { unit in
      let ranks = distribution(of: unit)
      let errors = [ranks.meanError] + [0.05, 0.5, 0.95].map(ranks.percentileError)
      return errors.allSatisfy { $0.map { $0 <= bound } ?? false }
    }
  }
}
