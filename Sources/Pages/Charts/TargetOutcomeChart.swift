package import Scoring
internal import Text

/// Targets and outcomes of one indicator on one axis: the values that meet the target as a band, its
/// threshold as a mark, an outcome as a dot, a bound or a conflict as a hatched range.
package struct TargetOutcomeChart: Sendable {
  /// A range of values; a nil end lies beyond the axis.
  package struct Span: Hashable, Sendable {
    package let lower: ExactDecimal?
    package let upper: ExactDecimal?

    package init(lower: ExactDecimal?, upper: ExactDecimal?) {
      (self.lower, self.upper) = (lower, upper)
    }

    package init(_ value: ExactDecimal) { self.init(lower: value, upper: value) }

    package var isExact: Bool { lower != nil && lower == upper }
  }

  /// One row, such as a province and a year.
  package struct TargetOutcomeRow: Sendable {
    package let label: String
    /// The target as text below the label; the marks themselves have no labels.
    package let detail: String
    /// The values that meet each target; a range or a single value have both ends.
    package let targets: [Span]
    /// The values that each reported outcome may have.
    package let outcomes: [Span]
    package let verdict: Verdict

    package init(label: String, detail: String, targets: [Span], outcomes: [Span], verdict: Verdict) {
      (self.label, self.detail, self.targets) = (label, detail, targets)
      (self.outcomes, self.verdict) = (outcomes, verdict)
    }
  }

  private let text: ChartText
  private let unit: MeasurementUnit
  private let rows: [TargetOutcomeRow]

  package init(text: ChartText, unit: MeasurementUnit, rows: [TargetOutcomeRow]) {
    (self.text, self.unit, self.rows) = (text, unit, rows)
  }

  package var svg: String {
    let ends = rows.flatMap { $0.targets + $0.outcomes }.flatMap { [$0.lower, $0.upper] }
      .compactMap { $0 }
    let data = Interval(between: ends.min() ?? .zero, and: ends.max() ?? ExactDecimal(100))
    let limits = unit == .percent ? Interval(between: .zero, and: ExactDecimal(100)) : nil
    let ticks = NiceTicks(covering: data, count: 5, limits: limits)
    let scale = ChartScale(
      domain: ticks.domain, start: ChartMetrics.margin + 10,
      end: ChartMetrics.width - ChartMetrics.margin - 10)
    return SVGDocument.make(text, table) { canvas in
      for row in rows { draw(row, scale: scale, on: &canvas) }
      canvas.cursor += 4
      canvas.bottomAxis(
        ChartAxis(ticks: ticks.values, scale: scale, unit: unit, language: text.language))
    }
  }

  private func draw(_ row: TargetOutcomeRow, scale: ChartScale, on canvas: inout SVGCanvas) {
    canvas.cursor += 10
    canvas.label(row.label, value: row.verdict.name[text.language], valueStyle: "end strong")
    canvas.paragraph(row.detail, "soft")
    canvas.cursor += 6
    let (y, height) = (canvas.cursor, 24.0)
    let left = ChartMetrics.margin
    let right = ChartMetrics.width - left
    canvas.box(x: left, y: y + 8, width: right - left, height: 8, .solid("track"))
    for span in row.targets {
      let start = span.lower.map(scale.clamped) ?? left
      let end = span.upper.map(scale.clamped) ?? right
      canvas.box(x: start, y: y + 4, width: end - start, height: 16, .solid("goal"))
    }
    ranges(row.outcomes, scale: scale, y: y, on: &canvas)
    for threshold in Set(row.targets.flatMap { [$0.lower, $0.upper] }.compactMap { $0 }).sorted() {
      let x = scale.clamped(threshold)
      canvas.line(x1: x, y1: y - 1, x2: x, y2: y + height + 1, "target")
    }
    dots(row.outcomes, scale: scale, y: y, on: &canvas)
    canvas.cursor += height + 8
  }

  /// Draws the ranges of bounds and the range between conflicting reports.
  private func ranges(_ spans: [Span], scale: ChartScale, y: Double, on canvas: inout SVGCanvas) {
    let left = ChartMetrics.margin
    var ranges = spans.filter { !$0.isExact }
    let exact = spans.filter(\.isExact).compactMap(\.lower)
    if let lowest = exact.min(), let highest = exact.max(), lowest < highest {
      ranges.append(Span(lower: lowest, upper: highest))
    }
    for range in ranges {
      let start = range.lower.map(scale.clamped) ?? left
      let end = range.upper.map(scale.clamped) ?? ChartMetrics.width - left
      canvas.box(x: start, y: y + 6, width: end - start, height: 12, .unsettled)
      canvas.frame(x: start, y: y + 6, width: end - start, height: 12)
    }
  }

  /// Draws the reported numbers: a dot for a value, a stroke for the known end of a bound.
  private func dots(_ spans: [Span], scale: ChartScale, y: Double, on canvas: inout SVGCanvas) {
    for span in spans where !span.isExact && (span.lower == nil || span.upper == nil) {
      guard let end = span.lower ?? span.upper else { continue }
      let x = scale.clamped(end)
      canvas.line(x1: x, y1: y + 3, x2: x, y2: y + 21, "bracket")
    }
    let exact = Set(spans.filter(\.isExact).compactMap(\.lower)).sorted()
    for value in exact { canvas.dot(x: scale.clamped(value), y: y + 12) }
  }
}

extension TargetOutcomeChart {
  /// A row for each outcome with its goals; one without outcomes has a row of its own.
  private var table: ChartTable {
    ChartTable(
      [
        ChartTable.Column.name, LocalizedText(vi: "Mức đề ra", en: "Goal"), ChartTable.Column.lower,
        ChartTable.Column.upper,
      ],
      in: text.language,
      rows: rows.flatMap { row in
        let spans = row.outcomes.isEmpty ? [Span(lower: nil, upper: nil)] : row.outcomes
        return spans.map { [.text(row.label), .text(row.detail)] + $0.cells }
      })
  }
}

extension TargetOutcomeChart.Span {
  /// Both ends as cells of a table; nil where the range is open.
  var cells: [ChartTable.Cell?] { [lower, upper].map { $0.map { .number($0) } } }
}
