internal import GFM
internal import Scoring

/// The page of one province. It answers one question: what did it promise, what came of it, and where does it stand?
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
      description: context.label("province.description", ["name": name]), parents: [.home],
      card: CardClaim(.province))
  }

  var card: ShareCard {
    let promises = reformPromises
    guard !promises.isEmpty else {
      return ShareCard(
        topic: context.label("card.promises"), title: context.label("province.lead_none", ["name": name]),
        source: context.sourceLine(ofPromises: self.promises))
    }
    return ShareCard(
      topic: context.label("card.promises"), title: name, number: context.knownShare(of: promises),
      figure: context.squares(of: promises), source: context.sourceLine(ofPromises: promises))
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(.text(lead))
    addStory(to: &body)
    addLifetime(to: &body)
    addRemarks(to: &body)
    addPromises(to: &body)
    try addJudged(to: &body)
    addPlans(to: &body)
    try context.addComponents(of: reformPromises, to: &body)
    let series = try addIndex(to: &body)
    let others = try addOtherIndexes(to: &body)
    addInternalIndex(to: &body)
    try addResponsibilities(to: &body)
    addReferences(to: &body)
    return Page.PageContent(body, charts: [series?.chart].compactMap { $0 } + others)
  }

  private var lead: String {
    let reform = reformPromises
    guard !reform.isEmpty else { return context.label("province.lead_none", ["name": name]) }
    let plans = plans.filter { $0.scope == .administrativeReform }
    let summaries = plans.count(where: \.isSummary)
    let remark =
      summaries == 0
      ? "" : context.label("province.summaries", ["count": context.whole(summaries)]) + " "
    return context.label(
      "province.lead",
      context.counts(reform).merging([
        "name": name, "plans": context.whole(plans.count), "finding": remark + context.finding(reform),
      ]) { $1 })
  }

  /// What the data hold of the last year with a figure of an index.
  private func addStory(to body: inout MarkdownDocument) {
    let years = context.yearlyIndexes.compactMap { context.years(of: $0, [entity.id]).first }
    guard let year = years.max() else { return }
    body.paragraph(ProvinceYearStory(context: context, entity: entity.id, year: year).paragraph)
  }

  /// What else the promises hold: those of other documents, what came near, and where the province stands.
  private func addRemarks(to body: inout MarkdownDocument) {
    var pieces: [Markdown] = []
    let others = promises.filter { $0.scope != .administrativeReform }
    if !others.isEmpty {
      let plans = plans.count { $0.scope != .administrativeReform }
      let counts = ["plans": context.whole(plans)].merging(context.counts(others)) { $1 }
      pieces.append(context.labelText("province.others", counts))
    }
    pieces += [
      context.nearby(reformPromises), context.uncheckedStages(others), context.uncounted(attainments),
    ].compactMap { $0 }.map { .text($0) }
    let years = context.data.indexYears
    if let year = years.first(where: { !context.totals(of: entity.id, year: $0).isEmpty }) {
      pieces.append(
        context.filled(
          "province.latest_index",
          [
            "year": .text(String(year)),
            "value": context.totalSummary(context.totals(of: entity.id, year: year)),
          ]))
    }
    if !pieces.isEmpty { body.paragraph(pieces.joined(separator: " ")) }
  }

  private func addPromises(to body: inout MarkdownDocument) {
    guard !reformPromises.isEmpty else { return }
    body.heading(2, context.labelText("province.promises"))
    PromiseSquares(context: context, promises: reformPromises).add(to: &body)
    VerdictDefinitions(context: context, promises: reformPromises).add(to: &body, level: 3)
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

  private func addPlans(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("province.plans"))
    guard !plans.isEmpty else {
      body.paragraph(context.labelText("province.no_plans"))
      return
    }
    for scope in Plan.PlanScope.allCases {
      let own = plans.filter { $0.scope == scope }
      guard !own.isEmpty else { continue }
      body.heading(3, .text(context.scope(scope).capitalizedFirst))
      body.list(
        own.map { plan in
          let promises = Promise.all(in: context.data.attainmentsOfPlan(plan.id))
          return context.link(context.markdown(plan.title), to: .plan(plan.id)) + ". "
            + .text(context.finding(promises))
        })
    }
    let tasks = plans.reduce(0) { $0 + $1.tasks.count }
    if tasks > 0 {
      body.paragraph(context.labelText("province.tasks", ["count": context.whole(tasks)]))
    }
  }

  /// The promises that an outcome judges, those of reform plans first.
  private func addJudged(to body: inout MarkdownDocument) throws(MarkdownError) {
    let judged = promises.filter(PromiseLine.isJudged)
    guard !judged.isEmpty else { return }
    body.heading(2, context.labelText("province.judged"))
    for scope in Plan.PlanScope.allCases {
      let own = judged.filter { $0.scope == scope }.inOrderOfInterest
      guard !own.isEmpty else { continue }
      body.heading(3, .text(context.scope(scope).capitalizedFirst))
      try PromiseTable(context: context, promises: own, naming: .placed).add(to: &body)
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
