internal import GFM
internal import Scoring

/// The page of one index year.
struct IndexYear {
  let context: PageContext
  let year: Int

  var edition: Edition? { context.data.editionOfYear(year) }

  /// The figures of the year beside the scorecards.
  var figures: [PublishedFigure] { context.scorecardIndexFigures(year: year) }

  var head: Page.Head {
    Page.Head(
      route: .indexYear(year), language: context.language,
      title: context.label("index.year_title", ["year": String(year)]),
      description: context.label("index.year_description", ["year": String(year)]),
      parents: [.home, .indexYears])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addStories(to: &body)
    addEdition(to: &body)
    try addNation(to: &body)
    try addRanking(to: &body)
    let rankCharts = try addStability(to: &body)
    try addRegions(to: &body)
    try addGroups(to: &body)
    let charts = try addScorecards(to: &body)
    try addGaps(to: &body)
    try addChanges(to: &body)
    return Page.PageContent(body, charts: rankCharts + charts)
  }

  /// The national figures and the compared provinces in a few sentences.
  var lead: Markdown {
    func value(_ measure: PublishedFigure.FigureMeasure) -> Markdown {
      context.published(context.nationalFigures(measure, year: year))
    }
    var sentences = [
      context.filled(
        "index.lead_nation",
        [
          "year": .text(String(year)), "average": value(.average), "highest": value(.highest),
          "lowest": value(.lowest),
        ])
    ]
    let compared = context.data.comparedProvinces.map { ($0, context.totals(of: $0, year: year)) }
    let known = compared.filter { !$0.1.isEmpty }
    let unknown = compared.filter { $0.1.isEmpty }.map(\.0)
    if !known.isEmpty {
      let list = known.map { id, entries in context.entity(id) + " " + context.totalSummary(entries) }
      sentences.append(context.filled("index.lead_known", ["list": list.joined(separator: "; ")]))
    }
    if !unknown.isEmpty {
      sentences.append(
        context.filled("index.lead_unknown", ["list": context.enumeration(unknown.map(context.entity))]))
    }
    return sentences.joined(separator: " ")
  }

  /// What the data hold of each compared province in the year.
  private func addStories(to body: inout MarkdownDocument) {
    body.list(
      context.data.comparedProvinces.map { id in
        .strong(context.entity(id)) + ". "
          + ProvinceYearStory(context: context, entity: id, year: year).paragraph
      })
  }

  private func addEdition(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("index.edition_heading"))
    guard let edition else {
      body.paragraph(context.labelText("index.edition_unknown"))
      return
    }
    let backing = edition.yearsBacking
    body.paragraph(
      context.filled(
        "index.edition_in_force",
        ["edition": context.link(context.markdown(edition.name), to: .edition(edition.id))]) + " "
        + context.status(backing.status) + " " + context.cites(backing.sources))
    if let how = backing.how { body.paragraph(context.markdown(how)) }
    if let item = context.indexBreak(in: year) {
      body.quote(
        context.breakMark(context.label("index.break_mark")) + " "
          + context.filled("index.break_here", ["reason": context.markdown(item.reason)])
          + (item.citation.map { " " + context.cites([$0]) } ?? ""))
    }
  }
}
