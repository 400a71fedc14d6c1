/// Ranks the scores of eight draws in parallel lanes and counts the ranks.
struct RankCounter: Sendable {
  private let kernel: DrawKernel
  private let grid: ScoreGrid
  private let scale: Double
  private let network: SortingNetwork
  /// The width of a unit's place in a sort key, which is grid point × 2^bits + place.
  private let bits: Int
  /// Keys are exact for grid points below this magnitude.
  private let limit: Double
  private var keys: [DrawRow]
  /// The kernel's results: place of the unit × 2³² + rank − 1, best first.
  private var places: [SIMD8<Int64>]
  /// `counts[place * units + rank − 1]`, for 2^bits places.
  private var counts: [Int32]
  /// `above[place * units + other]`: the number of draws that rank one above the other; empty when not counted.
  private var above: [Int32]
  /// Whether ``ranks`` are needed; pairs are counted from them.
  var keepsRanks: Bool
  /// The ranks of the last eight draws, draw after draw, by place; set only when needed.
  private(set) var ranks: [Int32]
  private let units: Int

  init(plan: ScorePlan, index: CompositeIndex, countsPairs: Bool, kernel: DrawKernel) {
    self.kernel = kernel
    grid = index.scoreGrid
    scale = index.scale
    units = plan.units
    network = SortingNetwork(count: units)
    bits = units < 2 ? 0 : Int.bitWidth - (units - 1).leadingZeroBitCount
    // Whole numbers below 2^51 stay exact when 1.5 × 2^52 is added.
    limit = Double(1 << (50 - bits))
    keys = [DrawRow](repeating: DrawRow(), count: units)
    places = [SIMD8<Int64>](repeating: SIMD8(), count: units)
    counts = [Int32](repeating: 0, count: units << bits)
    above = [Int32](repeating: 0, count: countsPairs ? units * units : 0)
    ranks = [Int32](repeating: 0, count: DrawRow.draws * units)
    keepsRanks = countsPairs
  }

  /// Ranks eight draws and counts the selected ones.
  ///
  /// - Parameters:
  ///   - scores: the scores ÷ scale, by place.
  ///   - draws: the draws to count.
  /// - Returns: the selected draws with a score that is not finite; they are not counted.
  mutating func count(_ scores: [DrawRow], draws: DrawMask) -> DrawMask {
    let isExact = kernel.makeKeys(
      of: scores, scale: scale, steps: grid.stepsPerUnit, limit: limit, power: Double(1 << bits), into: &keys)
    kernel.sort(&keys, by: network)
    kernel.rank(keys, bits: bits, into: &places)
    kernel.count(places, draws: draws .& isExact, bits: bits, counts: &counts)
    var notFinite = DrawMask(repeating: false)
    guard keepsRanks || any(draws .& .!isExact) else { return notFinite }
    for draw in 0..<DrawRow.draws where draws[draw] {
      if isExact[draw] {
        if keepsRanks { keepRanks(draw) }
      } else if !countLarge((0..<units).map { scores[$0][draw] * scale }, draw: draw) {
        notFinite[draw] = true
        continue
      }
      if !above.isEmpty { DrawKernel.countPairs(ranks: ranks, draw: draw, units: units, above: &above) }
    }
    return notFinite
  }

  private mutating func keepRanks(_ draw: Int) {
    for next in 0..<units {
      let place = places[next][draw]
      ranks[draw * units + Int(place >> 32)] = Int32(truncatingIfNeeded: place) + 1
    }
  }

  /// Counts a draw whose grid points do not fit into keys; false when a score is not finite.
  private mutating func countLarge(_ scores: [Double], draw: Int) -> Bool {
    guard scores.allSatisfy(\.isFinite) else { return false }
    // Measurement errors can exceed the grid, which is made for the nominal values.
    let greatest = scores.lazy.map(\.magnitude).max() ?? 0
    let grid = greatest * grid.stepsPerUnit < 0x1p62 ? grid : ScoreGrid(magnitude: greatest)
    for (place, rank) in grid.ranks(of: scores).enumerated() {
      guard let rank else { continue }
      counts[place * units + rank - 1] += 1
      ranks[draw * units + place] = Int32(rank)
    }
    return true
  }

  /// Adds the counts to a tally by unit, and resets them.
  mutating func move(to tally: inout RankTally, order: [Int]) {
    for (place, unit) in order.enumerated() {
      for rank in 0..<units {
        tally.histogram[unit * units + rank] += Int(counts[place * units + rank])
        counts[place * units + rank] = 0
      }
      for (other, otherUnit) in order.enumerated() where !above.isEmpty {
        tally.above[unit * units + otherUnit] += Int(above[place * units + other])
        above[place * units + other] = 0
      }
    }
  }
}
