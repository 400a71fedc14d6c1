internal import Scoring
internal import Text

/// The ticks of an axis.
struct ChartAxis {
  let ticks: [ExactDecimal]
  let scale: ChartScale
  let unit: MeasurementUnit
  let language: Language

  /// The label of a tick: the number, with a percent sign where it applies.
  func label(_ tick: ExactDecimal) -> String {
    NumberText.exact(tick, in: language) + (unit == .percent ? "%" : "")
  }

  /// The width of the widest label, in pixels.
  var labelWidth: Double {
    ticks.map { TextMeasure.width(label($0), size: ChartMetrics.text) }.max() ?? 0
  }
}

extension SVGCanvas {
  /// Draws the axis below a chart of bars, at the cursor; labels that would touch are left out.
  mutating func bottomAxis(_ axis: ChartAxis) {
    cursor += ChartMetrics.line
    var free = -Double.infinity
    for tick in axis.ticks {
      let x = axis.scale.position(of: tick)
      line(x1: x, y1: cursor - 20, x2: x, y2: cursor - 15, "rule")
      let label = axis.label(tick)
      let half = TextMeasure.width(label, size: ChartMetrics.text) / 2
      let middle = min(max(x, ChartMetrics.margin + half), ChartMetrics.width - ChartMetrics.margin - half)
      guard middle - half > free else { continue }
      text(label, x: middle, y: cursor, "soft middle")
      free = middle + half + 6
    }
    cursor += 4
  }
}
