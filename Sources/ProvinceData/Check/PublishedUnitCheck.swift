internal import Scoring
internal import Text

/// Compares the unit of a published value with that of its index.
struct PublishedUnitCheck {
  let context: ParseContext
  let catalogue: Catalogue

  /// - Parameter node: the part of the index that the value is about; nil for the whole index.
  func check(
    _ column: ValueColumn<MeasurementUnit>, index: Identifier<IndexDescription>?,
    measure: PublishedFigure.FigureMeasure?, node: String?
  ) {
    guard let unit = column.value, MeasurementUnit.ofIndexes.contains(unit), measure?.isValueOfIndex == true,
      let index = catalogue.indexes.first(where: { $0.id == index?.rawValue }),
      let declared = index.unit, declared != unit, node == nil || index.isMonthly
    else { return }
    let rule = Rule.plausibleUnit(
      unit: unit.rawValue, index: index.id, declared: declared.rawValue, scale: index.scale)
    context.report(rule, at: column.position)
  }
}

extension MeasurementUnit {
  /// The units that values of a published index have.
  static let ofIndexes: [MeasurementUnit] = [.percent, .points, .index]
}

extension PublishedFigure.FigureMeasure {
  /// Whether it is a value on the scale of the index, rather than a change, a count or a group.
  fileprivate var isValueOfIndex: Bool {
    switch self {
    case .score, .average, .highest, .lowest: true
    default: false
    }
  }
}
