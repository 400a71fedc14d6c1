import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct AggregationTests {
  @Test func closedForms() throws {
    let parts = [(value: 0.2, weight: 1.0), (value: 0.8, weight: 3.0)]
    #expect([Aggregation.arithmetic.value(of: parts)].isClose(to: [0.65]))
    // (0.2 · 0.8³)^¼
    #expect([Aggregation.geometric.value(of: parts)].isClose(to: [0.565_685_424_949_238], within: 1e-15))
    // 4 ÷ (1/0.2 + 3/0.8)
    #expect([Aggregation.harmonic.value(of: parts)].isClose(to: [16.0 / 35]))
  }

  @Test func meansAreOrderedAndLieBetweenTheirParts() throws {
    var random = Random(seed: 5)
    for _ in 0..<200 {
      let parts = (0..<5).map { _ in
        (
          value: Double.random(in: 0.1...9, using: &random),
          weight: Double.random(in: 0.1...4, using: &random)
        )
      }
      let values = try Aggregation.allCases.map { try #require($0.value(of: parts)) }
      let least = try #require(parts.map(\.value).min())
      let most = try #require(parts.map(\.value).max())
      #expect(values[2] <= values[1] + 1e-12 && values[1] <= values[0] + 1e-12)
      #expect(values.allSatisfy { least - 1e-12 <= $0 && $0 <= most + 1e-12 })
      let heavier = parts.map { (value: $0.value, weight: $0.weight * 1e6) }
      for (method, value) in zip(Aggregation.allCases, values) {
        #expect([method.value(of: heavier)].isClose(to: [value], within: 1e-9))
      }
    }
  }

  @Test func aZeroMakesTheMultiplicativeMeansZeroUnlessItHasNoWeight() {
    for method in [Aggregation.geometric, .harmonic] {
      #expect(method.value(of: [(0, 1), (0.9, 5)]) == 0)
      #expect([method.value(of: [(0, 0), (0.9, 5)])].isClose(to: [0.9]))
      #expect(method.value(of: [(-0.1, 1), (0.9, 5)]) == nil)
    }
    #expect([Aggregation.arithmetic.value(of: [(-0.1, 1), (0.9, 1)])].isClose(to: [0.4]))
  }

  @Test func nothingHasNoMean() {
    for method in Aggregation.allCases {
      #expect(method.value(of: []) == nil)
      #expect(method.value(of: [(0.5, 0), (0.7, 0)]) == nil)
    }
  }
}
