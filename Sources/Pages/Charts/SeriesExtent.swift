internal import Scoring

/// The years and values that the axes of a chart of an index have to cover.
struct SeriesExtent {
  let years: ClosedRange<Int>
  private let values: Interval
  private let limits: Interval?

  /// Nil when no series has a point.
  init?(_ series: [IndexSeriesChart.Series], unit: MeasurementUnit) {
    let points = series.flatMap(\.points)
    guard let first = points.map(\.year).min(), let last = points.map(\.year).max(),
      let lowest = points.map(\.value.lower).min(), let highest = points.map(\.value.upper).max()
    else { return nil }
    years = first...last
    values = Interval(between: lowest, and: highest)
    limits = unit == .percent ? Interval(between: .zero, and: ExactDecimal(100)) : nil
  }

  /// About this many ticks; those of percent stay between 0 and 100.
  func ticks(_ count: Int) -> NiceTicks { NiceTicks(covering: values, count: count, limits: limits) }
}
