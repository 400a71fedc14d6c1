import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct VarianceSharesTests {
  private func shares(
    _ index: CompositeIndex, _ model: MeasurementModel?, draws: Int = 4000, threads: Int = 1
  ) -> VarianceShares {
    var settings = RankSimulation.Settings(prior: .simplex, draws: .fixed(draws), seed: 8, threads: threads)
    settings.measurement = model
    return RankSimulation(index: index, settings: settings).varianceShares()
  }

  private func expect(
    _ share: VarianceShares.Share?, _ value: Double, at place: SourceLocation = #_sourceLocation
  ) throws {
    let share = try #require(share)
    let error = try #require(share.error)
    #expect(error < 0.05, sourceLocation: place)
    #expect(abs(share.value - value) < 4 * error, sourceLocation: place)
  }

  /// Scores w(1 + e) and 1 − w, with w uniform on 0 to 1 and e the rounding of a value printed "1", between −½ and ½.
  /// The first unit is above where e > 1 ÷ w − 2. So E[above | e] = 1 − 1 ÷ (2 + e), and E[above | w] is 2½ − 1 ÷ w
  /// between w = 2 ÷ 5 and 2 ÷ 3, 0 below and 1 above. The integrals of these and of their squares are elementary.
  @Test func theSharesOfTwoUnitsHaveAClosedForm() throws {
    let index = try IndexTree.group(1, [.leaf(1, [1, 0]), .leaf(1, [0, 1])]).index(decimals: [
      "r.1": [0, nil]
    ])
    let model = try MeasurementModel(rounding: true, index: index)
    let result = shares(index, model)
    let logarithm = 0.510_825_623_765_990_7  // log(5 ÷ 3)
    let probability = 1 - logarithm
    let variance = probability * logarithm
    let measurement = (1 / 1.5 - 1 / 2.5 - logarithm * logarithm) / variance
    let ramp = 6.25 * (2 / 3.0 - 0.4) - 5 * logarithm + 1
    let weights = (1 / 3.0 + ramp - probability * probability) / variance
    #expect(result.draws == 4000)
    #expect(result.excluded.isEmpty)
    for unit in result.units {
      #expect(abs((unit.rankVariance ?? 0) - variance) < 0.01)
      try expect(unit.weights, weights)
      try expect(unit.measurement, measurement)
      try expect(unit.interaction, 1 - weights - measurement)
    }
  }

  /// Equal values with standard errors: the rank depends on measurement alone, whatever the weights.
  @Test func measurementAloneExplainsTheRanksOfEqualUnits() throws {
    let index = try IndexTree.group(1, [.leaf(1, [5, 5]), .leaf(1, [5, 5])]).index()
    let model = try MeasurementModel(
      rounding: false, standardErrors: [[1, 1], [nil, nil]], index: index)
    let unit = try #require(shares(index, model).units.first)
    #expect(abs((unit.rankVariance ?? 0) - 0.25) < 0.01)
    #expect((unit.measurement?.value ?? 0) > 0.99)
    try expect(unit.weights, 0)
  }

  @Test func withoutAModelTheWeightsExplainEverything() throws {
    let index = try IndexTree.group(1, [.leaf(1, [3, 0, 9]), .leaf(1, [0, 2, 9])]).index()
    let result = shares(index, nil)
    #expect(result.units[0].weights?.value == 1)
    #expect(result.units[0].weights?.error == 0)
    try expect(result.units[0].measurement, 0)
    // The third is always first.
    #expect(result.units[2].rankVariance == 0)
    #expect(result.units[2].weights == nil)
    #expect(result.units[2].measurement == nil)
    #expect(result.units[2].interaction == nil)
  }

  @Test func fewDrawsHaveNoErrorAndNoDrawsNoShares() throws {
    let index = try IndexTree.group(1, [.leaf(1, [3, 0]), .leaf(1, [0, 2])]).index()
    #expect(shares(index, nil, draws: 63).units[0].weights?.error == nil)
    #expect(shares(index, nil, draws: 63).units[0].weights?.value == 1)
    #expect(shares(index, nil, draws: 0).units[0].rankVariance == nil)
    #expect(shares(index, nil, draws: 0).draws == 0)
  }

  @Test func excludedDrawsAreCounted() throws {
    let index = try IndexTree.group(
      1, [.group(1, [.leaf(1, [1, 2]), .leaf(1, [1, 3])]), .leaf(1, [3, 3])], aggregation: .geometric
    ).index()
    let model = try MeasurementModel(
      rounding: false, standardErrors: [[2, nil], [nil, nil], [nil, nil]], index: index)
    let result = shares(index, model, draws: 500)
    let excluded = try #require(result.excluded[.noScore])
    #expect(excluded > 0)
    #expect(result.draws + excluded == 500)
    #expect(shares(index, model, draws: 500, threads: 3).draws == result.draws)
  }
}
