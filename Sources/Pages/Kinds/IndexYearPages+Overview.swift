internal import GFM
internal import Scoring

/// The overview: all years side by side, what is known of the compared provinces, and the method.
struct IndexOverview {
  let context: PageContext

  var head: Page.Head {
    Page.Head(
      route: .indexYears, language: context.language, title: context.label("index.title"),
      description: context.label("index.description"), parents: [.home])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    body.quote(context.labelText("index.break_warning"))
    let chart = context.indexSeriesChart()
    if let chart { body.append(chart.document) }
    try addCompared(to: &body)
    try addNation(to: &body)
    addBreaks(to: &body)
    for index in context.data.indexes where index.province == nil {
      context.addMethod(of: index, to: &body)
    }
    return Page.PageContent(body, charts: [chart?.chart].compactMap { $0 })
  }

  /// The newest year with a national average, and the results of the compared provinces in it.
  private var lead: Markdown {
    let years = context.data.indexYears
    let year = years.first { !context.nationalFigures(.average, year: $0).isEmpty } ?? years.first
    guard let page = year.map({ IndexYear(context: context, year: $0) }) else {
      return context.labelText("index.nothing")
    }
    return [page.finding, page.average].compactMap { $0 }.joined(separator: " ")
  }

  private func yearCell(_ year: Int) -> Markdown {
    context.link(.text(String(year)), to: .indexYear(year)) + context.indexBreakMark(in: year)
  }

  private func addCompared(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("index.compared_heading"))
    let years = context.data.indexYears
    let compared = context.data.comparedProvinces
    let known = compared.filter { id in years.contains { !context.totals(of: id, year: $0).isEmpty } }
    let unknown = compared.filter { !known.contains($0) }
    if !unknown.isEmpty {
      body.paragraph(
        context.filled(
          "index.never_published", ["provinces": context.enumeration(unknown.map(context.entity))]))
    }
    if !known.isEmpty {
      let columns =
        [MarkdownColumn(context.labelText("index.year"))]
        + known.map { MarkdownColumn(.text(context.entityName($0))) }
      try body.table(
        columns: columns,
        rows: years.map { year in
          [yearCell(year)] + known.map { context.totalSummary(context.totals(of: $0, year: year)) }
        })
    }
    body.list(compared.compactMap(lifetime))
  }

  /// The end of a province's boundary and what it became part of; nil while the boundary exists.
  private func lifetime(_ id: Identifier<Entity>) -> Markdown? {
    guard context.data.mention(id)?.until != nil, let entity = context.data.entity(id),
      let until = entity.until
    else { return nil }
    let sources = context.cites(entity.references.map(\.citation))
    return context.breakMark(context.label("index.merger_mark")) + " "
      + context.filled(
        "index.lifetime",
        [
          "province": context.entity(id), "date": .text(NumberText.date(until, in: context.language)),
          "successors": context.enumeration(entity.successors.map(context.entity)),
        ]) + " " + sources
  }

  private func addNation(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("index.nation_heading"))
    let columns =
      [MarkdownColumn(context.labelText("index.year"))]
      + ["average", "highest", "lowest"].map {
        MarkdownColumn(context.labelText("index.measure_" + $0), alignment: .right)
      } + [MarkdownColumn(context.labelText("index.edition"))]
    try body.table(
      columns: columns,
      rows: context.data.indexYears.map { year in
        [yearCell(year)]
          + [.average, .highest, .lowest].map {
            context.published(context.nationalFigures($0, year: year))
          } + [context.editionLink(forYear: year)]
      })
  }

  private func addBreaks(to body: inout MarkdownDocument) {
    guard let breaks = context.scorecardIndex?.breaks, !breaks.isEmpty else { return }
    body.heading(2, context.labelText("index.breaks_heading"))
    body.list(
      breaks.map { item in
        let sources = item.citation.map { " " + context.cites([$0]) } ?? ""
        return .strong(.text(String(item.from))) + " " + context.markdown(item.reason) + sources
      })
  }
}

extension PageContext {
  /// A link to the edition in force for an index year; the unknown mark when none is known.
  func editionLink(forYear year: Int) -> Markdown {
    data.editionOfYear(year).map(editionLink) ?? unknown
  }

  /// A link to an edition by the number of its decision where known.
  func editionLink(_ edition: Edition) -> Markdown {
    link(.text(edition.decision ?? text(edition.name)), to: .edition(edition.id))
  }
}
