internal import GFM
internal import Scoring

/// The page of one province: its plans and their results, its scores and ranks, and who is responsible for what.
struct ProvincePage {
  let context: PageContext
  let entity: Entity

  private var attainments: [Attainment] { context.data.attainmentsOfEntity(entity.id) }
  private var plans: [Plan] { context.data.plansOfEntity(entity.id) }
  private var promises: [Promise] { Promise.all(in: attainments) }
  private var reformPromises: [Promise] { promises.filter { $0.scope == .administrativeReform } }
  private var name: String { context.text(entity.name) }

  var head: Page.Head {
    Page.Head(
      route: .province(entity.id), language: context.language, title: name,
      description: context.label("province.description", ["name": name]), parents: [.home])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addLifetime(to: &body)
    let chart = try addPlans(to: &body)
    addJudged(to: &body)
    let series = try addIndex(to: &body)
    try addOtherIndexes(to: &body)
    addInternalIndex(to: &body)
    try addResponsibilities(to: &body)
    addReferences(to: &body)
    return Page.PageContent(body, charts: [chart?.chart, series?.chart].compactMap { $0 })
  }

  private var lead: Markdown {
    let reform = reformPromises
    let reformPlans = plans.count { $0.scope == .administrativeReform }
    var text = context.filled(
      "province.lead",
      [
        "name": .text(name), "promises": .text(context.whole(reform.count)),
        "numbers": .text(context.whole(reform.partCount)), "plans": .text(context.whole(reformPlans)),
        "finding": .text(context.finding(reform)),
      ])
    let others = promises.filter { $0.scope != .administrativeReform }
    if !others.isEmpty {
      let counts = ["plans": context.whole(plans.count - reformPlans)].merging(context.counts(others)) { $1 }
      text += " " + context.labelText("province.others", counts)
    }
    if let uncounted = context.uncounted(attainments) { text += " " + .text(uncounted) }
    let years = context.data.indexYears
    if let year = years.first(where: { !context.totals(of: entity.id, year: $0).isEmpty }) {
      text +=
        " "
        + context.filled(
          "province.latest_index",
          [
            "year": .text(String(year)),
            "value": context.totalSummary(context.totals(of: entity.id, year: year)),
          ])
    } else {
      text += " " + context.labelText("province.no_index")
    }
    return text
  }

  private func addLifetime(to body: inout MarkdownDocument) {
    var pieces: [Markdown] = []
    if let until = entity.until, !entity.successors.isEmpty {
      pieces.append(
        context.filled(
          "province.until",
          [
            "name": .text(name), "date": .text(context.date(until)),
            "successor": context.enumeration(entity.successors.map(context.entity)),
          ]))
    }
    if let from = entity.from, !entity.predecessors.isEmpty {
      pieces.append(
        context.filled(
          "province.from",
          [
            "date": .text(context.date(from)),
            "predecessors": context.enumeration(entity.predecessors.map(context.entity)),
          ]))
    }
    if !pieces.isEmpty { body.quote(pieces.joined(separator: " ")) }
  }

  private func addPlans(to body: inout MarkdownDocument) throws(MarkdownError) -> PageContext.ChartBlock? {
    body.heading(2, context.labelText("province.plans"))
    guard !plans.isEmpty else {
      body.paragraph(context.labelText("province.no_plans"))
      return nil
    }
    body.paragraph(context.labelText("province.plans_text"))
    for scope in Plan.PlanScope.allCases {
      let own = plans.filter { $0.scope == scope }
      guard !own.isEmpty else { continue }
      body.heading(3, .text(context.scope(scope).capitalizedFirst))
      try context.verdictTable(
        own.map { plan in
          (
            name: context.link(context.markdown(plan.title), to: .plan(plan.id)),
            summary: Promise.all(in: context.data.attainmentsOfPlan(plan.id)).summary
          )
        }, header: context.label("province.plan"), to: &body)
    }
    let tasks = plans.reduce(0) { $0 + $1.tasks.count }
    if tasks > 0 {
      body.paragraph(context.labelText("province.tasks", ["count": context.whole(tasks)]))
    }
    let components = context.byComponent(reformPromises)
    let rows = components.map { group in
      (
        label: group.component?.description ?? context.label("attainment.cross_short"),
        summary: group.promises.summary
      )
    }
    let chart = context.attainmentChart(
      "province-" + entity.id.rawValue, title: context.label("province.by_component", ["name": name]),
      rows: rows)
    if let chart {
      body.heading(2, context.labelText("province.by_component_heading"))
      body.append(chart.document)
      try context.verdictTable(
        components.map {
          (name: Markdown.text(context.componentName($0.component)), summary: $0.promises.summary)
        }, header: context.label("attainment.component"), to: &body)
    }
    return chart
  }

  /// The promises that an outcome judges, those of reform plans first.
  private func addJudged(to body: inout MarkdownDocument) {
    let judged = promises.filter(PromiseLine.isJudged)
    body.heading(2, context.labelText("province.judged"))
    guard !judged.isEmpty else {
      let reasons = context.verdictCounts(promises, of: [.pending, .lapsed, .notMeasurable])
      body.paragraph(
        [
          reasons.isEmpty
            ? context.label("province.nothing_judged")
            : context.label("province.nothing_judged_because", ["reasons": reasons]),
          context.uncheckedStages(promises), context.nearby(promises),
        ].compactMap { $0 }.map { Markdown.text($0) }.joined(separator: " "))
      return
    }
    for scope in Plan.PlanScope.allCases {
      let own = judged.filter { $0.scope == scope }
      guard !own.isEmpty else { continue }
      body.heading(3, .text(context.scope(scope).capitalizedFirst))
      body.list(own.map { PromiseLine(context: context, promise: $0).text })
    }
  }

  private func addResponsibilities(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("province.responsible"))
    guard !entity.responsibilities.isEmpty else {
      body.paragraph(context.labelText("province.no_responsible"))
      return
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("attainment.component")),
        MarkdownColumn(context.labelText("province.department")),
        MarkdownColumn(context.labelText("province.role")),
      ],
      rows: entity.responsibilities.map { entry in
        [
          .text(context.componentName(entry.component)),
          context.figure(context.text(entry.department), at: entry.line, [entry.citation]),
          context.labelText("province.role_" + entry.role.rawValue),
        ]
      })
  }

  private func addReferences(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("province.about"))
    var items: [Markdown] = []
    if let code = entity.code {
      items.append(.strong(context.labelText("province.code")) + ": " + .text(code))
    }
    if let region = entity.region {
      items.append(.strong(context.labelText("province.region")) + ": " + context.entity(region))
    }
    items += entity.references.map { reference in
      let purpose = reference.purpose.map { context.markdown($0) + " " } ?? ""
      return purpose + context.cites([reference.citation])
    }
    body.list(items)
    if let note = entity.note { body.paragraph(context.markdown(note)) }
  }
}
