internal import Scoring

/// What became of a promise, as one square of the home page shows it. The raw value is the style of the square.
enum PromiseState: String, CaseIterable {
  case met, metProvisionally = "met-provisional"
  case missed, missedProvisionally = "missed-provisional"
  /// Counted in another way, the verdict could be another.
  case metByWay = "met-by-way"
  case missedByWay = "missed-by-way"
  case undetermined
  /// A related figure is all that was found.
  case related
  /// Nothing was found.
  case nothing = "no-data"
  case pending, lapsed
  /// Lapsed, with a related figure.
  case lapsedRelated = "lapsed-related"
  case notMeasurable = "not-measurable"

  init(_ promise: Promise) {
    self =
      switch promise.verdict {
      case .met: promise.isProvisional ? .metProvisionally : promise.dependsOnWay ? .metByWay : .met
      case .missed:
        promise.isProvisional ? .missedProvisionally : promise.dependsOnWay ? .missedByWay : .missed
      case .undetermined: .undetermined
      case .noData: promise.nearness == .relatedFigure ? .related : .nothing
      case .pending: .pending
      case .lapsed: promise.hasRelatedFigure ? .lapsedRelated : .lapsed
      case .notMeasurable: .notMeasurable
      }
  }

  /// The words before the promise, for those who do not see the square.
  func label(_ context: PageContext) -> String { context.label("promise.state_" + word) }

  private var word: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }
}
