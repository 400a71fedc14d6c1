package import Scoring
internal import Text

/// How many promises were met, as bars over those that can be judged, with the bounds marked.
///
/// Each bar shows all measurable promises of its row in the order met, undetermined, no data, missed. So the hatched
/// middle is exactly the range between the lower and the upper bound.
package struct AttainmentBarsChart: Sendable {
  package struct AttainmentBar: Sendable {
    /// The name of the province or plan.
    package let label: String
    package let summary: AttainmentSummary
    /// The bounds in words: `từ 7 đến 11 trong 15 chỉ tiêu đo được`.
    package let bounds: String

    package init(label: String, summary: AttainmentSummary, bounds: String) {
      (self.label, self.summary, self.bounds) = (label, summary, bounds)
    }
  }

  private let text: ChartText
  private let rows: [AttainmentBar]
  private let scale = ChartScale(
    domain: Interval(between: .zero, and: ExactDecimal(100)), start: ChartMetrics.margin,
    end: ChartMetrics.width - ChartMetrics.margin)

  package init(text: ChartText, rows: [AttainmentBar]) {
    (self.text, self.rows) = (text, rows)
  }

  package var svg: String {
    SVGDocument.make(text) { canvas in
      let shown = Self.measurable.filter { verdict in rows.contains { $0.summary.count(of: verdict) > 0 } }
      canvas.legend(
        shown.map { ChartLegendEntry(fill: Self.fill($0), label: $0.name[text.language]) })
      for row in rows { draw(row, on: &canvas) }
      let ticks = [0, 25, 50, 75, 100].map { ExactDecimal($0) }
      canvas.cursor += 2
      canvas.bottomAxis(ChartAxis(ticks: ticks, scale: scale, unit: .percent, language: text.language))
    }
  }

  private static let measurable: [Verdict] = [.met, .undetermined, .noData, .missed]

  private static func fill(_ verdict: Verdict) -> ChartFill {
    switch verdict {
    case .met: .solid("met")
    case .missed: .solid("missed")
    case .undetermined: .unsettled
    case .noData, .pending, .lapsed, .notMeasurable: .unknown
    }
  }

  private func draw(_ row: AttainmentBar, on canvas: inout SVGCanvas) {
    canvas.cursor += 8
    canvas.label(row.label, value: row.bounds)
    canvas.cursor += 3
    let summary = row.summary
    if let bounds = summary.bounds {
      bar(summary, on: &canvas)
      canvas.bracket(
        from: scale.position(of: bounds.lower), to: scale.position(of: bounds.upper),
        y: canvas.cursor + 37)
    } else {
      canvas.frame(
        x: ChartMetrics.margin, y: canvas.cursor, width: ChartMetrics.inner, height: 28, dashed: true)
    }
    canvas.cursor += 43
    let others = [Verdict.pending, .lapsed, .notMeasurable].filter { summary.count(of: $0) > 0 }
    let names = others.map { verdict in
      "\(verdict.name[text.language]): \(NumberText.whole(summary.count(of: verdict), in: text.language))"
    }
    canvas.paragraph(names.joined(separator: " · "), "soft")
    canvas.cursor += 6
  }

  private func bar(_ summary: AttainmentSummary, on canvas: inout SVGCanvas) {
    var done = 0
    for verdict in Self.measurable {
      let count = summary.count(of: verdict)
      guard count > 0 else { continue }
      let start = position(done, of: summary.measurable)
      let end = position(done + count, of: summary.measurable)
      canvas.box(x: start, y: canvas.cursor, width: end - start, height: 28, Self.fill(verdict))
      if done > 0 {
        canvas.line(x1: start, y1: canvas.cursor, x2: start, y2: canvas.cursor + 28, "cut")
      }
      let label = NumberText.whole(count, in: text.language)
      if TextMeasure.width(label, size: ChartMetrics.text, isBold: true) + 6 < end - start {
        let style = verdict == .met || verdict == .missed ? "on-dark" : "halo"
        canvas.text(label, x: (start + end) / 2, y: canvas.cursor + 20, "strong middle \(style)")
      }
      done += count
    }
  }

  private func position(_ count: Int, of total: Int) -> Double {
    scale.start + (scale.end - scale.start) * Double(count) / Double(total)
  }
}
