package import Scoring
internal import Text

/// Bars on both sides of zero, one row each; negative ones point left.
package struct SignedBarsChart: Sendable {
  package struct SignedBar: Sendable {
    package let label: String
    /// A word beside the label, such as the component; may be empty.
    package let detail: String
    package let amount: ExactDecimal
    /// The amount as text, at the right end.
    package let value: String

    package init(label: String, detail: String = "", amount: ExactDecimal, value: String) {
      (self.label, self.detail, self.amount, self.value) = (label, detail, amount, value)
    }
  }

  private let text: ChartText
  private let rows: [SignedBar]
  private let unit: MeasurementUnit

  package init(text: ChartText, unit: MeasurementUnit, rows: [SignedBar]) {
    (self.text, self.unit, self.rows) = (text, unit, rows)
  }

  package var svg: String {
    let amounts = rows.map(\.amount) + [.zero]
    let data = Interval(between: amounts.min() ?? .zero, and: amounts.max() ?? .zero)
    let ticks = NiceTicks(covering: data)
    return SVGDocument.make(text, table) { canvas in
      let valueWidth = rows.map { TextMeasure.width($0.value, size: ChartMetrics.text) }.max() ?? 0
      let scale = ChartScale(
        domain: ticks.domain, start: ChartMetrics.margin,
        end: ChartMetrics.width - ChartMetrics.margin - min(valueWidth, 150) - 10)
      for row in rows { draw(row, scale: scale, on: &canvas) }
      canvas.bottomAxis(ChartAxis(ticks: ticks.values, scale: scale, unit: unit, language: text.language))
    }
  }

  private func draw(_ row: SignedBar, scale: ChartScale, on canvas: inout SVGCanvas) {
    canvas.cursor += 4
    canvas.label(row.label, value: row.detail, valueStyle: "soft end")
    canvas.cursor += 3
    let zero = scale.position(of: .zero)
    let end = scale.clamped(row.amount)
    let (y, height) = (canvas.cursor, 14.0)
    canvas.box(
      x: min(zero, end), y: y, width: abs(end - zero), height: height,
      .solid(row.amount < .zero ? "f1" : "f0"))
    canvas.line(x1: zero, y1: y - 3, x2: zero, y2: y + height + 3, "rule")
    canvas.text(row.value, x: ChartMetrics.width - ChartMetrics.margin, y: y + 12, "end")
    canvas.cursor += height + 6
  }
}

extension SignedBarsChart {
  private var table: ChartTable {
    ChartTable(
      [
        ChartTable.Column.name, LocalizedText(vi: "Chi tiết", en: "Detail"),
        LocalizedText(vi: "Giá trị", en: "Value"), ChartTable.Column.shown,
      ],
      in: text.language,
      rows: rows.map { [.text($0.label), .text($0.detail), .number($0.amount), .text($0.value)] })
  }
}
