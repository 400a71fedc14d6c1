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

  /// The number to reach in a year.
  struct Goal: Sendable {
    let value: ExactDecimal
    let year: Int
  }

  let text: ChartText
  let unit: MeasurementUnit
  let values: [Value]
  /// Nil for results that nothing was promised about.
  let goal: Goal?
  let verdict: Verdict
  /// The first year of each new way of measuring. A broken line stands before it.
  var breaks: [Int] = []
  /// The average of the nation by year, or the range of conflicting ones; a stroke across the column.
  var nation: [Int: Interval] = [:]

  private static let height = 190.0
  /// Of a longer series the last years are drawn.
  private static let mostYears = 14
  /// With more columns than this, values are drawn without their unit, so that they do not touch.
  private static let mostWideYears = 6

  private var years: [Int] {
    let known = values.map(\.year) + [goal?.year].compactMap { $0 }
    guard let first = known.min(), let last = known.max() else { return [] }
    return Array(max(first, last - Self.mostYears + 1)...last)
  }

  var svg: String {
    let years = years
    let ends =
      values.flatMap { [$0.range.lower, $0.range.upper] }.compactMap { $0 } + [goal?.value].compactMap { $0 }
      + nation.filter { years.contains($0.key) }.flatMap { [$0.value.lower, $0.value.upper] }
    let lowest = min(ends.min() ?? .zero, .zero)
    let ticks = NiceTicks(covering: Interval(between: lowest, and: ends.max() ?? .zero), count: 4)
    return SVGDocument.make(text, table) { canvas in
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
        let start = left + step * Double(place)
        let column = Column(middle: start + step / 2, width: min(step * 0.62, 84), step: step)
        if place > 0, breaks.contains(year) {
          canvas.line(x1: start, y1: top - 20, x2: start, y2: top + Self.height + 30, "break")
        }
        draw(year, column, scale: scale, isCrowded: years.count > Self.mostWideYears, on: &canvas)
        for end in nation[year].map({ Set([$0.lower, $0.upper]).sorted() }) ?? [] {
          let y = scale.clamped(end)
          canvas.line(x1: column.left - 6, y1: y, x2: column.left + column.width + 6, y2: y, "bracket")
        }
        let label = years.count > 8 ? "’" + String(year).suffix(2) : String(year)
        canvas.text(
          label, x: column.middle, y: top + Self.height + 24, year == goal?.year ? "strong middle" : "middle")
      }
      canvas.cursor = top + Self.height + 34
    }
  }

  private struct Column {
    let middle: Double
    let width: Double
    let step: Double

    var left: Double { middle - width / 2 }
  }

  private func draw(
    _ year: Int, _ column: Column, scale: ChartScale, isCrowded: Bool, on canvas: inout SVGCanvas
  ) {
    let base = scale.clamped(.zero)
    let own = values.filter { $0.year == year }
    let stroke = goal.flatMap { $0.year == year ? scale.clamped($0.value) : nil }
    if own.isEmpty, let stroke {
      let (top, bottom) = (min(base, stroke), max(base, stroke))
      canvas.frame(x: column.left, y: top, width: column.width, height: bottom - top, dashed: true)
      canvas.text("?", x: column.middle, y: (top + bottom) / 2 + 6, "soft middle")
    }
    for value in own {
      guard let end = [value.range.lower, value.range.upper].compactMap({ $0 }).max() else { continue }
      let y = scale.clamped(end)
      if unit == .rank {
        canvas.dot(x: column.middle, y: y)
      } else {
        canvas.box(
          x: column.left, y: min(base, y), width: column.width, height: abs(base - y),
          value.range.isExact ? .solid(style(value)) : .unsettled)
      }
      // Above the stroke of the goal where that is just above the column.
      let above = stroke.map { $0 < y && y - $0 < 30 ? $0 : y } ?? y
      let lines = labels(value.range, isCrowded: isCrowded)
      let widest = lines.map { TextMeasure.width($0, size: ChartMetrics.text, isBold: true) }.max() ?? 0
      guard widest <= column.step + 4 else { continue }
      for (place, line) in lines.reversed().enumerated() {
        let y = min(base, above) - 10 - Double(place) * ChartMetrics.line
        canvas.text(line, x: column.middle, y: y, "strong middle halo")
      }
    }
    guard let stroke else { return }
    canvas.line(x1: column.left - 10, y1: stroke, x2: column.left + column.width + 10, y2: stroke, "target")
  }

  /// The value, or both ends of a range one above the other.
  private func labels(_ range: TargetOutcomeChart.Span, isCrowded: Bool) -> [String] {
    let ends = range.isExact ? [range.lower] : [range.lower, range.upper]
    let texts = ends.compactMap { $0 }.map {
      isCrowded
        ? NumberText.exact($0, in: text.language) : NumberText.value($0, unit: unit, in: text.language)
    }
    return texts.count == 2 ? [texts[0] + "–", texts[1]] : texts
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

extension YearsChart {
  private var table: ChartTable {
    ChartTable(
      [
        ChartTable.Column.year, ChartTable.Column.lower, ChartTable.Column.upper,
        LocalizedText(vi: "Mức đề ra", en: "Goal"),
        LocalizedText(vi: "Cả nước, ít nhất", en: "Nation, lowest"),
        LocalizedText(vi: "Cả nước, nhiều nhất", en: "Nation, highest"),
      ],
      in: text.language,
      rows: years.flatMap { year -> [[ChartTable.Cell?]] in
        let own = values.filter { $0.year == year }
        let goal = goal.flatMap { $0.year == year ? ChartTable.Cell.number($0.value) : nil }
        let rest = [goal] + (nation[year]?.cells ?? [nil, nil])
        guard !own.isEmpty else { return [[.whole(year), nil, nil] + rest] }
        return own.map { [.whole(year)] + $0.range.cells + rest }
      })
  }
}
