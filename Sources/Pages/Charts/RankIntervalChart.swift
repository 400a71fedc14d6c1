package import Scoring
internal import Text

/// Ranks as dots on intervals, one row per unit, rank 1 at the left.
package struct RankIntervalChart: Sendable {
  package struct RankIntervalBar: Sendable {
    package let label: String
    /// The rank under the unchanged weights; nil draws no dot.
    package let rank: Int?
    /// The ends of the interval, as ranks; fractions where percentiles are interpolated.
    package let low: ExactDecimal
    package let high: ExactDecimal
    /// The best to the worst possible rank, drawn pale behind the interval; nil draws nothing.
    package let possible: ClosedRange<Int>?
    /// The interval as text, at the right end.
    package let value: String

    package init(
      label: String, rank: Int?, low: ExactDecimal, high: ExactDecimal, possible: ClosedRange<Int>? = nil,
      value: String
    ) {
      (self.label, self.rank, self.low, self.high) = (label, rank, low, high)
      (self.possible, self.value) = (possible, value)
    }
  }

  /// The texts of the legend; nil leaves an entry out.
  package struct Legend: Sendable {
    package let interval: String
    package let rank: String?
    package let possible: String?

    package init(interval: String, rank: String? = nil, possible: String? = nil) {
      (self.interval, self.rank, self.possible) = (interval, rank, possible)
    }
  }

  private let text: ChartText
  private let rows: [RankIntervalBar]
  private let ranks: Int
  private let axisTitle: String
  private let legend: Legend

  /// - Parameters:
  ///   - ranks: the number of ranks.
  ///   - axisTitle: what the numbers of the axis are, `hạng`.
  package init(text: ChartText, rows: [RankIntervalBar], ranks: Int, axisTitle: String, legend: Legend) {
    (self.text, self.rows, self.ranks) = (text, rows, max(ranks, 1))
    (self.axisTitle, self.legend) = (axisTitle, legend)
  }

  package var svg: String {
    SVGDocument.make(text, table) { canvas in
      drawLegend(on: &canvas)
      let labelWidth = Self.column(rows.map(\.label), most: 190, isBold: true)
      let valueWidth = Self.column(rows.map(\.value), most: 130)
      let scale = ChartScale(
        domain: Interval(between: ExactDecimal(1), and: ExactDecimal(ranks)),
        start: ChartMetrics.margin + labelWidth + 18,
        end: ChartMetrics.width - ChartMetrics.margin - valueWidth - 18)
      canvas.cursor += 4
      axis(scale, on: &canvas)
      for row in rows { draw(row, scale: scale, labelWidth: labelWidth, on: &canvas) }
      if rows.count > 20 { axis(scale, on: &canvas) }
    }
  }

  /// The width of a column of text, at most `most`.
  private static func column(_ words: [String], most: Double, isBold: Bool = false) -> Double {
    min(words.map { TextMeasure.width($0, size: ChartMetrics.text, isBold: isBold) }.max() ?? 0, most)
  }

  private func drawLegend(on canvas: inout SVGCanvas) {
    var x = ChartMetrics.margin
    canvas.cursor += 24
    func entry(_ label: String, _ swatch: (inout SVGCanvas, Double, Double) -> Void) {
      let lines = TextMeasure.wrap(label, size: ChartMetrics.text, maximum: ChartMetrics.inner - 34)
      let width = 34 + (lines.map { TextMeasure.width($0, size: ChartMetrics.text) }.max() ?? 0)
      if x > ChartMetrics.margin, x + width > ChartMetrics.width - ChartMetrics.margin {
        x = ChartMetrics.margin
        canvas.cursor += 24
      }
      swatch(&canvas, x, canvas.cursor - 9)
      for (offset, line) in lines.enumerated() {
        if offset > 0 { canvas.cursor += ChartMetrics.line }
        canvas.text(line, x: x + 34, y: canvas.cursor - 4)
      }
      x += width + 14
    }
    if let rank = legend.rank { entry(rank) { $0.dot(x: $1 + 13, y: $2, radius: 5.5) } }
    entry(legend.interval) { $0.box(x: $1, y: $2 - 4, width: 26, height: 8, .solid("single")) }
    if let possible = legend.possible {
      entry(possible) { $0.box(x: $1, y: $2 - 7, width: 26, height: 14, .solid("goal")) }
    }
    canvas.cursor += 6
  }

  /// The ranks on the axis: the first, the last and round ones between.
  private var ticks: [Int] {
    guard ranks > 12 else { return Array(1...ranks) }
    let step = ranks > 30 ? 10 : 5
    let round = stride(from: step, through: ranks, by: step).filter { ranks - $0 > step / 3 }
    return [1] + round + [ranks]
  }

  private func axis(_ scale: ChartScale, on canvas: inout SVGCanvas) {
    canvas.cursor += ChartMetrics.line
    canvas.text(axisTitle, x: ChartMetrics.margin, y: canvas.cursor - 5, "soft")
    for tick in ticks {
      let x = scale.position(of: ExactDecimal(tick))
      canvas.text(NumberText.whole(tick, in: text.language), x: x, y: canvas.cursor - 5, "soft middle")
    }
  }

  private func draw(_ row: RankIntervalBar, scale: ChartScale, labelWidth: Double, on canvas: inout SVGCanvas)
  {
    let lines = TextMeasure.wrap(row.label, size: ChartMetrics.text, maximum: labelWidth + 1, isBold: true)
    let height = max(Double(lines.count), 1) * ChartMetrics.line + 3
    let middle = canvas.cursor + height / 2
    for (offset, line) in lines.enumerated() {
      let y = canvas.cursor + Double(offset + 1) * ChartMetrics.line - 4
      canvas.text(line, x: ChartMetrics.margin, y: y, "strong")
    }
    for tick in ticks {
      let x = scale.position(of: ExactDecimal(tick))
      canvas.line(x1: x, y1: canvas.cursor, x2: x, y2: canvas.cursor + height, "grid")
    }
    canvas.line(x1: scale.start, y1: middle, x2: scale.end, y2: middle, "grid")
    if let possible = row.possible {
      bar(
        from: ExactDecimal(possible.lowerBound), to: ExactDecimal(possible.upperBound), y: middle, height: 14,
        "goal", scale: scale, on: &canvas)
    }
    bar(from: row.low, to: row.high, y: middle, height: 8, "single", scale: scale, on: &canvas)
    if let rank = row.rank {
      canvas.dot(x: scale.clamped(ExactDecimal(rank)), y: middle, radius: rows.count > 20 ? 4.5 : 5.5)
    }
    canvas.text(
      row.value, x: ChartMetrics.width - ChartMetrics.margin, y: middle + 6, "end")
    canvas.cursor += height
  }

  /// A bar that extends half a rank beyond its ends, at most 9 px, so that it is visible even if both are equal.
  private func bar(
    from low: ExactDecimal, to high: ExactDecimal, y: Double, height: Double, _ style: String,
    scale: ChartScale, on canvas: inout SVGCanvas
  ) {
    let half = min((scale.end - scale.start) / Double(max(ranks - 1, 1)) / 2, 9)
    let (left, right) = (scale.clamped(low) - half, scale.clamped(high) + half)
    canvas.box(x: left, y: y - height / 2, width: right - left, height: height, .solid(style))
  }
}

extension RankIntervalChart {
  private var table: ChartTable {
    ChartTable(
      [
        ChartTable.Column.name, LocalizedText(vi: "Hạng", en: "Rank"), ChartTable.Column.lower,
        ChartTable.Column.upper, LocalizedText(vi: "Hạng tốt nhất có thể", en: "Best possible rank"),
        LocalizedText(vi: "Hạng kém nhất có thể", en: "Worst possible rank"),
      ],
      in: text.language,
      rows: rows.map { row in
        [
          .text(row.label), row.rank.map { .whole($0) }, .number(row.low), .number(row.high),
          row.possible.map { .whole($0.lowerBound) }, row.possible.map { .whole($0.upperBound) },
        ]
      })
  }
}
