package import Scoring
internal import Text

/// The points of each component against its maximum: the known part solid, the unknown part hatched.
package struct ComponentBarsChart: Sendable {
  package struct ComponentBar: Sendable {
    /// The code and the name.
    package let label: String
    /// The possible values of the maximum; nil when nothing is known of it.
    package let maximum: Interval?
    /// The possible values of the points; nil when nothing is known of them.
    package let points: Interval?
    /// The value or the interval in words, with its maximum: `9,94 trên 10,5`.
    package let value: String
    /// The confidence in the figure; nil draws no text.
    package let status: Confidence?

    package init(
      label: String, maximum: Interval?, points: Interval?, value: String, status: Confidence? = nil
    ) {
      (self.label, self.maximum, self.points) = (label, maximum, points)
      (self.value, self.status) = (value, status)
    }
  }

  private let text: ChartText
  private let rows: [ComponentBar]
  private let statusNames: [Confidence: String]
  private let unknownLabel: String
  private let knownLabel: String

  /// - Parameters:
  ///   - knownLabel: the legend of the solid part, `điểm đã biết`.
  ///   - unknownLabel: the legend of the hatched part, `khoảng có thể`.
  ///   - statusNames: the text drawn for each status.
  package init(
    text: ChartText, rows: [ComponentBar], knownLabel: String, unknownLabel: String,
    statusNames: [Confidence: String] = [:]
  ) {
    (self.text, self.rows, self.statusNames) = (text, rows, statusNames)
    (self.knownLabel, self.unknownLabel) = (knownLabel, unknownLabel)
  }

  package var svg: String {
    let largest = rows.flatMap { [$0.maximum?.upper, $0.points?.upper] }.compactMap { $0 }.max() ?? .zero
    let ticks = NiceTicks(covering: Interval(between: .zero, and: largest))
    // The axis ends at the largest value, not at the round one above it, to keep the bars long.
    let scale = ChartScale(
      domain: Interval(between: .zero, and: max(largest, ExactDecimal(1))), start: ChartMetrics.margin,
      end: ChartMetrics.width - ChartMetrics.margin)
    return SVGDocument.make(text, table) { canvas in
      canvas.legend(legend)
      for row in rows { draw(row, scale: scale, on: &canvas) }
      let shown = ticks.values.filter { $0 <= scale.domain.upper }
      canvas.bottomAxis(ChartAxis(ticks: shown, scale: scale, unit: .points, language: text.language))
    }
  }

  private var legend: [ChartLegendEntry] {
    var entries: [ChartLegendEntry] = []
    if rows.contains(where: { ($0.points?.lower ?? .zero) > .zero }) {
      entries.append(ChartLegendEntry(fill: .solid("confirmed"), label: knownLabel))
    }
    if rows.contains(where: { !($0.points?.isExact ?? false) }) {
      entries.append(ChartLegendEntry(fill: .unknown, label: unknownLabel))
    }
    return entries
  }

  private func draw(_ row: ComponentBar, scale: ChartScale, on canvas: inout SVGCanvas) {
    canvas.cursor += 6
    canvas.label(row.label, value: row.value)
    if let status = row.status, let name = statusNames[status] { canvas.paragraph(name, "soft") }
    canvas.cursor += 4
    let end = row.maximum.map { scale.clamped($0.upper) } ?? scale.end
    let (y, height) = (canvas.cursor, 20.0)
    let lower = row.points.map { scale.clamped($0.lower) } ?? scale.start
    let upper = row.points.map { scale.clamped($0.upper) } ?? end
    canvas.box(x: scale.start, y: y, width: end - scale.start, height: height, .solid("track"))
    canvas.box(x: scale.start, y: y, width: lower - scale.start, height: height, .solid("confirmed"))
    canvas.box(x: lower, y: y, width: upper - lower, height: height, .unknown)
    // A dashed frame shows that the maximum is not known exactly.
    let isExact = row.maximum?.isExact ?? false
    canvas.frame(x: scale.start, y: y, width: end - scale.start, height: height, dashed: !isExact)
    canvas.cursor += height + 8
  }
}

extension ComponentBarsChart {
  private var table: ChartTable {
    let maximum = (
      lower: LocalizedText(vi: "Điểm tối đa, ít nhất", en: "Maximum, lowest"),
      upper: LocalizedText(vi: "Điểm tối đa, nhiều nhất", en: "Maximum, highest")
    )
    return ChartTable(
      [
        ChartTable.Column.name, ChartTable.Column.lower, ChartTable.Column.upper, maximum.lower,
        maximum.upper,
        ChartTable.Column.shown,
      ],
      in: text.language,
      rows: rows.map { row in
        [.text(row.label)] + (row.points?.cells ?? [nil, nil]) + (row.maximum?.cells ?? [nil, nil])
          + [.text(row.value)]
      })
  }
}
