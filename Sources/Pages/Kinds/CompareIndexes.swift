internal import GFM
internal import Scoring

/// The yearly indexes: for each a table with a column for each province and a row for each year, and a picture where
/// two provinces or more have values.
struct CompareIndexes {
  let context: PageContext
  let provinces: [Identifier<Entity>]
  /// The pair whose page it is; nil for the page of all.
  let pair: ProvincePair?

  /// Adds the section and returns its charts.
  func add(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    let known = context.yearlyIndexes.map { (index: $0, years: context.years(of: $0, provinces)) }
    body.heading(2, .text(context.label("compare.indexes") + " {#indexes}"))
    body.paragraph(context.labelText("compare.indexes_text"))
    var charts: [Page.Chart] = []
    for (index, years) in known where !years.isEmpty {
      body.heading(3, context.markdown(index.name) + " {#" + .text(PublishedIndexPage.anchor(index)) + "}")
      body.paragraph(context.markdown(index.scale))
      if let block = chart(index, years.reversed()) {
        body.append(block.document)
        charts.append(block.chart)
      }
      try body.table(
        columns: context.columns(of: provinces, first: context.labelText("index.year")),
        rows: years.map { year in
          [self.year(year, index)] + provinces.map { reading(index, $0, year).cell ?? context.unknown }
        })
    }
    let missing = known.filter(\.years.isEmpty).map { context.markdown($0.index.name) }
    if !missing.isEmpty {
      body.paragraph(context.filled("compare.indexes_missing", ["list": context.enumeration(missing)]))
    }
    return charts
  }

  private func reading(_ index: IndexDescription, _ entity: Identifier<Entity>, _ year: Int) -> IndexReading {
    IndexReading(context: context, index: index, entity: entity, year: year)
  }

  private func year(_ year: Int, _ index: IndexDescription) -> Markdown {
    let isScored = index.id == context.data.scorecardIndex
    let text = Markdown.text(String(year))
    let shown = index.isMonthly ? text : context.link(text, to: context.route(of: index, year: year))
    guard index.breaks.contains(where: { $0.from == year }) else { return shown }
    return shown + " "
      + context.breakMark(context.label(isScored ? "index.break_mark" : "province.series_break"))
  }

  /// A panel for each province with values, all with the same axes; nil when fewer than two have any, or when the
  /// values are in different units.
  private func chart(_ index: IndexDescription, _ years: [Int]) -> PageContext.ChartBlock? {
    var units: Set<MeasurementUnit> = []
    let series = provinces.compactMap { id -> IndexSeriesChart.Series? in
      let points = years.compactMap { year -> IndexSeriesChart.Point? in
        let reading = reading(index, id, year)
        guard let value = reading.interval else { return nil }
        if let unit = reading.unit { units.insert(unit) }
        return IndexSeriesChart.Point(year: year, value: value)
      }
      guard let last = points.last else { return nil }
      let value = (reading(index, id, last.year).valueText ?? "") + " (\(last.year))"
      return IndexSeriesChart.Series(name: context.entityName(id), points: points, lastValue: value)
    }
    let shown = Set(series.flatMap { $0.points.map(\.year) })
    guard series.count > 1, let first = shown.min(), let last = shown.max(), first < last,
      units.count == 1, let unit = units.first
    else { return nil }
    let title = context.label(
      "compare.chart_title",
      ["index": context.shortName(index), "years": "\(first)–\(last)"])
    let alternative = context.label(
      "compare.chart_alternative",
      ["title": title, "values": series.map { $0.name + " " + $0.lastValue }.joined(separator: "; ")])
    let breaks = index.breaks.map(\.from).filter { $0 > first && $0 <= last }
    let chart = IndexPanelsChart(
      text: ChartText(title: title, description: alternative, language: context.language), unit: unit,
      series: series, breaks: breaks)
    let page = pair.map { "-" + $0.first.rawValue + "-" + $0.second.rawValue } ?? ""
    return context.chart(
      "compare" + page + "-" + index.id.lowercased(), of: pair.map { .comparePair($0) } ?? .compare,
      svg: chart.svg, alternative: alternative,
      caption: context.label(breaks.isEmpty ? "compare.chart_caption" : "compare.chart_caption_breaks"))
  }
}
