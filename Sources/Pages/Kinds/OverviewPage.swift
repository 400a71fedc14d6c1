package import GFM
internal import Scoring

/// The home page: the promises of reform plans that were met, with bounds, and how certain that is.
package struct OverviewPages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    [(OverviewPage(context: context).head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    try OverviewPage(context: context).content()
  }
}

/// The home page in one language.
struct OverviewPage {
  let context: PageContext

  private var provinces: [Identifier<Entity>] { context.data.comparedProvinces }

  private func promises(_ id: Identifier<Entity>, _ scope: Plan.PlanScope) -> [Promise] {
    Promise.all(in: context.data.attainmentsOfEntity(id)).filter { $0.scope == scope }
  }

  private func promises(_ scope: Plan.PlanScope) -> [Promise] {
    provinces.flatMap { promises($0, scope) }
  }

  private func summary(_ id: Identifier<Entity>) -> AttainmentSummary {
    promises(id, .administrativeReform).summary
  }

  var head: Page.Head {
    Page.Head(
      route: .home, language: context.language, title: context.label("overview.title"),
      description: context.label("overview.description"), parents: [])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    body.list(provinces.map(card))
    let bars = context.attainmentChart(
      "overview", title: context.label("overview.chart_title"),
      rows: provinces.map { (label: context.entityName($0), summary: summary($0)) })
    body.heading(2, context.labelText("overview.promises"))
    if let bars { body.append(bars.document) }
    try context.verdictTable(
      provinces.map { (name: context.entity($0), summary: summary($0)) },
      header: context.label("common.province"), to: &body)
    addJudged(promises(.administrativeReform), to: &body)
    try addOthers(to: &body)
    let series = context.indexSeriesChart()
    try addIndex(series, to: &body)
    addConflicts(to: &body)
    addReading(to: &body)
    return Page.PageContent(body, charts: [bars?.chart, series?.chart].compactMap { $0 })
  }

  private var lead: Markdown {
    let promises = promises(.administrativeReform)
    let all = promises.summary
    let lead = context.filled(
      "overview.lead",
      [
        "provinces": context.enumeration(provinces.map(context.entity)),
        "promises": .text(context.whole(promises.count)),
        "numbers": .text(context.whole(promises.partCount)),
        "measurable": .text(context.whole(all.measurable)),
        "met": .text(context.counted(.met, promises)),
        "missed": .text(context.counted(.missed, promises)),
        "noData": .text(context.whole(all.count(of: .noData))),
        "undetermined": .text(context.whole(all.count(of: .undetermined))),
      ])
    let others = context.outside(all).map { context.label("overview.lead_outside", ["parts": $0]) }
    let sentences = [others, context.uncheckedStages(promises), context.nearby(promises)].compactMap { $0 }
    return ([lead] + sentences.map { .text($0) }).joined(separator: " ")
  }

  private func card(_ id: Identifier<Entity>) -> Markdown {
    let promises = promises(id, .administrativeReform)
    let account = [
      context.bounds(promises.summary), context.provisional(promises), context.uncheckedStages(promises),
      context.leftOut(promises.summary),
    ].compactMap { $0 }
    var text = Markdown.strong(context.entity(id)) + " " + .text(account.joined(separator: " "))
    if let year = latestYear(id) {
      text +=
        " "
        + context.filled(
          "province.latest_index",
          [
            "year": .text(String(year)) + breakMark(year),
            "value": context.totalSummary(context.totals(of: id, year: year)),
          ])
    } else {
      text += " " + context.labelText("province.no_index")
    }
    return text
  }

  private func latestYear(_ id: Identifier<Entity>) -> Int? {
    context.data.indexYears.first { !context.totals(of: id, year: $0).isEmpty }
  }

  /// The mark of a break between the year of a card and the earliest year of any card; empty when there is none.
  private func breakMark(_ year: Int) -> Markdown {
    let earliest = provinces.compactMap(latestYear).min() ?? year
    let breaks = (context.scorecardIndex?.breaks ?? []).map(\.from)
    return breaks.contains { $0 > earliest && $0 <= year }
      ? " " + context.breakMark(context.label("index.break_mark")) : ""
  }

  /// The promises that outcomes judge, by verdict, with their figures.
  private func addJudged(_ promises: [Promise], to body: inout MarkdownDocument) {
    for verdict in [Verdict.met, .missed, .undetermined] {
      let judged = promises.filter { $0.verdict == verdict }
      guard !judged.isEmpty else { continue }
      body.heading(3, context.labelText("overview.judged_" + verdict.rawValue))
      body.list(
        judged.map {
          .strong(.text(context.entityName($0.entity))) + ". "
            + PromiseLine(context: context, promise: $0).text
        })
    }
  }

  /// The promises of plans about other things, counted apart, and how the numbers of the pages add up.
  private func addOthers(to body: inout MarkdownDocument) throws(MarkdownError) {
    let scopes = Plan.PlanScope.others.filter { !promises($0).isEmpty }
    if !scopes.isEmpty {
      body.heading(2, context.labelText("overview.others"))
      body.paragraph(context.labelText("overview.others_text"))
      try context.verdictTable(
        scopes.flatMap { scope in
          provinces.compactMap { province -> (name: Markdown, summary: AttainmentSummary)? in
            let promises = promises(province, scope)
            guard !promises.isEmpty else { return nil }
            return (context.entity(province) + ", " + .text(context.scope(scope)), promises.summary)
          }
        }, header: context.label("common.province"), to: &body)
      addJudged(scopes.flatMap { promises($0) }, to: &body)
    }
    body.paragraph(reconciliation)
  }

  /// How the counts of promises, of numbers and of rows of the open data hang together.
  private var reconciliation: Markdown {
    let attainments = provinces.flatMap { context.data.attainmentsOfEntity($0) }
    let all = Promise.all(in: attainments)
    let reform = promises(.administrativeReform).count
    return context.filled(
      "overview.reconciliation",
      [
        "targets": .text(context.whole(attainments.count)),
        "numbers": .text(context.whole(all.partCount)), "promises": .text(context.whole(all.count)),
        "reform": .text(context.whole(reform)), "others": .text(context.whole(all.count - reform)),
        "uncounted": .text(context.whole(attainments.count - all.partCount)),
        "data": context.link(context.labelText("nav.data"), to: .dataDictionary),
      ])
  }

  private func addIndex(
    _ series: PageContext.ChartBlock?, to body: inout MarkdownDocument
  ) throws(MarkdownError) {
    body.heading(2, context.labelText("overview.index"))
    body.paragraph(context.labelText("index.break_warning"))
    if let series { body.append(series.document) }
    let years = context.data.indexYears.filter { year in
      provinces.contains { !context.totals(of: $0, year: year).isEmpty }
    }
    try body.table(
      columns: [MarkdownColumn(context.labelText("index.year"))]
        + provinces.map { MarkdownColumn(.text(context.entityName($0))) },
      rows: years.map { year in
        [context.link(.text(String(year)), to: .indexYear(year)) + context.indexBreakMark(in: year)]
          + provinces.map { context.totalSummary(context.totals(of: $0, year: year)) }
      })
  }

  /// The figures that sources disagree about.
  private func addConflicts(to body: inout MarkdownDocument) {
    let items = ConflictList(context: context, entities: provinces).items
    body.heading(2, context.labelText("overview.conflicts"))
    guard !items.isEmpty else {
      body.paragraph(context.labelText("overview.no_conflicts"))
      return
    }
    body.paragraph(context.labelText("overview.conflicts_text"))
    body.list(items)
  }

  private func addReading(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("overview.reading"))
    body.list([
      context.labelText("overview.reading_figure"), context.labelText("overview.reading_promise"),
      context.labelText("overview.reading_bounds"),
      context.labelText("overview.reading_unknown"), context.labelText("overview.reading_breaks"),
      context.filled(
        "overview.reading_more",
        [
          "method": context.link(context.labelText("nav.method"), to: .method),
          "compare": context.link(context.labelText("nav.compare"), to: .compare),
          "data": context.link(context.labelText("nav.data"), to: .dataDictionary),
        ]),
    ])
  }
}
