/// How far the scores may lie from what was measured.
///
/// A rounded value is uniform over the values that are printed like it: half of the last printed place to either
/// side. A value with a standard error is normal around it; one with both is the sum. In a framework of points
/// no value leaves 0 to the maximum: the rounding interval is cut there, and a normal error that leads farther
/// counts as the bound. Values are independent, and each draw normalises its values anew.
package struct MeasurementModel: Sendable {
  /// Why standard errors can not be used.
  package enum Fault: Error, Hashable, Sendable {
    /// Not one row a column with one entry a unit.
    case shape
    /// A standard error below zero or not finite.
    case standardErrorInvalid(unit: String, code: String)
  }

  /// One value that is not certain.
  struct Cell: Sendable {
    let unit: Int
    /// The ends of the rounding interval, in raw units; equal to the value without rounding.
    let low: Double
    let high: Double
    /// The standard deviation of the normal error, not below 0.
    let standardError: Double
  }

  /// The values that are not certain, column by column.
  let cells: [[Cell]]

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - rounding: whether values are taken as rounded to the decimals they are printed with. A value of which
  ///     these are not known is taken as not rounded.
  ///   - standardErrors: `[column][unit]` in the order of the index, in raw units, not below 0; nil where there
  ///     is none. Empty when there are none at all.
  ///   - index: the index that the model is for.
  /// - Throws: why the standard errors can not be used.
  package init(
    rounding: Bool, standardErrors: [[Double?]] = [], index: CompositeIndex
  ) throws(Fault) {
    guard
      standardErrors.isEmpty
        || standardErrors.count == index.leaves.count
          && standardErrors.allSatisfy({ $0.count == index.units.count })
    else { throw .shape }
    var cells: [[Cell]] = []
    for (column, leaf) in index.leaves.enumerated() {
      var uncertain: [Cell] = []
      for unit in index.units.indices {
        let error = standardErrors.isEmpty ? 0 : standardErrors[column][unit] ?? 0
        guard error >= 0, error.isFinite else {
          throw .standardErrorInvalid(unit: index.units[unit], code: index.nodes[leaf.node].code)
        }
        guard let value = leaf.raw[unit], index.values[column][unit] != nil else { continue }
        let half = rounding ? leaf.printedPlaces[unit].map(Self.halfOfLastPlace) ?? 0 : 0
        guard half > 0 || error > 0 else { continue }
        uncertain.append(
          Cell(
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

extension MeasurementModel.Cell {
  /// Draws a raw value.
  @inline(__always)
  func value(of leaf: CompositeIndex.Leaf, from stream: inout RandomStream) -> Double {
    let value = high > low ? low + (high - low) * stream.unit() : low
    return standardError > 0 ? leaf.bounded(value + standardError * stream.normal()) : value
  }
}

extension CompositeIndex.Leaf {
  /// The nearest value that the leaf can have: points lie between 0 and the maximum.
  fileprivate func bounded(_ value: Double) -> Double {
    maximum.map { min(max(value, 0), $0) } ?? value
  }
}
