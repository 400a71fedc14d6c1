import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct PhiloxTests {
  /// The test vectors published with Random123 by the authors of the generator; `numpy.random.Philox` gives the same.
  @Test func knownAnswers() {
    let ones = UInt64.max
    #expect(
      numbers(key: (0, 0), counter: (0, 0, 0, 0)) == [
        0x1655_4D9E_CA36_314C, 0xDB20_FE9D_672D_0FDC, 0xD7E7_72CE_E186_176B, 0x7E68_B68A_EC7B_A23B,
      ])
    #expect(
      numbers(key: (ones, ones), counter: (ones, ones, ones, ones)) == [
        0x87B0_92C3_013F_E90B, 0x438C_3C67_BE8D_0224, 0x9CC7_D7C6_9CD7_77B6, 0xA09C_AEBF_594F_0BA0,
      ])
    #expect(
      numbers(
        key: (0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C),
        counter: (0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89))
        == [
          0xA528_F454_03E6_1D95, 0x38C7_2DBD_566E_9788, 0xA5A1_610E_72FD_18B5, 0x57BD_43B5_E52B_7FE6,
        ])
  }

  private func numbers(key: (UInt64, UInt64), counter: Philox4x64.RandomBlock) -> [UInt64] {
    let block = Philox4x64(key: key).block(counter)
    return [block.0, block.1, block.2, block.3]
  }

  @Test func aStreamIsTheBlocksOfItsDraw() {
    var stream = RandomStream(seed: 7, draw: 5, purpose: .measurement)
    for block in 0..<3 as Range<UInt64> {
      let drawn = (0..<4).map { _ in stream.bits() }
      #expect(drawn == numbers(key: (7, 0), counter: (block, 5, 1, 0)))
    }
    var same = RandomStream(seed: 7, draw: 5, purpose: .measurement)
    let first = numbers(key: (7, 0), counter: (0, 5, 1, 0))[0]
    #expect(same.unit() == Double(first >> 11) / 9_007_199_254_740_992)
  }

  @Test func streamsDiffer() {
    var first: Set<UInt64> = []
    for seed in 0..<3 as Range<UInt64> {
      for draw in 0..<100 {
        for purpose in [RandomStream.Purpose.weights, .measurement, .otherWeights, .otherMeasurement] {
          var stream = RandomStream(seed: seed, draw: draw, purpose: purpose)
          first.insert(stream.bits())
        }
      }
    }
    #expect(first.count == 1200)
  }

  // MARK: Deviates

  /// Checks mean and variance of many deviates, within four standard errors of each.
  private func expectMoments(
    mean: Double, variance: Double, kurtosis: Double, _ next: (inout RandomStream) -> Double,
    at place: SourceLocation = #_sourceLocation
  ) {
    let count = 20_000
    var stream = RandomStream(seed: 11, draw: 0, purpose: .weights)
    let numbers = (0..<count).map { _ in next(&stream) }
    let average = numbers.reduce(0, +) / Double(count)
    let spread = numbers.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(count)
    let error = (variance / Double(count)).squareRoot()
    #expect(abs(average - mean) < 4 * error, sourceLocation: place)
    let errorOfSpread = variance * ((kurtosis - 1) / Double(count)).squareRoot()
    #expect(abs(spread - variance) < 4 * errorOfSpread, sourceLocation: place)
  }

  @Test func deviatesHaveTheirMoments() {
    expectMoments(mean: 0.5, variance: 1 / 12.0, kurtosis: 1.8) { $0.unit() }
    expectMoments(mean: 1, variance: 1, kurtosis: 9) { $0.exponential() }
    expectMoments(mean: 0, variance: 1, kurtosis: 3) { $0.normal() }
    expectMoments(mean: 4.5, variance: 4.5, kurtosis: 3 + 6 / 4.5) { $0.gamma(shape: 4.5) }
    expectMoments(mean: 1, variance: 1, kurtosis: 9) { $0.gamma(shape: 1) }
  }

  @Test func theLogarithmOfASmallGammaDoesNotUnderflow() {
    var stream = RandomStream(seed: 3, draw: 0, purpose: .weights)
    let logarithms = (0..<500).map { _ in stream.logarithmOfGamma(shape: 1e-4) }
    #expect(logarithms.allSatisfy { $0.isFinite })
    // The mean of log G is the digamma function, near −1 ÷ shape for a small shape; its deviation is 1 ÷ shape.
    let mean = logarithms.reduce(0, +) / 500
    #expect(abs(mean + 1e4) < 4 * 1e4 / (500.0).squareRoot())
  }
}
