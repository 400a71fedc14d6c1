package import Scoring
internal import Text

/// An index over the years in small panels, one for each province, all with the same axes, so that lines can be compared
/// and never cross.
package struct IndexPanelsChart: Sendable {
  package let text: ChartText
  package let unit: MeasurementUnit
  let series: [IndexSeriesChart.Series]
  /// The first year of each new way of measuring. A dotted line stands before it.
  let breaks: [Int]

  package init(text: ChartText, unit: MeasurementUnit, series: [IndexSeriesChart.Series], breaks: [Int] = [])
  {
    (self.text, self.unit, self.breaks) = (text, unit, breaks)
    self.series = series.filter { !$0.points.isEmpty }
  }

  private static let plotHeight = 120.0
  private static let gap = 22.0
  private static let columns = 2

  package var svg: String {
    SVGDocument.make(text, table) { canvas in
      guard let axes = Axes(self) else { return }
      var row = series.indices.lowerBound
      while row < series.count {
        let numbers = row..<min(row + Self.columns, series.count)
        draw(numbers, axes, on: &canvas)
        row = numbers.upperBound
      }
    }
  }

  /// What all panels share.
  private struct Axes {
    let years: ClosedRange<Int>
    let ticks: NiceTicks
    let left: Double
    let width: Double

    /// Nil when no series has a point.
    init?(_ chart: IndexPanelsChart) {
      guard let extent = SeriesExtent(chart.series, unit: chart.unit) else { return nil }
      years = extent.years
      ticks = extent.ticks(4)
      let labels = ChartAxis(
        ticks: ticks.values, scale: ChartScale(domain: ticks.domain, start: 0, end: 0), unit: chart.unit,
        language: chart.text.language)
      left = ChartMetrics.margin + labels.labelWidth + 8
      let inner = ChartMetrics.width - ChartMetrics.margin - left
      width = (inner - gap * Double(columns - 1)) / Double(columns)
    }

    func start(_ place: Int) -> Double { left + Double(place) * (width + gap) }

    func x(_ year: Double, from start: Double) -> Double {
      guard years.count > 1 else { return start + width / 2 }
      return start + 10 + (width - 20) * (year - Double(years.lowerBound)) / Double(years.count - 1)
    }
  }

  /// Draws panels side by side; the labels of the values stand before the first.
  private func draw(_ numbers: Range<Int>, _ axes: Axes, on canvas: inout SVGCanvas) {
    let names = numbers.map { number in
      TextMeasure.wrap(series[number].name, size: ChartMetrics.text, maximum: axes.width, isBold: true)
        + [series[number].lastValue].filter { !$0.isEmpty }
    }
    let head = canvas.cursor + Double(names.map(\.count).max() ?? 0) * ChartMetrics.line
    let (top, bottom) = (head + 14, head + 14 + Self.plotHeight)
    let axis = ChartAxis(
      ticks: axes.ticks.values, scale: ChartScale(domain: axes.ticks.domain, start: bottom, end: top),
      unit: unit, language: text.language)
    for tick in axes.ticks.values {
      canvas.text(axis.label(tick), x: axes.left - 8, y: axis.scale.position(of: tick) + 5, "soft end")
    }
    for (place, number) in numbers.enumerated() {
      let start = axes.start(place)
      for (offset, line) in names[place].enumerated() {
        let isValue = !series[number].lastValue.isEmpty && offset == names[place].count - 1
        let y = canvas.cursor + Double(offset + 1) * ChartMetrics.line - 5
        canvas.text(line, x: start, y: y, isValue ? "soft" : "strong f\(number % ChartStyle.seriesCount)")
      }
      panel(number, axes, axis, start: start, top: top, bottom: bottom, on: &canvas)
    }
    canvas.cursor = bottom + 38
  }

  private func panel(
    _ number: Int, _ axes: Axes, _ axis: ChartAxis, start: Double, top: Double, bottom: Double,
    on canvas: inout SVGCanvas
  ) {
    for tick in axes.ticks.values {
      let y = axis.scale.position(of: tick)
      canvas.line(x1: start, y1: y, x2: start + axes.width, y2: y, "grid")
    }
    canvas.line(x1: start, y1: bottom, x2: start + axes.width, y2: bottom, "rule")
    for year in breaks where axes.years.contains(year) && axes.years.contains(year - 1) {
      let x = axes.x(Double(year) - 0.5, from: start)
      canvas.line(x1: x, y1: top - 6, x2: x, y2: bottom, "break")
    }
    let first = String(axes.years.lowerBound)
    canvas.text(first, x: start, y: bottom + 22, "soft")
    if axes.years.count > 1 {
      canvas.text(String(axes.years.upperBound), x: start + axes.width, y: bottom + 22, "soft end")
    }
    canvas.series(series[number], number, breaks: breaks) { point in
      (
        axes.x(Double(point.year), from: start), axis.scale.position(of: point.value.upper),
        axis.scale.position(of: point.value.lower)
      )
    }
  }
}

extension IndexPanelsChart {
  /// A row for each value of a line.
  private var table: ChartTable {
    ChartTable(
      [ChartTable.Column.name, ChartTable.Column.year, ChartTable.Column.lower, ChartTable.Column.upper],
      in: text.language,
      rows: series.flatMap { line in
        line.points.map { [.text(line.name), .whole($0.year)] + $0.value.cells }
      })
  }
}
