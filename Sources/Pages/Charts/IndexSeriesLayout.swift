internal import Scoring

/// The positions of everything in an ``IndexSeriesChart``.
struct IndexSeriesLayout {
  /// The label at the end of a line.
  struct EndLabel {
    let series: Int
    let lines: [String]
    /// The number of lines that hold the name.
    let nameLines: Int
    /// The last point.
    let pointX: Double
    let pointY: Double
    /// The vertical middle of the label, moved so that no two labels touch.
    var y: Double

    var height: Double { Double(lines.count) * ChartMetrics.line + 2 }
  }

  /// The label of a break.
  struct BreakLabel {
    let x: Double
    let lines: [String]
    /// Whether the label is left of the mark.
    let isBefore: Bool
    let top: Double
  }

  let years: ClosedRange<Int>
  let values: ChartAxis
  let left: Double
  let right: Double
  let bottom: Double
  private(set) var endLabels: [EndLabel] = []
  private(set) var breakLabels: [BreakLabel] = []

  private static let plotHeight = 270.0

  /// Nil when no series has a point.
  init?(_ chart: IndexSeriesChart, top: Double) {
    guard let extent = SeriesExtent(chart.series, unit: chart.unit) else { return nil }
    years = extent.years
    let ticks = extent.ticks(6)
    let named = chart.series.enumerated().filter { !$0.element.points.isEmpty }
    let words = named.map { IndexSeriesLayout.words(of: $0.element) }
    let widest =
      words.flatMap { $0.name + $0.value }
      .map { TextMeasure.width($0, size: ChartMetrics.text, isBold: true) }.max() ?? 0
    right = ChartMetrics.width - ChartMetrics.margin - min(widest, 190) - 16
    let labelWidth = ChartAxis(
      ticks: ticks.values, scale: ChartScale(domain: ticks.domain, start: 0, end: 0), unit: chart.unit,
      language: chart.text.language
    ).labelWidth
    left = ChartMetrics.margin + labelWidth + 8
    breakLabels = IndexSeriesLayout.breaks(chart.breaks, years: years, left: left, right: right, top: top + 8)
    let plotTop = breakLabels.map { $0.top + Double($0.lines.count) * ChartMetrics.line }.max() ?? top
    bottom = plotTop + 16 + IndexSeriesLayout.plotHeight
    values = ChartAxis(
      ticks: ticks.values, scale: ChartScale(domain: ticks.domain, start: bottom, end: plotTop + 16),
      unit: chart.unit, language: chart.text.language)
    endLabels = zip(named, words).compactMap { entry, words in
      entry.element.points.last.map { point in
        let y = values.scale.position(of: point.value.upper)
        return EndLabel(
          series: entry.offset, lines: words.name + words.value, nameLines: words.name.count,
          pointX: x(point.year), pointY: y, y: y)
      }
    }
    spread(from: plotTop)
  }

  /// The horizontal position of a year.
  func x(_ year: Int) -> Double {
    IndexSeriesLayout.x(Double(year), years: years, left: left, right: right)
  }

  /// The position of a point; `top` and `bottom` are equal for an exact value.
  func place(_ point: IndexSeriesChart.Point) -> (x: Double, top: Double, bottom: Double) {
    (
      x(point.year), values.scale.position(of: point.value.upper),
      values.scale.position(of: point.value.lower)
    )
  }

  private static func x(_ year: Double, years: ClosedRange<Int>, left: Double, right: Double) -> Double {
    let (from, to) = (left + 16, right - 10)
    guard years.count > 1 else { return (from + to) / 2 }
    return from + (to - from) * (year - Double(years.lowerBound)) / Double(years.count - 1)
  }

  private static func words(of series: IndexSeriesChart.Series) -> (name: [String], value: [String]) {
    let name = TextMeasure.wrap(series.name, size: ChartMetrics.text, maximum: 150, isBold: true)
    return (name, series.lastValue.isEmpty ? [] : [series.lastValue])
  }

  /// The labels of the breaks. A break is drawn half a year before its first year; each label has lines of its own, so
  /// that none touch.
  private static func breaks(
    _ breaks: [IndexSeriesChart.ChartBreak], years: ClosedRange<Int>, left: Double, right: Double, top: Double
  ) -> [BreakLabel] {
    var y = top
    let shown = breaks.filter { years.contains($0.year) && years.contains($0.year - 1) }
    return shown.map { item in
      let x = self.x(Double(item.year) - 0.5, years: years, left: left, right: right)
      let (before, after) = (x - ChartMetrics.margin - 8, ChartMetrics.width - ChartMetrics.margin - x - 8)
      // Right of its mark if it fits, because left of it the label would cross the marks of earlier breaks.
      let width = TextMeasure.width(item.label, size: ChartMetrics.text)
      let isBefore = width > after && before > after
      let lines = TextMeasure.wrap(item.label, size: ChartMetrics.text, maximum: max(before, after))
      defer { y += Double(lines.count) * ChartMetrics.line }
      return BreakLabel(x: x, lines: lines, isBefore: isBefore, top: y)
    }
  }

  /// Moves the end labels apart, first downwards, then up again from the bottom.
  private mutating func spread(from top: Double) {
    endLabels.sort { ($0.pointY, $0.series) < ($1.pointY, $1.series) }
    var free = top
    for index in endLabels.indices {
      endLabels[index].y = max(endLabels[index].y, free + endLabels[index].height / 2)
      free = endLabels[index].y + endLabels[index].height / 2
    }
    var limit = bottom + 12
    for index in endLabels.indices.reversed() {
      endLabels[index].y = min(endLabels[index].y, limit - endLabels[index].height / 2)
      limit = endLabels[index].y - endLabels[index].height / 2
    }
  }
}
