/// One entry of the legend of a chart: a swatch and its label.
struct ChartLegendEntry {
  let fill: ChartFill
  let label: String
}

extension SVGCanvas {
  /// Draws entries side by side, on as many lines as they need.
  mutating func legend(_ entries: [ChartLegendEntry]) {
    guard !entries.isEmpty else { return }
    let right = ChartMetrics.width - ChartMetrics.margin
    var x = ChartMetrics.margin
    cursor += 24
    for entry in entries {
      let width = 26 + TextMeasure.width(entry.label, size: ChartMetrics.text)
      if x > ChartMetrics.margin, x + width > right {
        x = ChartMetrics.margin
        cursor += 24
      }
      box(x: x, y: cursor - 16, width: 18, height: 14, entry.fill)
      if case .solid = entry.fill {} else { frame(x: x, y: cursor - 16, width: 18, height: 14) }
      text(entry.label, x: x + 25, y: cursor - 4)
      x += width + 12
    }
    cursor += 8
  }
}
