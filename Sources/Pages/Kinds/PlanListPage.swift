package import GFM
internal import Scoring
internal import Text

/// All plans by province and year, each with the counts of verdicts on its promises. Plans without a page of their own
/// follow, each with the verdict on its one promise, to which it leads.
package struct PlanListPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .plans, language: context.language, title: context.label("plans.title"),
      description: context.label("plans.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let plans = context.data.plans
    let groups = Dictionary(grouping: plans, by: \.entity)
    let known = context.entitiesWithPage
    let order = known + context.data.entityOrder.filter { !known.contains($0) }
    let entities = order.filter { groups[$0] != nil }
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "plans.lead",
        [
          "plans": .text(context.whole(plans.count)), "places": .text(context.whole(entities.count)),
          "promise": context.term("listing.term_promise", "promise"),
          "verdict": context.term("listing.term_verdict", "attainment"),
        ]))
    for entity in entities {
      body.heading(2, context.entity(entity) + " {#" + .text(entity.rawValue) + "}")
      try add(groups[entity] ?? [], to: &body, context)
    }
    return Page.PageContent(body)
  }

  /// The newest first.
  private func add(
    _ plans: [Plan], to body: inout MarkdownDocument, _ context: PageContext
  ) throws(MarkdownError) {
    let newestFirst = plans.sorted {
      ($1.firstYear, $1.lastYear, $0.id.rawValue) < ($0.firstYear, $0.lastYear, $1.id.rawValue)
    }
    func isFolded(_ plan: Plan) -> Bool { context.data.promiseOfFoldedPlan(plan.id) != nil }
    try addTable(of: newestFirst.filter { !isFolded($0) }, to: &body, context)
    let folded = newestFirst.filter(isFolded)
    guard !folded.isEmpty else { return }
    body.paragraph(context.labelText("plans.single", ["count": context.whole(folded.count)]))
    body.list(
      folded.map { plan in
        let verdict = context.data.attainmentsOfPlan(plan.id).first.map(context.verdict(of:)) ?? ""
        return context.entry(context.markdown(plan.title), of: .plan(plan.id)) + " ("
          + .text(years(of: plan)) + ") " + verdict
      })
  }

  private func years(of plan: Plan) -> String {
    plan.firstYear == plan.lastYear ? "\(plan.firstYear)" : "\(plan.firstYear)–\(plan.lastYear)"
  }

  /// A verdict that no promise of these plans has gets no column.
  private func addTable(
    of plans: [Plan], to body: inout MarkdownDocument, _ context: PageContext
  ) throws(MarkdownError) {
    guard !plans.isEmpty else { return }
    let rows = plans.map {
      (plan: $0, summary: Promise.all(in: context.data.attainmentsOfPlan($0.id)).summary)
    }
    let verdicts = Verdict.allCases.filter { verdict in rows.contains { $0.summary.count(of: verdict) > 0 } }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("province.plan")), MarkdownColumn(context.labelText("plan.years")),
        MarkdownColumn(context.labelText("plans.promises"), alignment: .right),
      ] + verdicts.map { MarkdownColumn(context.verdict($0), alignment: .right) },
      of: rows
    ) { plan, summary in
      [
        context.entry(context.markdown(plan.title), of: .plan(plan.id)), .text(years(of: plan)),
        .text(context.whole(summary.total)),
      ] + verdicts.map { .text(context.whole(summary.count(of: $0))) }
    }
  }
}
