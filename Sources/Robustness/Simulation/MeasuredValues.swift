internal import Scoring

/// Draws values from a measurement model and writes them into an evaluator.
struct MeasuredValues: Sendable {
  /// A column with uncertain values.
  private struct Column: Sendable {
    let leaf: CompositeIndex.Leaf
    let aggregation: Aggregation
    let cells: [MeasurementModel.MeasuredCell]
    /// The position of each unit's value among the evaluator's numbers.
    let offsets: [Int]
  }

  private let columns: [Column]
  private let seed: UInt64

  /// - Parameter plan: a plan made for changing values.
  init(model: MeasurementModel, index: CompositeIndex, plan: ScorePlan, seed: UInt64) {
    self.seed = seed
    var places = [Int](repeating: 0, count: plan.units)
    for (place, unit) in plan.order.enumerated() { places[unit] = place }
    columns = model.cells.enumerated().compactMap { column, cells in
      guard !cells.isEmpty, let position = plan.positions[column] else { return nil }
      return Column(
        leaf: index.leaves[column], aggregation: position.aggregation, cells: cells,
        offsets: places.map { 4 * (position.start + $0 / 4 * position.stride) + $0 % 4 })
    }
  }

  /// Draws the values of one draw and writes them into an evaluator of the plan.
  func set(draw: Int, purpose: RandomStream.Purpose, in evaluator: inout ScoreEvaluator) {
    var stream = RandomStream(seed: seed, draw: draw, purpose: purpose)
    let isSound = evaluator.values.withUnsafeMutableBytes { values in
      let numbers = values.assumingMemoryBound(to: Double.self)
      for column in columns {
        let isSet =
          if case .none = column.leaf.normalisation {
            Self.setEach(column, from: &stream, in: numbers)
          } else {
            Self.setTogether(column, from: &stream, in: numbers)
          }
        if !isSet { return false }
      }
      return true
    }
    evaluator.valuesFail = !isSound
  }

  /// Sets each value by itself, for a column without normalisation; certain values stay. False when one cannot be
  /// scored.
  private static func setEach(
    _ column: Column, from stream: inout RandomStream, in numbers: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let (aggregation, leaf) = (column.aggregation, column.leaf)
    let maximum = leaf.maximum ?? 1
    return column.offsets.withUnsafeBufferPointer { offsets in
      for cell in column.cells {
        let value = cell.value(of: leaf, from: &stream) / maximum
        if value < 0, aggregation.needsNonNegative { return false }
        numbers[offsets[cell.unit]] = aggregation.summand(of: value)
      }
      return true
    }
  }

  /// Sets all values of a column, because normalisation makes them depend on each other. False when they cannot be
  /// scored.
  private static func setTogether(
    _ column: Column, from stream: inout RandomStream, in numbers: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    let (aggregation, leaf) = (column.aggregation, column.leaf)
    var raw = leaf.raw
    for cell in column.cells { raw[cell.unit] = cell.value(of: leaf, from: &stream) }
    let values = try? leaf.normalisation.applied(
      to: raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter)
    guard let values else { return false }
    for (unit, value) in values.enumerated() {
      if let value, value < 0, aggregation.needsNonNegative { return false }
      numbers[column.offsets[unit]] = value.map(aggregation.summand) ?? 0
    }
    return true
  }
}
