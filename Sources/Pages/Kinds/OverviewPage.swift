package import GFM
internal import Scoring

/// The home page. It answers one question: what did the provinces promise, and what can be checked of it?
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

  package func card(of subject: NoSubject, _ context: PageContext) -> ShareCard? {
    OverviewPage(context: context).card
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

  var head: Page.Head {
    Page.Head(
      route: .home, language: context.language, title: title,
      description: context.finding(promises(.administrativeReform)), parents: [],
      card: CardClaim(.home))
  }

  /// The finding: how much was promised, and how little of it can be checked.
  private var title: String {
    let promises = promises(.administrativeReform)
    guard !promises.isEmpty else { return context.label("overview.title") }
    let provisional = promises.count { [.met, .missed].contains($0.verdict) && $0.isProvisional }
    return context.label(
      provisional == 0 ? "overview.title_finding" : "overview.title_provisional",
      [
        "provinces": context.whole(provinces.count), "promises": context.whole(promises.count),
        "settled": context.whole(promises.summary.settled), "provisional": context.whole(provisional),
      ])
  }

  var card: ShareCard {
    let promises = promises(.administrativeReform)
    return ShareCard(
      topic: context.label("card.promises"), title: title, figure: context.squares(of: promises),
      source: context.sourceLine(ofPromises: promises))
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    let promises = promises(.administrativeReform)
    var body = MarkdownDocument()
    body.paragraph(.text(context.finding(promises) + " " + context.label("overview.squares")))
    addProvinces(to: &body)
    try addJudged(promises, to: &body)
    try addStandings(to: &body)
    let series = context.indexSeriesChart()
    if let series { body.append(series.document) }
    addMissing(promises, to: &body)
    try addOthers(to: &body)
    addConflicts(to: &body)
    addReading(to: &body)
    return Page.PageContent(body, charts: [series?.chart].compactMap { $0 })
  }

  private func addProvinces(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("overview.promises"))
    body.paragraph(legend)
    VerdictDefinitions(context: context, promises: promises(.administrativeReform)).add(to: &body, level: 3)
    for province in provinces {
      body.heading(3, context.entity(province))
      if let fate = fate(province) { body.paragraph(.emphasis(fate)) }
      PromiseSquares(context: context, promises: promises(province, .administrativeReform)).add(to: &body)
    }
  }

  /// The verdicts with their counts, each with the mark that its square has.
  private var legend: Markdown {
    let promises = promises(.administrativeReform)
    let counts = promises.summary
    let verdicts = Verdict.inOrderOfInterest.filter { counts.count(of: $0) > 0 }
    var text = verdicts.map { verdict in
      context.verdict(verdict) + .text("\u{A0}" + context.whole(counts.count(of: verdict)))
    }.joined(separator: "  ")
    if promises.contains(where: { [.related, .lapsedRelated].contains(PromiseState($0)) }) {
      text += ". " + context.labelText("overview.legend_related")
    }
    if promises.contains(where: { $0.isProvisional || $0.dependsOnWay }) {
      text += " " + context.labelText("overview.legend_provisional")
    }
    return text
  }

  /// What became of the province itself; nil when nothing did.
  private func fate(_ id: Identifier<Entity>) -> Markdown? {
    guard let entity = context.data.mention(id), let until = entity.until, !entity.successors.isEmpty else {
      return nil
    }
    return context.filled(
      "overview.merged",
      [
        "date": .text(context.date(until)),
        "successor": context.enumeration(entity.successors.map { .text(context.entityName($0)) }),
      ])
  }

  /// The promises that outcomes judge: goal against result.
  private func addJudged(_ promises: [Promise], to body: inout MarkdownDocument) throws(MarkdownError) {
    let judged = promises.filter(PromiseLine.isJudged).inOrderOfInterest
    guard !judged.isEmpty else { return }
    body.heading(2, context.labelText("overview.judged"))
    try PromiseTable(context: context, promises: judged, naming: .placed).add(to: &body)
  }

  /// Where the provinces stand on each published index: the latest figure of each.
  private func addStandings(to body: inout MarkdownDocument) throws(MarkdownError) {
    let indexes = context.data.indexes.filter { $0.province == nil }
    let rows = indexes.compactMap { index -> [Markdown]? in
      let cells = provinces.map { IndexStanding(context: context, index: index, entity: $0).cell }
      guard cells.contains(where: { $0 != nil }) else { return nil }
      return [context.markdown(index.name)] + cells.map { $0 ?? context.unknown }
    }
    guard !rows.isEmpty else { return }
    body.heading(2, context.labelText("overview.standings"))
    body.paragraph(
      context.labelText("overview.standings_text") + " " + context.labelText("index.break_warning"))
    try body.box(.stacked) { body throws(MarkdownError) in
      try body.table(
        columns: [MarkdownColumn(context.labelText("common.index"))]
          + provinces.map { MarkdownColumn(.text(context.entityName($0))) },
        rows: rows)
    }
  }

  /// What nobody can check yet, by province, and where to ask.
  private func addMissing(_ promises: [Promise], to body: inout MarkdownDocument) {
    let missing = promises.filter { $0.verdict == .noData }
    guard !missing.isEmpty else { return }
    body.heading(2, context.labelText("overview.missing"))
    let text = [
      context.label("overview.missing_text", ["count": context.whole(missing.count)]),
      context.nearby(promises),
      context.uncheckedStages(promises),
    ].compactMap { $0 }
    body.paragraph(.text(text.joined(separator: " ")))
    body.list(
      provinces.compactMap { province in
        let own = missing.filter { $0.entity == province }
        guard !own.isEmpty else { return nil }
        return context.entity(province) + ": "
          + context.filled(
            "overview.missing_of", ["count": .text(context.whole(own.count)), "plans": plans(own)])
      })
  }

  /// The plans that promises stand in, each once.
  private func plans(_ promises: [Promise]) -> Markdown {
    var seen: Set<Identifier<Plan>> = []
    let plans = promises.map(\.plan).filter { seen.insert($0).inserted }.compactMap { context.data.plan($0) }
    return plans.map { context.link(context.markdown($0.title), to: .plan($0.id)) }.joined(separator: "; ")
  }

  /// The promises of plans about other things, counted apart, and how the numbers of the pages add up.
  private func addOthers(to body: inout MarkdownDocument) throws(MarkdownError) {
    let scopes = Plan.PlanScope.others.filter { !promises($0).isEmpty }
    if !scopes.isEmpty {
      body.heading(2, context.labelText("overview.others"))
      body.paragraph(context.labelText("overview.others_text"))
      try context.verdictTable(
        scopes.flatMap { scope in
          provinces.compactMap { province -> (name: Markdown, counts: AttainmentCounts)? in
            let promises = promises(province, scope)
            guard !promises.isEmpty else { return nil }
            return (context.entity(province) + ", " + .text(context.scope(scope)), AttainmentCounts(promises))
          }
        }, header: context.label("common.province"), to: &body)
      let judged = scopes.flatMap { promises($0) }.filter(PromiseLine.isJudged).inOrderOfInterest
      if !judged.isEmpty {
        try PromiseTable(context: context, promises: judged, naming: .placed).add(to: &body)
      }
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
