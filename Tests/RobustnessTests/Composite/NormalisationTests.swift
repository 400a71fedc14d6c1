import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct NormalisationTests {
  private func applied(
    _ method: Normalisation, _ column: [Double?], maximum: Double? = nil, lowerIsBetter: Bool = false
  ) throws -> [Double?] {
    try method.applied(to: column, maximum: maximum, lowerIsBetter: lowerIsBetter)
  }

  private func fault(
    _ method: Normalisation, _ column: [Double?], lowerIsBetter: Bool = false
  ) -> Normalisation.NormalisationFault? {
    do throws(Normalisation.NormalisationFault) {
      _ = try method.applied(to: column, maximum: nil, lowerIsBetter: lowerIsBetter)
      return nil
    } catch {
      return error
    }
  }

  @Test func noneIsTheShareOfTheMaximumOrTheValue() throws {
    #expect(try applied(.none, [2, nil, 10], maximum: 10) == [0.2, nil, 1])
    #expect(try applied(.none, [2, nil, -10]) == [2, nil, -10])
    #expect(fault(.none, [2, 3], lowerIsBetter: true) == .lowerIsBetterWithoutScale)
  }

  @Test func minMaxSpansTheStatedRange() throws {
    #expect(try applied(.minMax(low: 0, high: 1), [2, nil, 4, 6]) == [0, nil, 0.5, 1])
    #expect(
      try applied(.minMax(low: 1, high: 100), [-1, 3, nil], lowerIsBetter: true) == [100, 1, nil])
    // The ends are reached exactly, whatever the values.
    let ends = try applied(.minMax(low: 0.1, high: 0.7), [0.3, 1.1, 7.7])
    #expect(ends.first == 0.1 && ends.last == 0.7)
  }

  @Test func zScoresUseTheSampleDeviation() throws {
    // Mean 4, squares 4 + 0 + 4, deviation √(8/2) = 2.
    #expect(try applied(.zScore, [2, 4, nil, 6]) == [-1, 0, nil, 1])
    #expect(try applied(.zScore, [2, 4, 6], lowerIsBetter: true) == [1, 0, -1])
  }

  @Test func ranksShareTheMeanOfTheirPlaces() throws {
    #expect(try applied(.rank, [5, 1, nil, 5, 9]) == [2.5, 1, nil, 2.5, 4])
    #expect(try applied(.rank, [5, 1, nil, 5, 9], lowerIsBetter: true) == [2.5, 4, nil, 2.5, 1])
    #expect(try applied(.rank, [7, 7, 7]) == [2, 2, 2])
  }

  @Test func distanceToTargetDivides() throws {
    #expect(try applied(.distanceToTarget(80), [40, nil, 100]) == [0.5, nil, 1.25])
    #expect(try applied(.distanceToTarget(10), [20, 5], lowerIsBetter: true) == [0.5, 2])
    #expect(fault(.distanceToTarget(80), [1, nil, 0]) == .notPositive(unit: 2))
    #expect(fault(.distanceToTarget(80), [-1, 2], lowerIsBetter: true) == .notPositive(unit: 0))
  }

  @Test func goalpostsCutOffBeyondThem() throws {
    let posts = Normalisation.goalposts(low: 20, high: 60)
    #expect(try applied(posts, [10, 20, 30, nil, 60, 80]) == [0, 0, 0.25, nil, 1, 1])
    #expect(try applied(posts, [10, 30, 80], lowerIsBetter: true) == [1, 0.75, 0])
  }

  @Test func whatHasNoSpreadIsAFaultAndNeverNaN() throws {
    for method in [Normalisation.minMax(low: 0, high: 1), .zScore] {
      #expect(fault(method, [3, 3, nil, 3]) == .constant)
      #expect(fault(method, [3, nil]) == .tooFewUnits)
      #expect(try applied(method, [nil, nil]) == [nil, nil])
    }
    // The squares of such differences underflow to zero.
    #expect(fault(.zScore, [1e-200, 2e-200]) == .constant)
  }

  @Test func everyMethodTurnsWithTheDirection() throws {
    var random = Random(seed: 31)
    let methods: [Normalisation] = [
      .minMax(low: 0, high: 1), .zScore, .rank, .distanceToTarget(50), .goalposts(low: 10, high: 90),
    ]
    for method in methods {
      for _ in 0..<20 {
        let column = (0..<6).map { _ in Double.random(in: 1...100, using: &random) }
        for (lowerIsBetter, values) in [
          (false, try applied(method, column)), (true, try applied(method, column, lowerIsBetter: true)),
        ] {
          let known = values.compactMap { $0 }
          #expect(known.count == 6)
          for one in 0..<6 {
            for other in 0..<6 where column[one] < column[other] {
              #expect(lowerIsBetter ? known[one] >= known[other] : known[one] <= known[other])
            }
          }
        }
      }
    }
  }

  @Test func descriptionsAreReadBack() {
    let methods: [Normalisation] = [
      .none, .minMax(low: 0, high: 100), .zScore, .rank, .distanceToTarget(95.5),
      .goalposts(low: -1, high: 2),
    ]
    for method in methods { #expect(Normalisation(method.description) == method) }
    #expect(Normalisation("min-max") == .minMax(low: 0, high: 1))
    for text in [
      "", "min", "min-max:1", "min-max:2:1", "min-max:1:1", "min-max:nan:1", "min-max:0:inf", "rank:1",
      "distance-to-target", "distance-to-target:0", "distance-to-target:-3", "goalposts", "goalposts:5:5",
      "z-score:",
    ] {
      #expect(Normalisation(text) == nil, "\(text)")
    }
  }
}
