internal import Scoring

extension PageContext {
  /// The index of some provinces, by default the compared ones, over the years; nil when no value is known.
  func indexSeriesChart(
    of provinces: [Identifier<Entity>]? = nil, page: Route = .home, name: String = "par-index",
    caption: String = "chart.series_caption"
  ) -> ChartBlock? {
    let years = data.indexYears.sorted()
    var series = (provinces ?? data.comparedProvinces).compactMap { id -> IndexSeriesChart.Series? in
      let points = years.compactMap { year in
        totalInterval(totals(of: id, year: year)).map { IndexSeriesChart.Point(year: year, value: $0) }
      }
      guard let last = points.last else { return nil }
      return IndexSeriesChart.Series(name: entityName(id), points: points, lastValue: valueText(last))
    }
    let own = series.flatMap { $0.points.map(\.year) }
    // Beside one province stands the nation, for the same years.
    if provinces?.count == 1, let index = scorecardIndex {
      let points = Set(own).sorted().compactMap { year in
        nationalAverage(of: index, year: year).map { IndexSeriesChart.Point(year: year, value: $0) }
      }
      if let last = points.last {
        series.append(
          IndexSeriesChart.Series(
            name: label("chart.series_nation"), points: points, lastValue: valueText(last)))
      }
    }
    let shown = series.flatMap { $0.points.map(\.year) }
    guard let first = shown.min(), let last = shown.max() else { return nil }
    let alternative = label(
      "chart.series_alternative",
      [
        "provinces": series.map(\.name).joined(separator: ", "), "first": String(first),
        "last": String(last),
        "latest": series.map { $0.name + " " + $0.lastValue }.joined(separator: "; "),
      ])
    let breaks = (scorecardIndex?.breaks ?? []).filter { $0.from > first && $0.from <= last }.map {
      IndexSeriesChart.ChartBreak(year: $0.from, label: breakLabel($0.from))
    }
    let text = ChartText(
      title: label("chart.series_title"), description: alternative, language: language)
    let chart = IndexSeriesChart(text: text, unit: .percent, series: series, breaks: breaks)
    let conflicts = series.contains { $0.points.contains { !$0.value.isExact } }
    let captions = [
      label(caption, ["name": (provinces ?? []).map(entityName).joined(separator: ", ")]),
      conflicts ? label("chart.series_conflict") : nil,
    ]
    return self.chart(
      name, of: page, svg: chart.svg, alternative: alternative,
      caption: captions.compactMap { $0 }.joined(separator: " "))
  }

  /// The number of the new decision without its suffix, `876`, or the label for a new criteria set.
  private func breakLabel(_ year: Int) -> String {
    let decision = data.editionOfYear(year)?.decision
    return decision?.split(separator: "/").first.map(String.init) ?? label("index.break_mark")
  }

  /// `91,87 (2024)`, or the range of conflicting values.
  private func valueText(_ point: IndexSeriesChart.Point) -> String {
    text(ScoreWording.interval(point.value)) + " (\(point.year))"
  }

  /// The components of one province and year as bars; nil when none has points.
  func componentChart(
    _ analysis: ScorecardAnalysis, entity: Identifier<Entity>, year: Int
  ) -> ChartBlock? {
    let known = analysis.components.filter { node in
      node.entries.contains { $0.points != nil || $0.percent != nil }
    }
    guard !known.isEmpty else { return nil }
    let values = ["province": entityName(entity), "year": String(year)]
    let list = known.map { componentLabel($0) + " " + componentValue($0) }.joined(separator: "; ")
    let alternative = label(
      "chart.components_alternative", values.merging(["values": list]) { first, _ in first })
    let isUnstated = known.contains { node in node.entries.contains { $0.basis == .unstated } }
    let chart = ComponentBarsChart(
      text: ChartText(
        title: label("chart.components_title", values), description: alternative,
        note: isUnstated ? label("chart.unstated") : nil, language: language),
      rows: analysis.components.map { node in
        let isKnown = known.contains { $0.key == node.key }
        return ComponentBarsChart.ComponentBar(
          label: componentLabel(node) + " " + componentName(node, analysis.edition),
          maximum: node.maximum?.interval, points: node.interval, value: componentValue(node),
          status: isKnown ? node.entries.first?.confidence : nil)
      },
      knownLabel: label("chart.known"), unknownLabel: label("chart.possible"),
      statusNames: statusNames)
    return self.chart(
      "par-index-\(year)-\(entity.rawValue)", of: .indexYear(year), svg: chart.svg, alternative: alternative,
      caption: label("chart.components_caption", values))
  }

  private func componentLabel(_ node: ScorecardAnalysis.NodeAnalysis) -> String { node.key.node.description }

  private func componentName(_ node: ScorecardAnalysis.NodeAnalysis, _ edition: Edition?) -> String {
    edition?.components.first { $0.code == node.key.node }.map { text($0.name) } ?? ""
  }

  /// `9,94 trên 10,5`, an interval, or the label for unknown.
  private func componentValue(_ node: ScorecardAnalysis.NodeAnalysis) -> String {
    let maximum = node.maximum?.value
    let isOpen = node.interval.lower <= .zero && node.interval.upper >= maximum ?? .zero
    guard !isOpen else { return label("common.unknown") }
    let points =
      node.published.map { NumberText.decimal($0, places: 2, in: language) }
      ?? text(ScoreWording.interval(node.interval))
    return maximum.map { label("common.of", ["part": points, "whole": exact($0)]) } ?? points
  }

  /// The name of each confidence, for the legends of charts.
  var statusNames: [Confidence: String] {
    Confidence.allCases.reduce(into: [:]) { $0[$1] = label("status." + $1.rawValue) }
  }

  /// The maxima of the components through the editions; nil when none is known.
  func weightsChart(_ editions: [Edition]) -> ChartBlock? {
    let rows = editions.compactMap { edition -> WeightsChart.WeightBar? in
      guard let weights = data.weights(edition.id), let total = edition.total else { return nil }
      let segments = edition.components.map { node -> WeightsChart.Segment in
        let estimate = weights[ScoreKey(node.code)]
        return WeightsChart.Segment(
          code: node.code.description, maximum: estimate?.value,
          status: estimate?.stated?.status ?? .derived)
      }
      guard segments.contains(where: { $0.maximum != nil }) else { return nil }
      return WeightsChart.WeightBar(
        label: edition.decision ?? text(edition.name),
        detail: edition.years.map { String($0) }.joined(separator: ", "), total: total, segments: segments)
    }
    guard !rows.isEmpty else { return nil }
    let values = rows.map { row in
      let known = row.segments.compactMap { segment in
        segment.maximum.map { segment.code + " " + exact($0) }
      }
      return row.label + ": " + known.joined(separator: ", ")
    }
    let alternative = label("chart.weights_alternative", ["values": values.joined(separator: "; ")])
    let chart = WeightsChart(
      text: ChartText(
        title: label("chart.weights_title"), description: alternative, language: language),
      rows: rows, statusNames: statusNames, unknownLabel: label("common.unknown"))
    return self.chart(
      "weights", of: .editions, svg: chart.svg, alternative: alternative,
      caption: label("chart.weights_caption"))
  }
}
