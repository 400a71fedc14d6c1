import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct RankDistributionTests {
  /// The individual draws, least rank first.
  private func draws(_ counts: [Int]) -> [Double] {
    counts.enumerated().flatMap { [Double](repeating: Double($0.offset + 1), count: $0.element) }
  }

  /// NumPy's default: the ordered values interpolated at place q(n − 1).
  private func quantile(_ values: [Double], _ share: Double) -> Double {
    let place = share * Double(values.count - 1)
    let low = place.rounded(.down)
    let next = min(Int(low) + 1, values.count - 1)
    return values[Int(low)] + (values[next] - values[Int(low)]) * (place - low)
  }

  /// `np.percentile([1, 1, 2, 4, 4, 4, 5], [0, 5, 25, 50, 90, 95, 100])` of NumPy 2.
  @Test func percentilesAreThoseOfNumPy() {
    let ranks = RankDistribution(counts: [2, 1, 0, 3, 1])
    let expected = [1, 1, 1.5, 4, 4.4, 4.7, 5]
    let percentiles = [0, 0.05, 0.25, 0.5, 0.9, 0.95, 1].map { ranks.percentile($0) }
    #expect(percentiles.isClose(to: expected))
  }

  @Test func percentilesAgreeWithTheDrawsWrittenOut() throws {
    var random = Random(seed: 77)
    for _ in 0..<200 {
      let counts = (0..<7).map { _ in Int.random(in: 0..<5, using: &random) }
      let written = draws(counts)
      guard !written.isEmpty else { continue }
      let ranks = RankDistribution(counts: counts)
      for share in [0, 0.05, 0.1, 0.333, 0.5, 0.75, 0.95, 1] {
        #expect([ranks.percentile(share)].isClose(to: [quantile(written, share)]))
      }
      let mean = written.reduce(0, +) / Double(written.count)
      #expect([ranks.mean].isClose(to: [mean]) && ranks.draws == written.count)
      if written.count > 1 {
        let squares = written.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(written.count - 1) / Double(written.count)).squareRoot()
        #expect([ranks.meanError].isClose(to: [error]))
      }
      #expect((1...7).compactMap(ranks.acceptability).reduce(0, +).isApproximately(1))
    }
  }

  @Test func errorsOfPercentilesShrinkWithTheDraws() throws {
    let few = RankDistribution(counts: [10, 20, 40, 20, 10])
    let many = RankDistribution(counts: [1000, 2000, 4000, 2000, 1000])
    // One binomial standard error at 100 draws is 0.05: the percentiles 45 and 55 are both rank 3.
    #expect(few.percentileError(0.5) == 0 && many.percentileError(0.5) == 0)
    // At 0.3 the step is 0.0458: between the percentile 25.4 (rank 2) and 34.6 (rank 3).
    #expect(few.percentileError(0.3) == 0.5 && many.percentileError(0.7) == 0.5)
    #expect(many.percentileError(0.28) == 0 && few.percentileError(0.28) == 0.5)
    #expect(RankDistribution.shareError(0.5, draws: 100) == 0.05)
  }

  @Test func withoutDrawsNothingIsSaid() {
    let none = RankDistribution(counts: [0, 0, 0])
    #expect(none.mean == nil && none.meanError == nil && none.percentile(0.5) == nil)
    #expect(none.percentileError(0.5) == nil && none.acceptability(of: 1) == nil)
    #expect(RankDistribution.shareError(0.5, draws: 0) == nil)
    let one = RankDistribution(counts: [0, 1, 0])
    #expect(one.mean == 2 && one.meanError == nil && one.percentile(0.95) == 2)
    #expect(one.percentileError(0.95) == 0 && one.acceptability(of: 0) == nil)
    #expect(one.percentile(.nan) == nil && one.percentile(-3) == 2 && one.percentile(7) == 2)
  }
}

extension Double {
  func isApproximately(_ other: Double) -> Bool { (self - other).magnitude < 1e-12 }
}
