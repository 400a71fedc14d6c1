package import Scoring
internal import Text

/// Bars divided into shares of a whole, one row each.
package struct ShareBarsChart: Sendable {
  package struct ShareBar: Sendable {
    package let label: String
    /// The shares in the order of the legend, in percent, at least 0. Empty draws an empty frame.
    package let shares: [ExactDecimal]
    /// The text at the right end.
    package let value: String

    package init(label: String, shares: [ExactDecimal], value: String) {
      (self.label, self.shares, self.value) = (label, shares, value)
    }
  }

  private let text: ChartText
  private let rows: [ShareBar]
  private let legend: [String]

  /// - Parameter legend: the names of the shares; more than three are ignored.
  package init(text: ChartText, rows: [ShareBar], legend: [String]) {
    (self.text, self.rows, self.legend) = (text, rows, Array(legend.prefix(Self.styles.count)))
  }

  private static let styles = ["confirmed", "derived", "f3"]

  package var svg: String {
    SVGDocument.make(text, table) { canvas in
      canvas.legend(
        zip(legend, Self.styles).map { ChartLegendEntry(fill: .solid($1), label: $0) })
      canvas.cursor += 4
      func width(_ words: [String], most: Double) -> Double {
        min(words.map { TextMeasure.width($0, size: ChartMetrics.text, isBold: true) }.max() ?? 0, most)
      }
      let scale = ChartScale(
        domain: Interval(between: .zero, and: ExactDecimal(100)),
        start: ChartMetrics.margin + width(rows.map(\.label), most: 190) + 10,
        end: ChartMetrics.width - ChartMetrics.margin - width(rows.map(\.value), most: 110) - 10)
      for row in rows { draw(row, scale: scale, on: &canvas) }
      let ticks = [0, 25, 50, 75, 100].map { ExactDecimal($0) }
      canvas.bottomAxis(ChartAxis(ticks: ticks, scale: scale, unit: .percent, language: text.language))
    }
  }

  private func draw(_ row: ShareBar, scale: ChartScale, on canvas: inout SVGCanvas) {
    let room = scale.start - ChartMetrics.margin - 9
    let lines = TextMeasure.wrap(row.label, size: ChartMetrics.text, maximum: room, isBold: true)
    let height = max(Double(lines.count), 1) * ChartMetrics.line + 2
    for (offset, line) in lines.enumerated() {
      let y = canvas.cursor + Double(offset + 1) * ChartMetrics.line - 5
      canvas.text(line, x: ChartMetrics.margin, y: y, "strong")
    }
    let middle = canvas.cursor + height / 2
    canvas.text(row.value, x: ChartMetrics.width - ChartMetrics.margin, y: middle + 5, "end")
    // Estimated shares may not sum exactly to the whole, so they are scaled to fill the bar.
    let sum = row.shares.sum
    var done = ExactDecimal.zero
    for (share, style) in zip(row.shares, Self.styles) where sum > .zero {
      func place(_ value: ExactDecimal) -> Double {
        scale.start + (scale.end - scale.start) * min(value.double / sum.double, 1)
      }
      let (left, right) = (place(done), place(done + share))
      canvas.box(x: left, y: middle - 7, width: right - left, height: 14, .solid(style))
      if done > .zero, right > left { canvas.line(x1: left, y1: middle - 7, x2: left, y2: middle + 7, "cut") }
      done += share
    }
    if sum <= .zero {
      canvas.frame(x: scale.start, y: middle - 7, width: scale.end - scale.start, height: 14, dashed: true)
    }
    canvas.cursor += height
  }
}

extension ShareBarsChart {
  private var table: ChartTable {
    ChartTable(
      [ChartTable.Column.name] + legend.map { LocalizedText(same: $0) } + [ChartTable.Column.shown],
      in: text.language,
      rows: rows.map { row in
        let shares = legend.indices.map { place -> ChartTable.Cell? in
          row.shares.indices.contains(place) ? .number(row.shares[place]) : nil
        }
        return [.text(row.label)] + shares + [.text(row.value)]
      })
  }
}
