internal import GFM
internal import Scoring

/// The page of one plan: its result, every target with verdict, explanation, source and locator, its tasks, and what
/// of the document is recorded.
struct PlanPage {
  let context: PageContext
  let plan: Plan

  private var attainments: [Attainment] { context.data.attainmentsOfPlan(plan.id) }
  private var coverage: CoverageSection { CoverageSection(context: context, plan: plan) }
  private var summary: AttainmentSummary { AttainmentSummary(attainments.map(\.verdict)) }

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
    let components = context.byComponent(attainments)
    let rows = components.map {
      (label: context.componentName($0.component), summary: AttainmentSummary($0.attainments.map(\.verdict)))
    }
    let chart = components.count > 1 ? chart(rows) : nil
    if let chart {
      body.heading(2, context.labelText("plan.by_component"))
      body.append(chart.document)
      try context.verdictTable(
        rows.map { (name: Markdown.text($0.label), summary: $0.summary) },
        header: context.label("attainment.component"), to: &body)
    }
    try addOverview(to: &body)
    for group in components {
      body.heading(2, .text(context.componentName(group.component)))
      for attainment in group.attainments {
        TargetSection(context: context, attainment: attainment, siblings: attainments).add(to: &body)
      }
    }
    TaskSection(context: context, tasks: plan.tasks).add(to: &body)
    try coverage.add(to: &body)
    return Page.PageContent(body, charts: [chart?.chart].compactMap { $0 })
  }

  private var lead: String {
    let counts = [
      "count": context.whole(attainments.count), "entity": context.entityName(plan.entity),
    ]
    return context.label("plan.lead", counts) + " " + context.bounds(summary) + " " + context.leftOut(summary)
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
      item("plan.years", .text(years)),
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
  }

  private func item(_ key: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(key)) + ": " + value
  }

  private func addOverview(to body: inout MarkdownDocument) throws(MarkdownError) {
    guard attainments.count > 3 else { return }
    body.heading(2, context.labelText("plan.overview"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("attainment.target")),
        MarkdownColumn(context.labelText("attainment.goal")),
        MarkdownColumn(context.labelText("attainment.verdict")),
      ],
      rows: attainments.map { attainment in
        let target = attainment.target
        return [
          .link(context.markdown(target.statement), to: "#" + target.id.rawValue), context.goal(target),
          context.verdict(attainment.verdict),
        ]
      })
  }
}
