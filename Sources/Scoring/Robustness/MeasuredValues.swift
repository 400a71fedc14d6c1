/// Draws values from a measurement model and puts them in place of those of a plan.
struct MeasuredValues: Sendable {
  private let index: CompositeIndex
  private let model: MeasurementModel
  private let seed: UInt64
  /// The place of each unit in the order of a plan.
  private let places: [Int]
  /// The summands of the column in hand, one a place, filled up to a multiple of four.
  private var summands: [Double]

  /// Nil when every value is certain.
  init?(index: CompositeIndex, settings: RankSimulation.Settings) {
    guard let model = settings.measurement, !model.isEmpty else { return nil }
    self.index = index
    self.model = model
    seed = settings.seed
    var places = [Int](repeating: 0, count: index.units.count)
    for (place, unit) in ScorePlan(index: index).order.enumerated() { places[unit] = place }
    self.places = places
    summands = [Double](repeating: 0, count: (places.count + 3) / 4 * 4)
  }

  /// Draws the values of one draw and writes them into an evaluator.
  mutating func set(draw: Int, purpose: RandomStream.Purpose, in evaluator: inout ScoreEvaluator) {
    var stream = RandomStream(seed: seed, draw: draw, purpose: purpose)
    evaluator.valuesFail = false
    for column in model.cells.indices where !model.cells[column].isEmpty {
      guard let position = evaluator.plan.positions[column] else { continue }
      let leaf = index.leaves[column]
      if case .none = leaf.normalisation {
        // Each value by itself, as in every framework of points.
        for unit in places.indices {
          summands[places[unit]] = index.values[column][unit].map(position.aggregation.summand) ?? 0
        }
        for cell in model.cells[column] {
          let value = cell.value(of: leaf, from: &stream) / (leaf.maximum ?? 1)
          if value < 0, position.aggregation.needsNonNegative { evaluator.valuesFail = true }
          summands[places[cell.unit]] = position.aggregation.summand(of: value)
        }
        write(to: position, in: &evaluator)
        continue
      }
      var raw = leaf.raw
      for cell in model.cells[column] { raw[cell.unit] = cell.value(of: leaf, from: &stream) }
      let values = try? leaf.normalisation.applied(
        to: raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter)
      guard let values else {
        evaluator.valuesFail = true
        return
      }
      for (unit, value) in values.enumerated() {
        guard let value else {
          summands[places[unit]] = 0
          continue
        }
        if value < 0, position.aggregation.needsNonNegative { evaluator.valuesFail = true }
        summands[places[unit]] = position.aggregation.summand(of: value)
      }
      write(to: position, in: &evaluator)
    }
  }

  /// Writes the summands of a column.
  private func write(to position: ScorePlan.Position, in evaluator: inout ScoreEvaluator) {
    for tile in 0..<evaluator.plan.tiles {
      evaluator.values[position.start + tile * position.stride] = SIMD4(
        summands[4 * tile], summands[4 * tile + 1], summands[4 * tile + 2], summands[4 * tile + 3])
    }
  }
}
