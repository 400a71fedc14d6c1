import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct MeasurementModelTests {
  private func result(
    _ index: CompositeIndex, _ model: MeasurementModel?, draws: Int = 2000, threads: Int = 1
  ) -> RobustnessResult {
    var settings = RankSimulation.Settings(
      prior: .uniform(0), draws: .fixed(draws), seed: 2, threads: threads, countsPairs: true)
    settings.measurement = model
    return RankSimulation(index: index, settings: settings).run()
  }

  private func share(_ result: RobustnessResult) throws -> Double {
    try #require(result.pairs?.share(of: 0, above: 1))
  }

  private func expect(
    _ share: Double, _ value: Double, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(abs(share - value) < 4 * (value * (1 - value) / 2000).squareRoot(), sourceLocation: place)
  }

  /// 0.5 printed with one decimal is between 0.45 and 0.55: three quarters of that is above 0.475.
  @Test func roundingIsUniformOverTheLastPlace() throws {
    let tree = IndexTree.group(1, [.leaf(1, [0.5, 0.475])])
    let index = try tree.index(decimals: ["r.1": [1, nil]])
    let model = try MeasurementModel(rounding: true, index: index)
    #expect(!model.isEmpty)
    expect(try share(result(index, model)), 0.75)
    // With unknown decimals or without rounding, no value changes.
    for model in [
      try MeasurementModel(rounding: true, index: tree.index()),
      try MeasurementModel(rounding: false, index: index),
    ] {
      #expect(model.isEmpty)
      #expect(try share(result(index, model)) == 1)
    }
  }

  /// A difference of 1 with standard errors 3 and 4 is normal with deviation 5: above 0 with probability Φ(0.2).
  @Test func standardErrorsAreNormal() throws {
    let index = try IndexTree.group(1, [.leaf(2, [11, 10])]).index()
    let model = try MeasurementModel(rounding: false, standardErrors: [[3, 4]], index: index)
    expect(try share(result(index, model)), 0.579_259_709_439_103)
  }

  /// Errors far larger than the values give grid points too large for the fast comparison.
  @Test func hugeErrorsAreStillCompared() throws {
    let index = try IndexTree.group(1, [.leaf(1, [1, 2])]).index()
    for error in [1e6, 1e12, 1e100] {
      let model = try MeasurementModel(
        rounding: false, standardErrors: [[error, error]], index: index)
      let result = result(index, model)
      #expect(result.draws == 2000)
      expect(try share(result), 0.5)
    }
  }

  /// Min-max turns two values a whole unit apart into 0 and 1, whatever the errors, as long as the order holds.
  @Test func valuesAreNormalisedAnewInEveryDraw() throws {
    let tree = IndexTree.group(
      1,
      [
        .leaf(1, [7, 3], normalisation: .minMax(low: 0, high: 1)),
        .leaf(1, [0, 0.9]), .leaf(1, [0, 0.2]),
      ])
    let index = try tree.index()
    let model = try MeasurementModel(
      rounding: false, standardErrors: [[0.2, 0.2], [nil, nil], [nil, nil]], index: index)
    #expect(try share(result(index, model)) == 0)
  }

  @Test func pointsStayBetweenZeroAndTheMaximum() throws {
    // Both units have nearly all points; without the bound the first would be above in half of the draws.
    let framework = try Framework(nodes: [
      Framework.FrameworkNode(code: "all", name: nil, maximum: number("10"), parent: nil),
      Framework.FrameworkNode(code: "A", name: nil, maximum: number("10"), parent: "all"),
    ])
    let units = try ["10", "10"].map { text in
      ScoreTable.ScoredUnit(name: text, scores: ["A": .points(try number(text))])
    }
    let index = try CompositeIndex(framework: framework, table: ScoreTable(units: units))
    let model = try MeasurementModel(rounding: false, standardErrors: [[1, nil]], index: index)
    let result = result(index, model)
    #expect(result.pairs?.share(of: 0, above: 1) == 0)
    expect(try #require(result.pairs?.share(of: 1, above: 0)), 0.5)
  }

  @Test func missingValuesStayMissingAndThreadsDoNotMatter() throws {
    let index = try IndexTree.group(
      1,
      [
        .leaf(1, [1, 2, 3]), .leaf(1, [nil, 2, 1], normalisation: .zScore), .leaf(1, [4, 1, nil]),
      ], aggregation: .arithmetic
    ).index()
    let model = try MeasurementModel(
      rounding: false, standardErrors: [[1, 1, 1], [1, 1, 1], [1, 1, 1]], index: index)
    let alone = result(index, model, draws: 600)
    let shared = result(index, model, draws: 600, threads: 3)
    #expect(alone.draws == 600)
    #expect(alone.units.map(\.ranks) == shared.units.map(\.ranks))
    #expect(alone.pairs == shared.pairs)
  }

  /// A value that errors move to zero or below has no distance to a target, so the draw is excluded.
  @Test func valuesThatCanNotBeNormalisedAreCounted() throws {
    let index = try IndexTree.group(
      1, [.leaf(1, [1, 5], normalisation: .distanceToTarget(10))]
    ).index()
    let model = try MeasurementModel(rounding: false, standardErrors: [[1, nil]], index: index)
    let result = result(index, model)
    let excluded = try #require(result.excluded[.noScore])
    #expect(result.draws + excluded == 2000)
    expect(Double(excluded) / 2000, 0.158_655_253_931_457)
  }

  @Test func wrongStandardErrorsAreRefused() throws {
    let index = try IndexTree.group(1, [.leaf(1, [1, 2]), .leaf(1, [3, nil])]).index()
    for bad in [-1, .infinity, .nan] as [Double] {
      #expect(throws: MeasurementModel.MeasurementFault.standardErrorInvalid(unit: "unit 1", code: "r.2")) {
        try MeasurementModel(rounding: false, standardErrors: [[1, 1], [1, bad]], index: index)
      }
    }
    for shape in [[[1, 1]], [[1, 1], [1]], [[1], [1], [1]]] as [[[Double?]]] {
      #expect(throws: MeasurementModel.MeasurementFault.shape) {
        try MeasurementModel(rounding: false, standardErrors: shape, index: index)
      }
    }
  }
}
