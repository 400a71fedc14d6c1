internal import Scoring
internal import Text

/// The results of one measure year by year as columns, with the goal of one year as a stroke. A year without a result
/// is an empty frame.
struct YearsChart: Sendable {
  /// A result of a year; several of one year conflict or repeat.
  struct Value: Sendable {
    let year: Int
    /// The values that the result may have.
    let range: TargetOutcomeChart.Span
    /// Whether the verdict rests on it.
    let isAnswer: Bool
  }

  let text: ChartText
  let unit: MeasurementUnit
  let values: [Value]
  let goal: ExactDecimal
  let goalYear: Int
  let verdict: Verdict

  private static let height = 190.0
  /// Of a longer series the last years are drawn.
  private static let mostYears = 8

  private var years: [Int] {
    let known = values.map(\.year) + [goalYear]
    guard let first = known.min(), let last = known.max() else { return [] }
    return Array(max(first, last - Self.mostYears + 1, goalYear - Self.mostYears + 1)...last)
  }

  var svg: String {
    let ends = values.flatMap { [$0.range.lower, $0.range.upper] }.compactMap { $0 } + [goal]
    let lowest = min(ends.min() ?? .zero, .zero)
    let ticks = NiceTicks(covering: Interval(between: lowest, and: ends.max() ?? goal), count: 4)
    let years = years
    return SVGDocument.make(text) { canvas in
      let top = canvas.cursor + 40
      // Of ranks the first is the best, and stands at the top.
      let isRank = unit == .rank
      let scale = ChartScale(
        domain: ticks.domain, start: isRank ? top : top + Self.height, end: isRank ? top + Self.height : top)
      let axis = ChartAxis(ticks: ticks.values, scale: scale, unit: unit, language: text.language)
      let left = ChartMetrics.margin + axis.labelWidth + 10
      let right = ChartMetrics.width - ChartMetrics.margin
      for tick in ticks.values {
        let y = scale.position(of: tick)
        canvas.line(x1: left, y1: y, x2: right, y2: y, tick == .zero ? "rule" : "grid")
        canvas.text(axis.label(tick), x: left - 8, y: y + 5, "soft end")
      }
      let step = (right - left) / Double(max(years.count, 1))
      for (place, year) in years.enumerated() {
        let middle = left + step * (Double(place) + 0.5)
        draw(
          year, middle: middle, width: min(step * 0.62, 84), scale: scale, base: scale.clamped(.zero),
          on: &canvas)
        canvas.text(
          String(year), x: middle, y: top + Self.height + 24, year == goalYear ? "strong middle" : "middle")
      }
      canvas.cursor = top + Self.height + 34
    }
  }

  private func draw(
    _ year: Int, middle: Double, width: Double, scale: ChartScale, base: Double, on canvas: inout SVGCanvas
  ) {
    let left = middle - width / 2
    let own = values.filter { $0.year == year }
    if own.isEmpty {
      let y = scale.clamped(goal)
      let (top, bottom) = (min(base, y), max(base, y))
      canvas.frame(x: left, y: top, width: width, height: bottom - top, dashed: true)
      canvas.text("?", x: middle, y: (top + bottom) / 2 + 6, "soft middle")
    }
    for value in own {
      let known = [value.range.lower, value.range.upper].compactMap { $0 }
      guard let end = known.max() else { continue }
      let y = scale.clamped(end)
      let fill: ChartFill = value.range.isExact ? .solid(style(value)) : .unsettled
      if unit == .rank {
        canvas.dot(x: middle, y: y)
      } else {
        canvas.box(x: left, y: min(base, y), width: width, height: abs(base - y), fill)
      }
      // Above the stroke of the goal where that is just above the column.
      let stroke = scale.clamped(goal)
      let above = year == goalYear && stroke < y && y - stroke < 30 ? stroke : y
      canvas.text(
        NumberText.value(end, unit: unit, in: text.language), x: middle, y: min(base, above) - 10,
        "strong middle halo")
    }
    guard year == goalYear else { return }
    let y = scale.clamped(goal)
    canvas.line(x1: left - 10, y1: y, x2: left + width + 10, y2: y, "target")
  }

  private func style(_ value: Value) -> String {
    guard value.isAnswer else { return "f2" }
    return switch verdict {
    case .met: "met"
    case .missed: "missed"
    default: "f2"
    }
  }
}
