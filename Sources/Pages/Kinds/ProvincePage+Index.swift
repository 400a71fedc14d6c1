internal import GFM
internal import Scoring

extension ProvincePage {
  /// Adds the index of the scorecards over the years, then what is known below the total, and returns the chart.
  func addIndex(to body: inout MarkdownDocument) throws(MarkdownError) -> PageContext.ChartBlock? {
    body.heading(2, context.labelText("province.index"))
    let years = context.data.indexYears.filter { !context.totals(of: entity.id, year: $0).isEmpty }
    guard !years.isEmpty else {
      body.paragraph(context.labelText("province.no_index"))
      return nil
    }
    body.paragraph(context.labelText("index.break_warning"))
    let valued = years.filter { context.totalInterval(context.totals(of: entity.id, year: $0)) != nil }
    let chart =
      valued.count > 1
      ? context.indexSeriesChart(
        of: [entity.id], page: .province(entity.id), name: "province-index-" + entity.id.rawValue,
        caption: "province.series_caption")
      : nil
    if let chart { body.append(chart.document) }
    try body.box(.years) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("index.year")),
          MarkdownColumn(context.labelText("province.value_rank")),
          MarkdownColumn(context.labelText("province.group")),
          MarkdownColumn(context.labelText("edition.edition")),
        ],
        rows: years.map { year in
          let entries = context.totals(of: entity.id, year: year)
          return [
            context.link(.text(String(year)), to: .indexYear(year)) + context.indexBreakMark(in: year),
            context.totalSummary(entries), group(entries, year: year),
            context.data.editionOfYear(year).map(context.editionLink) ?? context.unknown,
          ]
        })
    }
    context.addRemarks(years.flatMap(remarks), to: &body)
    try addComponents(years, to: &body)
    return chart
  }

  /// The notes on the totals of a year and the sources that contradict them.
  private func remarks(_ year: Int) -> [Markdown] {
    context.totals(of: entity.id, year: year).compactMap {
      context.remark(on: String(year), $0.note, contradictedBy: $0.contradictedBy)
    }
  }

  /// Adds what is published below the total, year by year; the reasoning is on the page of the year.
  private func addComponents(_ years: [Int], to body: inout MarkdownDocument) throws(MarkdownError) {
    for year in years {
      guard let analysis = context.data.scorecard(of: entity.id, year: year) else { continue }
      let rows = analysis.entries.filter { $0.node != .total && $0.applies }
      guard !rows.isEmpty else { continue }
      body.heading(3, context.labelText("province.components", ["year": String(year)]))
      try body.box(.stacked) { body throws(MarkdownError) in
        try body.table(
          columns: [
            MarkdownColumn(context.labelText("index.node")),
            MarkdownColumn(context.labelText("province.points")),
            MarkdownColumn(context.labelText("index.percent")),
            MarkdownColumn(context.labelText("province.rank")),
          ],
          rows: rows.map { componentRow($0, analysis) })
      }
      body.list(remainders(year))
      body.paragraph(
        context.link(
          context.labelText("province.more_reasoning", ["year": String(year)]), to: .indexYear(year),
          anchor: entity.id.rawValue))
    }
  }

  /// One published row below the total; points that follow from the percentage say so.
  private func componentRow(_ entry: ScorecardEntry, _ analysis: ScorecardAnalysis) -> [Markdown] {
    let key = ScoreKey(entry.node, isAppraisalOnly: entry.basis == .appraisal)
    var citations = entry.citations
    func cell(_ text: String?) -> Markdown? {
      guard let text else { return nil }
      defer { citations = [] }
      return context.figure(text, of: entry, citations)
    }
    let points = cell(
      entry.points.map { points in
        let top = entry.maximum.map { "/" + NumberText.printed($0, in: context.language) } ?? ""
        return context.bounded(NumberText.printed(points, in: context.language) + top, entry.bound)
      })
    let percent = cell(
      entry.percent.map {
        context.bounded(NumberText.value($0, unit: .percent, in: context.language), entry.bound)
      })
    let rank = cell(entry.rank.map { context.rankText($0, of: entry.listSize) })
    let badge = context.doubtful(entry.confidence) ? " " + context.status(entry.confidence) : ""
    return [
      context.nodeName(key, edition: analysis.edition) + badge, points ?? impliedPoints(key, analysis),
      percent ?? context.unknown, rank ?? context.unknown,
    ]
  }

  /// The possible points where none are printed; the unknown mark when nothing follows.
  private func impliedPoints(_ key: ScoreKey, _ analysis: ScorecardAnalysis) -> Markdown {
    guard let node = analysis[key], node.maximum != nil, node.published != nil else { return context.unknown }
    return context.filled("index.follows", ["value": .text(context.interval(node.interval))])
  }

  private func group(_ entries: [ScorecardEntry], year: Int) -> Markdown {
    guard let value = context.totalInterval(entries), let edition = context.data.editionOfYear(year)
    else { return context.unknown }
    let labels = edition.groups(for: value, year: year).map(\.label)
    return labels.isEmpty ? context.unknown : .text(labels.joined(separator: "/"))
  }

  /// The totals of the unpublished parts.
  private func remainders(_ year: Int) -> [Markdown] {
    guard let analysis = context.data.scorecard(of: entity.id, year: year) else { return [] }
    return analysis.remainders.map { remainder in
      .strong(.text(String(year))) + ": "
        + context.markdown(ScoreWording.remainder(remainder, edition: analysis.edition))
    }
  }

  /// Adds the link to the index by which the province scores its own units, if figures of one are known.
  func addInternalIndex(to body: inout MarkdownDocument) {
    guard context.data.indexes.contains(where: { $0.province == entity.id }) else { return }
    body.heading(2, context.labelText("internal.heading"))
    body.paragraph(
      context.filled(
        "internal.from_province",
        [
          "name": context.markdown(entity.name),
          "page": context.link(context.labelText("internal.link"), to: .internalIndex(entity.id)),
        ]))
  }

  /// Adds the other indexes over the years, each with a picture where it has two values or more, and returns the
  /// pictures.
  func addOtherIndexes(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    var charts: [Page.Chart] = []
    for index in context.data.indexes where index.id != context.data.scorecardIndex {
      let figures = context.data.publishedOfEntity(entity.id).filter { $0.index == index.id }
        .sorted { ($0.year, $0.line) < ($1.year, $1.line) }
      guard !figures.isEmpty else { continue }
      body.heading(2, context.markdown(index.name))
      body.paragraph(context.markdown(index.scale))
      if let chart = chart(index, figures) {
        body.append(chart.document)
        charts.append(chart.chart)
      }
      let rows = figures.map { OtherIndexRow(context: context, index: index, figure: $0) }
      try body.box(.years) { body throws(MarkdownError) in
        try body.table(
          columns: [
            MarkdownColumn(context.labelText("index.year")),
            MarkdownColumn(context.labelText("common.value")),
            MarkdownColumn(context.labelText("province.rank")),
          ], rows: rows.map(\.cells))
      }
      context.addRemarks(
        rows.compactMap {
          context.remark(on: $0.period, $0.figure.note, contradictedBy: $0.figure.contradictedBy)
        }, to: &body)
    }
    return charts
  }

  /// The values of whole years as columns; nil when there are not two.
  private func chart(_ index: IndexDescription, _ figures: [PublishedFigure]) -> PageContext.ChartBlock? {
    let whole = figures.filter {
      $0.node.isEmpty && $0.measure == .score && $0.value != nil && $0.bound == .exact
    }
    // Figures of one year that disagree are drawn as the range between them.
    let values = Dictionary(grouping: whole, by: \.year).sorted { $0.key < $1.key }.map { year, figures in
      let numbers = figures.compactMap(\.value?.value)
      return YearsChart.Value(
        year: year, range: TargetOutcomeChart.Span(lower: numbers.min(), upper: numbers.max()),
        isAnswer: false)
    }
    let units = Set(whole.map(\.unit))
    guard Set(values.map(\.year)).count > 1, let unit = units.first, units.count == 1 else { return nil }
    let listed = whole.compactMap { figure in
      figure.value.map { String(figure.year) + ": " + NumberText.value($0, unit: unit, in: context.language) }
    }.joined(separator: "; ")
    let years = values.map(\.year)
    let nation = years.reduce(into: [Int: Interval]()) {
      $0[$1] = context.nationalAverage(of: index, year: $1)
    }
    let title = context.label(
      "province.chart_title", ["index": context.text(index.name), "name": context.text(entity.name)])
    let alternative = context.label("province.chart_alternative", ["title": title, "values": listed])
    let breaks = index.breaks.map(\.from).filter { year in
      years.contains { $0 < year } && years.contains { $0 >= year }
    }
    let chart = YearsChart(
      text: ChartText(title: title, description: alternative, language: context.language), unit: unit,
      values: values, goal: nil, verdict: .noData, breaks: breaks, nation: nation)
    let captions = [
      context.label(breaks.isEmpty ? "province.chart_caption" : "province.chart_caption_breaks"),
      maxima(whole),
      nation.isEmpty ? nil : context.label("province.chart_nation"),
      values.contains { $0.range.lower != $0.range.upper } ? context.label("province.chart_conflict") : nil,
    ]
    return context.chart(
      "province-" + entity.id.rawValue + "-" + index.id.lowercased(), of: .province(entity.id),
      svg: chart.svg,
      alternative: alternative, caption: captions.compactMap { $0 }.joined(separator: " "))
  }

  /// The tops of the scales with their years, where values of several scales stand in one picture; nil for one scale.
  private func maxima(_ figures: [PublishedFigure]) -> String? {
    let byMaximum = Dictionary(grouping: figures) { $0.maximum?.value }
    let scales = byMaximum.compactMap { maximum, figures -> (first: Int, text: String)? in
      let years = figures.map(\.year)
      guard let maximum, let first = years.min(), let last = years.max() else { return nil }
      let span = first == last ? String(first) : "\(first)–\(last)"
      return (first, NumberText.exact(maximum, in: context.language) + " (" + span + ")")
    }
    guard scales.count > 1 else { return nil }
    let list = scales.sorted { $0.first < $1.first }.map(\.text).joined(separator: ", ")
    return context.label("province.chart_maxima", ["list": list])
  }
}
