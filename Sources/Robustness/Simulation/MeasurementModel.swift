/// The uncertainty of the measured scores.
///
/// A rounded value is uniform over the values that print alike: half of the last printed place on either side. A value
/// with a standard error is normal around it; with both, the errors add. In a framework of points every value stays
/// within 0 to the maximum: the rounding interval is truncated there and a normal error beyond a bound is set to the
/// bound. Values are independent, and each draw normalises its values anew.
package struct MeasurementModel: Sendable {
  /// Why standard errors cannot be used.
  package enum MeasurementFault: Error, Hashable, Sendable {
    /// There is not one row per column with one entry per unit.
    case shape
    /// A standard error is negative or not finite.
    case standardErrorInvalid(unit: String, code: String)
  }

  /// One uncertain value.
  struct MeasuredCell: Sendable {
    let unit: Int
    /// The ends of the rounding interval, in raw units; both equal the value when it is not rounded.
    let low: Double
    let high: Double
    /// The standard deviation of the normal error, not below 0.
    let standardError: Double
  }

  /// The uncertain values, by column.
  let cells: [[MeasuredCell]]

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - rounding: whether values count as rounded to their printed decimals. A value with unknown decimals counts as
  ///     exact.
  ///   - standardErrors: `[column][unit]` in index order, in raw units, not below 0; nil where there is none. Empty
  ///     when there are none at all.
  ///   - index: the index that the model is for.
  /// - Throws: the reason why the standard errors cannot be used.
  package init(
    rounding: Bool, standardErrors: [[Double?]] = [], index: CompositeIndex
  ) throws(MeasurementFault) {
    guard
      standardErrors.isEmpty
        || standardErrors.count == index.leaves.count
          && standardErrors.allSatisfy({ $0.count == index.units.count })
    else { throw .shape }
    var cells: [[MeasuredCell]] = []
    for (column, leaf) in index.leaves.enumerated() {
      var uncertain: [MeasuredCell] = []
      for unit in index.units.indices {
        let error = standardErrors.isEmpty ? 0 : standardErrors[column][unit] ?? 0
        guard error >= 0, error.isFinite else {
          throw .standardErrorInvalid(unit: index.units[unit], code: index.nodes[leaf.node].code)
        }
        guard let value = leaf.raw[unit], index.values[column][unit] != nil else { continue }
        let half = rounding ? leaf.printedPlaces[unit].map(Self.halfOfLastPlace) ?? 0 : 0
        guard half > 0 || error > 0 else { continue }
        uncertain.append(
          MeasuredCell(
            unit: unit, low: leaf.bounded(value - half), high: leaf.bounded(value + half),
            standardError: error))
      }
      cells.append(uncertain)
    }
    self.cells = cells
  }

  /// Whether every value is certain.
  package var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

  private static func halfOfLastPlace(_ places: Int) -> Double {
    (0..<max(places, 0)).reduce(0.5) { half, _ in half / 10 }
  }
}

extension MeasurementModel.MeasuredCell {
  /// Draws a raw value.
  @inline(__always)
  func value(of leaf: CompositeIndex.Leaf, from stream: inout RandomStream) -> Double {
    let value = high > low ? low + (high - low) * stream.unit() : low
    return standardError > 0 ? leaf.bounded(value + standardError * stream.normal()) : value
  }
}

extension CompositeIndex.Leaf {
  /// The nearest value allowed for the leaf: points lie between 0 and the maximum.
  fileprivate func bounded(_ value: Double) -> Double {
    maximum.map { min(max(value, 0), $0) } ?? value
  }
}
