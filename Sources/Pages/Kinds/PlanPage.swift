internal import GFM
internal import Scoring

/// The page of one plan: its result, every target with verdict, explanation, source and locator, its tasks, and what
/// of the document is recorded.
struct PlanPage {
  let context: PageContext
  let plan: Plan

  private var attainments: [Attainment] { context.data.attainmentsOfPlan(plan.id) }
  private var promises: [Promise] { Promise.all(in: attainments) }
  private var coverage: CoverageSection { CoverageSection(context: context, plan: plan) }

  var head: Page.Head {
    let hasPage = context.data.mention(plan.entity)?.hasProfile == true
    return Page.Head(
      route: .plan(plan.id), language: context.language, title: context.text(plan.title), description: lead,
      parents: hasPage ? [.home, .province(plan.entity)] : [.home])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(.text(lead))
    addDocument(to: &body)
    let promises = promises
    let rows = context.byComponent(promises).map {
      (label: context.componentName($0.component), summary: $0.promises.summary)
    }
    let chart = rows.count > 1 ? chart(rows) : nil
    if let chart {
      body.heading(2, context.labelText("plan.by_component"))
      body.append(chart.document)
      try context.verdictTable(
        rows.map { (name: Markdown.text($0.label), summary: $0.summary) },
        header: context.label("attainment.component"), to: &body)
    }
    try addOverview(promises, to: &body)
    let targets = Dictionary(plan.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let wholes = Dictionary(promises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for group in context.byComponent(attainments) {
      body.heading(2, .text(context.componentName(group.component)))
      for attainment in group.attainments {
        TargetSection(
          context: context, attainment: attainment,
          stepGoal: attainment.target.stepOf.flatMap { targets[$0] },
          promise: attainment.promise.flatMap { wholes[$0] }
        ).add(to: &body)
      }
    }
    TaskSection(context: context, tasks: plan.tasks).add(to: &body)
    try coverage.add(to: &body)
    return Page.PageContent(body, charts: [chart?.chart].compactMap { $0 })
  }

  private var lead: String {
    let promises = promises
    let counts = context.counts(promises).merging(["entity": context.entityName(plan.entity)]) { $1 }
    let sentences = [
      context.label("plan.lead", counts), context.account(promises), context.uncounted(attainments),
    ]
    return sentences.compactMap { $0 }.joined(separator: " ")
  }

  private func chart(_ rows: [(label: String, summary: AttainmentSummary)]) -> PageContext.ChartBlock? {
    context.attainmentChart(
      "plan-" + plan.id.rawValue, title: context.label("plan.by_component"),
      rows: rows.map { (label: String($0.label.prefix { $0 != " " }), summary: $0.summary) }
        .map {
          $0.label.hasPrefix("LV")
            ? $0 : (label: context.label("attainment.cross_short"), summary: $0.summary)
        })
  }

  private func addDocument(to body: inout MarkdownDocument) {
    let years = plan.firstYear == plan.lastYear ? "\(plan.firstYear)" : "\(plan.firstYear)–\(plan.lastYear)"
    var items: [Markdown] = [
      item("plan.declared_by", context.entity(plan.entity)),
      item("plan.kind", context.labelText("plan.kind_" + plan.kind.rawValue)),
      item("plan.scope", .text(context.scope(plan.scope))), item("plan.years", .text(years)),
    ]
    items.append(item("plan.number", plan.number.map { .text($0) } ?? context.unknown))
    items.append(item("plan.date", plan.date.map { .text(context.date($0)) } ?? context.unknown))
    items.append(
      item(
        "plan.source",
        context.dataLine(context.labelText("plan.data_line"), plan.line) + " "
          + context.cites([plan.citation])))
    items.append(item("plan.recorded", coverage.summary))
    body.list(items)
    if plan.isSummary { body.quote(context.labelText("plan.summary_only")) }
    if let note = plan.note { body.quote(context.markdown(note)) }
    let changes =
      plan.amendments.map { ("plan.amended", $0) } + (plan.successor.map { [("plan.superseded", $0)] } ?? [])
    guard !changes.isEmpty else { return }
    body.paragraph(context.labelText("plan.original_text"))
    body.list(
      changes.map { key, change in
        item(key, .text(context.date(change.date))) + ": " + context.markdown(change.what) + " "
          + context.cites([change.citation])
      })
  }

  private func item(_ key: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(key)) + ": " + value
  }

  private func addOverview(_ promises: [Promise], to body: inout MarkdownDocument) throws(MarkdownError) {
    let attainments = attainments
    guard attainments.count > 3 else { return }
    body.heading(2, context.labelText("plan.overview"))
    let wholes = Dictionary(promises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // Where each target is a promise of its own, its verdict is that of the promise.
    let isGrouped = promises.count < attainments.count
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("attainment.target")),
        MarkdownColumn(context.labelText("attainment.goal")),
        MarkdownColumn(context.labelText("attainment.verdict")),
      ] + (isGrouped ? [MarkdownColumn(context.labelText("attainment.whole_promise"))] : []),
      of: attainments,
      row: { attainment in
        let target = attainment.target
        let whole = attainment.promise.flatMap { wholes[$0] }.map { context.verdict($0.verdict) }
        return [
          .link(context.markdown(target.statement), to: "#" + target.id.rawValue), context.goal(target),
          context.verdict(attainment.verdict),
        ] + (isGrouped ? [whole ?? context.labelText("attainment.not_counted")] : [])
      })
  }
}
