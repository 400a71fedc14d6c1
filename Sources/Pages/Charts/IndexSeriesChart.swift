package import Scoring
internal import Text

/// An index over the years, one line for each province. A year without a value stays a gap, conflicting
/// values are drawn as the range between them, and no line crosses a break.
package struct IndexSeriesChart: Sendable {
  package struct Point: Sendable {
    package let year: Int
    /// The value, or the range of the conflicting values.
    package let value: Interval

    package init(year: Int, value: Interval) { (self.year, self.value) = (year, value) }
  }

  /// One line of the chart.
  package struct Series: Sendable {
    package let name: String
    /// Ascending years; a missing year is a gap.
    package let points: [Point]
    /// The text below the name at the end of the line, `91,87 (2024)`; may be empty.
    package let lastValue: String

    package init(name: String, points: [Point], lastValue: String = "") {
      self.name = name
      self.points = points.sorted { $0.year < $1.year }
      self.lastValue = lastValue
    }
  }

  /// A break that makes values before and after it incomparable: a new edition, a merger, a new method.
  package struct ChartBreak: Sendable {
    /// The first year after it.
    package let year: Int
    package let label: String

    package init(year: Int, label: String) { (self.year, self.label) = (year, label) }
  }

  package let text: ChartText
  package let unit: MeasurementUnit
  let series: [Series]
  package let breaks: [ChartBreak]

  /// - Parameter unit: `percent` adds a percent sign to the values of the axis.
  package init(text: ChartText, unit: MeasurementUnit, series: [Series], breaks: [ChartBreak] = []) {
    (self.text, self.unit, self.series) = (text, unit, series)
    self.breaks = breaks.sorted { $0.year < $1.year }
  }

  package var svg: String {
    SVGDocument.make(text, table) { canvas in
      guard let layout = IndexSeriesLayout(self, top: canvas.cursor) else { return }
      grid(layout, on: &canvas)
      marks(layout, on: &canvas)
      for (number, line) in series.enumerated() {
        canvas.series(line, number, breaks: breaks.map(\.year), place: layout.place)
      }
      endLabels(layout, on: &canvas)
      canvas.cursor = layout.bottom + 28
    }
  }

  private func grid(_ layout: IndexSeriesLayout, on canvas: inout SVGCanvas) {
    for tick in layout.values.ticks {
      let y = layout.values.scale.position(of: tick)
      canvas.line(x1: layout.left, y1: y, x2: layout.right, y2: y, "grid")
      canvas.text(layout.values.label(tick), x: layout.left - 8, y: y + 5, "soft end")
    }
    canvas.line(x1: layout.left, y1: layout.bottom, x2: layout.right, y2: layout.bottom, "rule")
    var free = -Double.infinity
    // From the newest year backwards, so that the newest is always labelled when there is no room for all.
    for year in layout.years.reversed() {
      let x = layout.x(year)
      canvas.line(x1: x, y1: layout.bottom, x2: x, y2: layout.bottom + 5, "rule")
      let half = TextMeasure.width(String(year), size: ChartMetrics.text) / 2
      guard free == -Double.infinity || x + half + 6 < free else { continue }
      canvas.text(String(year), x: x, y: layout.bottom + 23, "soft middle")
      free = x - half
    }
  }

  private func marks(_ layout: IndexSeriesLayout, on canvas: inout SVGCanvas) {
    for label in layout.breakLabels {
      canvas.line(x1: label.x, y1: label.top, x2: label.x, y2: layout.bottom, "break")
      for (offset, line) in label.lines.enumerated() {
        let y = label.top + 15 + Double(offset) * ChartMetrics.line
        let style = label.isBefore ? "soft end halo" : "soft halo"
        canvas.text(line, x: label.x + (label.isBefore ? -6 : 6), y: y, style)
      }
    }
  }

  private func endLabels(_ layout: IndexSeriesLayout, on canvas: inout SVGCanvas) {
    for label in layout.endLabels {
      let style = "class=\"outline\""
      if abs(label.y - label.pointY) > 3 || layout.right - label.pointX > 20 {
        canvas.path(
          [(x: label.pointX + 9, y: label.pointY), (x: layout.right + 10, y: label.y)], style)
      }
      let top = label.y - Double(label.lines.count) * ChartMetrics.line / 2 + 16
      for (offset, line) in label.lines.enumerated() {
        let tone = offset < label.nameLines ? "strong f\(label.series % ChartStyle.seriesCount)" : "soft"
        canvas.text(
          line, x: layout.right + 14, y: top + Double(offset) * ChartMetrics.line, tone + " halo")
      }
    }
  }
}

extension IndexSeriesChart {
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
