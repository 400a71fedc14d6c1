/// Ranks the scores of four draws side by side and counts the ranks.
struct RankCounter: Sendable {
  private let grid: ScoreGrid
  private let scale: Double
  private let network: SortingNetwork
  /// The place of a score on the grid × 2^bits + the place of the unit is one number, the key.
  private let bits: Int
  /// Places of scores below this magnitude make exact keys.
  private let limit: Double
  private var keys: [SIMD4<Double>]
  /// `counts[place * units + rank − 1]`.
  private var counts: [Int32]
  /// `above[place * units + other]`: how many draws ranked one above the other; empty when not counted.
  private var above: [Int32]
  /// The ranks of the last four draws, draw after draw, each by place.
  private(set) var ranks: [Int32]
  private let units: Int

  init(plan: ScorePlan, index: CompositeIndex, countsPairs: Bool) {
    grid = index.scoreGrid
    scale = index.scale
    units = plan.units
    network = SortingNetwork(count: units)
    bits = Int.bitWidth - (units - 1).leadingZeroBitCount
    // Whole numbers below 2^51 stay exact when 1.5 × 2^52 is added.
    limit = Double(1 << (50 - bits))
    keys = [SIMD4<Double>](repeating: SIMD4(), count: units)
    counts = [Int32](repeating: 0, count: units * units)
    above = [Int32](repeating: 0, count: countsPairs ? units * units : 0)
    ranks = [Int32](repeating: 0, count: 4 * units)
  }

  /// Ranks four draws and counts those that are asked for.
  ///
  /// - Parameters:
  ///   - scores: ÷ scale, by place.
  ///   - draws: which draws to count.
  /// - Returns: draws asked for that have a score which is not finite; they are not counted.
  mutating func count(
    _ scores: [SIMD4<Double>], draws: SIMDMask<SIMD4<Int64>>
  ) -> SIMDMask<SIMD4<Int64>> {
    let power = Double(1 << bits)
    let shift = DrawKernel.wholeNumberShift
    var isExact = SIMDMask<SIMD4<Int64>>(repeating: true)
    for place in 0..<units {
      let steps = scores[place] * scale * grid.stepsPerUnit
      isExact .&= (steps .< limit) .& (steps .> -limit)
      // Rounded to even first, then halves away from zero, as on the grid.
      let even = (steps + shift) - shift
      let rest = steps - even
      let up = (rest .== 0.5) .& (steps .> 0)
      let down = (rest .== -0.5) .& (steps .< 0)
      let rounded = even.replacing(with: even + 1, where: up).replacing(with: even - 1, where: down)
      keys[place] = rounded * power + Double(place)
    }
    DrawKernel.sort(&keys, by: network.comparators)
    var notFinite = SIMDMask<SIMD4<Int64>>(repeating: false)
    for draw in 0..<4 where draws[draw] {
      if isExact[draw] {
        DrawKernel.countRanks(keys: keys, draw: draw, bits: bits, counts: &counts, ranks: &ranks)
      } else if !countLarge((0..<units).map { scores[$0][draw] * scale }, draw: draw) {
        notFinite[draw] = true
        continue
      }
      if !above.isEmpty { DrawKernel.countPairs(ranks: ranks, draw: draw, units: units, above: &above) }
    }
    return notFinite
  }

  /// Counts a draw with scores whose places do not fit into a key; false when one is not finite.
  private mutating func countLarge(_ scores: [Double], draw: Int) -> Bool {
    guard scores.allSatisfy(\.isFinite) else { return false }
    // Measurement errors can lead beyond the grid, which is made for the values as they are.
    let greatest = scores.lazy.map(\.magnitude).max() ?? 0
    let grid = greatest * grid.stepsPerUnit < 0x1p62 ? grid : ScoreGrid(magnitude: greatest)
    for (place, rank) in grid.ranks(of: scores).enumerated() {
      guard let rank else { continue }
      counts[place * units + rank - 1] += 1
      ranks[draw * units + place] = Int32(rank)
    }
    return true
  }

  /// Adds what was counted to a tally by unit, and begins anew.
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
