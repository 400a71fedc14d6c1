import Scoring
import Testing

@Suite struct VarianceSharesTests {
  /// Equal values with standard errors: the rank is a matter of measurement alone, whatever the weights.
  @Test func measurementAloneExplainsTheRanksOfEqualUnits() throws {
    let index = try IndexTree.group(1, [.leaf(1, [5, 5]), .leaf(1, [5, 5])]).index()
    var settings = RankSimulation.Settings(levels: .leaves, draws: .fixed(2000), seed: 4)
    settings.measurement = try MeasurementModel(
      rounding: false, standardErrors: [[1, 1], [nil, nil]], index: index)
    let result = RankSimulation(index: index, settings: settings).varianceShares()
    #expect(result.draws == 2000)
    let unit = try #require(result.units.first)
    #expect(abs((unit.rankVariance ?? 0) - 0.25) < 0.01)
    let measurement = try #require(unit.measurement)
    #expect(measurement.value > 0.99)
    let weights = try #require(unit.weights)
    let error = try #require(weights.error)
    #expect(abs(weights.value) < 4 * error)
  }
}
