package import Scoring
internal import Text

/// The maximum points of the parts of editions, one bar per edition. Known maxima are coloured by confidence. All
/// unknown ones share one hatched rest, because the borders between them are unknown too.
package struct WeightsChart: Sendable {
  /// One part of a bar.
  package struct Segment: Sendable {
    /// A short code, `LV1`.
    package let code: String
    /// The maximum; nil when it is not known exactly.
    package let maximum: ExactDecimal?
    /// The confidence in the maximum; ignored when the maximum is not known.
    package let status: Confidence

    package init(code: String, maximum: ExactDecimal?, status: Confidence) {
      (self.code, self.maximum, self.status) = (code, maximum, status)
    }
  }

  package struct WeightBar: Sendable {
    /// The edition.
    package let label: String
    /// The years, on the right; may be empty.
    package let detail: String
    /// The sum of all maxima.
    package let total: ExactDecimal
    /// The parts in order.
    package let segments: [Segment]

    package init(label: String, detail: String, total: ExactDecimal, segments: [Segment]) {
      (self.label, self.detail, self.total, self.segments) = (label, detail, total, segments)
    }
  }

  private let text: ChartText
  private let rows: [WeightBar]
  private let statusNames: [Confidence: String]
  private let unknownLabel: String

  /// - Parameters:
  ///   - statusNames: the legend of each confidence.
  ///   - unknownLabel: the legend of the hatched rest, `chưa biết`.
  package init(
    text: ChartText, rows: [WeightBar], statusNames: [Confidence: String], unknownLabel: String
  ) {
    (self.text, self.rows, self.statusNames) = (text, rows, statusNames)
    self.unknownLabel = unknownLabel
  }

  package var svg: String {
    SVGDocument.make(text, table) { canvas in
      canvas.legend(legend)
      for row in rows { draw(row, on: &canvas) }
      canvas.cursor += 4
    }
  }

  private var legend: [ChartLegendEntry] {
    let segments = rows.flatMap(\.segments)
    var entries = Confidence.allCases.compactMap { status in
      segments.contains { $0.maximum != nil && $0.status == status }
        ? statusNames[status].map { ChartLegendEntry(fill: .solid(status.rawValue), label: $0) } : nil
    }
    if segments.contains(where: { $0.maximum == nil }) {
      entries.append(ChartLegendEntry(fill: .unknown, label: unknownLabel))
    }
    return entries
  }

  private func draw(_ row: WeightBar, on canvas: inout SVGCanvas) {
    canvas.cursor += 8
    canvas.label(row.label, value: row.detail, valueStyle: "end soft")
    canvas.cursor += 4
    let known = row.segments.filter { $0.maximum != nil }
    let sum = known.compactMap(\.maximum).sum
    let scale = ChartScale(
      domain: Interval(between: .zero, and: max(row.total, sum, ExactDecimal(1))),
      start: ChartMetrics.margin, end: ChartMetrics.width - ChartMetrics.margin)
    var left: [String] = []
    var done = ExactDecimal.zero
    for segment in known {
      guard let maximum = segment.maximum else { continue }
      let (start, end) = (scale.position(of: done), scale.position(of: done + maximum))
      done += maximum
      let value = NumberText.exact(maximum, in: text.language)
      canvas.box(x: start, y: canvas.cursor, width: end - start, height: 48, .solid(segment.status.rawValue))
      canvas.line(x1: end, y1: canvas.cursor, x2: end, y2: canvas.cursor + 48, "cut")
      let ink = segment.status == .derived ? "on-light" : "on-dark"
      if !place([segment.code, value], from: start, to: end, ink: ink, on: &canvas) {
        left.append("\(segment.code): \(value)")
      }
    }
    let unknown = row.segments.filter { $0.maximum == nil }.map(\.code)
    if !unknown.isEmpty {
      let start = scale.position(of: done)
      canvas.box(x: start, y: canvas.cursor, width: scale.end - start, height: 48, .unknown)
      canvas.frame(x: start, y: canvas.cursor, width: scale.end - start, height: 48, dashed: true)
      let rest = NumberText.exact(row.total - done, in: text.language)
      let words = [unknown.joined(separator: " + "), rest]
      if !place(words, from: start, to: scale.end, ink: "halo", on: &canvas) {
        left.append("\(unknown.joined(separator: " + ")): \(rest)")
      }
    }
    canvas.cursor += 52
    canvas.paragraph(left.joined(separator: " · "), "soft")
    canvas.cursor += 6
  }

  /// Writes lines of text in a part of the bar; false, and nothing written, when the part is too narrow.
  private func place(
    _ words: [String], from start: Double, to end: Double, ink: String, on canvas: inout SVGCanvas
  ) -> Bool {
    let widest = words.map { TextMeasure.width($0, size: ChartMetrics.text) }.max() ?? 0
    guard widest + 4 <= end - start else { return false }
    for (offset, word) in words.enumerated() {
      let y = canvas.cursor + 20 + Double(offset) * ChartMetrics.line
      canvas.text(word, x: (start + end) / 2, y: y, "middle \(ink)")
    }
    return true
  }
}

extension WeightsChart {
  private var table: ChartTable {
    ChartTable(
      [
        LocalizedText(vi: "Bộ tiêu chí", en: "Edition"), LocalizedText(vi: "Lĩnh vực", en: "Component"),
        LocalizedText(vi: "Điểm tối đa", en: "Maximum"),
      ],
      in: text.language,
      rows: rows.flatMap { row in
        row.segments.map { [.text(row.label), .text($0.code), $0.maximum.map { .number($0) }] }
      })
  }
}
