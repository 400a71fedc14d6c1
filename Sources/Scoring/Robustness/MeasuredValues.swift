/// Draws values from a measurement model and puts them in place of those of a plan.
struct MeasuredValues: Sendable {
  private let index: CompositeIndex
  private let model: MeasurementModel
  private let seed: UInt64
  /// The place of each unit in the order of a plan.
  private let places: [Int]

  /// Nil when every value is certain.
  init?(index: CompositeIndex, settings: RankSimulation.Settings) {
    guard let model = settings.measurement, !model.isEmpty else { return nil }
    self.index = index
    self.model = model
    seed = settings.seed
    var places = [Int](repeating: 0, count: index.units.count)
    for (place, unit) in ScorePlan(index: index).order.enumerated() { places[unit] = place }
    self.places = places
  }

  /// Draws the values of one draw and writes them into an evaluator.
  func set(draw: Int, purpose: RandomStream.Purpose, in evaluator: inout ScoreEvaluator) {
    var stream = RandomStream(seed: seed, draw: draw, purpose: purpose)
    evaluator.valuesFail = false
    for (column, leaf) in index.leaves.enumerated() where !model.cells[column].isEmpty {
      let raw = model.sample(column: column, leaf: leaf, from: &stream)
      guard let position = evaluator.plan.positions[column] else { continue }
      let values = try? leaf.normalisation.applied(
        to: raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter)
      guard let values else {
        evaluator.valuesFail = true
        return
      }
      for (unit, value) in values.enumerated() {
        guard let value else { continue }
        if value < 0, position.aggregation.needsNonNegative { evaluator.valuesFail = true }
        let place = places[unit]
        evaluator.values[position.start + place / 4 * position.stride][place % 4] =
          position.aggregation.summand(of: value)
      }
    }
  }
}
