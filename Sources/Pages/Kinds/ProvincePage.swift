internal import GFM
internal import Scoring

/// The page of one province: its plans and their results, its scores and ranks, and who is responsible for what.
struct ProvincePage {
  let context: PageContext
  let entity: Entity

  private var attainments: [Attainment] { context.data.attainmentsOfEntity(entity.id) }
  private var plans: [Plan] { context.data.plansOfEntity(entity.id) }
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
    let summary = AttainmentSummary(attainments.map(\.verdict))
    var text = context.filled(
      "province.lead",
      [
        "name": .text(name), "targets": .text(context.whole(attainments.count)),
        "plans": .text(context.whole(plans.count)), "bounds": .text(context.bounds(summary)),
      ])
    text += " " + .text(context.leftOut(summary))
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
    try context.verdictTable(
      plans.map { plan in
        let verdicts = context.data.attainmentsOfPlan(plan.id).map(\.verdict)
        return (
          name: context.link(context.markdown(plan.title), to: .plan(plan.id)),
          summary: AttainmentSummary(verdicts)
        )
      }, header: context.label("province.plan"), to: &body)
    let rows = context.byComponent(attainments).map { group in
      (
        label: group.component?.description ?? context.label("attainment.cross_short"),
        summary: AttainmentSummary(group.attainments.map(\.verdict))
      )
    }
    let chart = context.attainmentChart(
      "province-" + entity.id.rawValue, title: context.label("province.by_component", ["name": name]),
      rows: rows)
    if let chart {
      body.heading(2, context.labelText("province.by_component_heading"))
      body.append(chart.document)
      try context.verdictTable(
        context.byComponent(attainments).map {
          (
            name: Markdown.text(context.componentName($0.component)),
            summary: AttainmentSummary($0.attainments.map(\.verdict))
          )
        }, header: context.label("attainment.component"), to: &body)
    }
    return chart
  }

  /// The targets that an outcome judges.
  private func addJudged(to body: inout MarkdownDocument) {
    let judged = attainments.filter { [.met, .missed, .undetermined].contains($0.verdict) }
    body.heading(2, context.labelText("province.judged"))
    guard !judged.isEmpty else {
      body.paragraph(context.labelText("province.nothing_judged"))
      return
    }
    body.list(judged.map { JudgedLine(context: context, attainment: $0).text })
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
