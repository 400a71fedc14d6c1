internal import GFM
internal import Scoring

/// The page of one promise. It answers one question: was the promise kept, and by which figure is that known?
struct PromisePage {
  let context: PageContext
  let record: PromiseRecord

  private var isWhole: Bool { record.parts.count > 1 }

  var head: Page.Head {
    let hasPage = context.data.mention(record.entity)?.hasProfile == true
    return Page.Head(
      route: .promise(record.id), language: context.language, title: title, description: description,
      parents: [.home] + (hasPage ? [.province(record.entity)] : []) + [
        isAllOfPlan ? .plans : .plan(record.plan)
      ], card: claim)
  }

  /// Whether the page tells all of its plan, which then has no page of its own.
  private var isAllOfPlan: Bool { context.data.promiseOfFoldedPlan(record.plan) == record.id }

  private var title: String {
    let statement = record.leading.map { context.text($0.target.statement) } ?? record.id.rawValue
    let named = context.label(
      "promise.title", ["entity": context.entityName(record.entity), "statement": statement])
    guard isWhole else { return named }
    return named + " " + context.label("promise.title_parts", ["rest": context.whole(record.parts.count - 1)])
  }

  private var description: String {
    let verdict = context.text(record.verdict.name)
    guard !isWhole, let part = record.parts.first else {
      return context.label(
        "promise.description_parts",
        ["verdict": verdict, "parts": context.verdictCounts(record.parts.map(\.verdict))])
    }
    let goal = context.text(AttainmentWording.goal(part.target.goal, unit: part.target.unit))
    let outcomes = part.judgements.filter(\.verdict.restsOnOutcome).flatMap(\.answers).map {
      context.text(AttainmentWording.value($0, unit: part.indicator.unit))
    }
    guard !outcomes.isEmpty else {
      return context.label("promise.description_open", ["verdict": verdict, "goal": goal])
    }
    return context.label(
      "promise.description",
      ["verdict": verdict, "goal": goal, "outcome": outcomes.joined(separator: " / ")])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead + " " + .link(context.labelText("promise.objection_link"), to: "#objection"))
    VerdictDefinitions(context: context, record: record).add(to: &body, level: 2)
    if record.promise == nil { body.quote(context.labelText("promise.not_counted")) }
    var charts: [Page.Chart] = []
    for attainment in record.parts {
      let part = PromisePart(context: context, attainment: attainment, isAlone: !isWhole)
      if let chart = try part.add(to: &body) { charts.append(chart) }
    }
    if !record.steps.isEmpty {
      body.heading(2, context.labelText("promise.steps"))
      body.paragraph(context.labelText("promise.steps_text"))
      for attainment in record.steps {
        let part = PromisePart(context: context, attainment: attainment, isAlone: false)
        if let chart = try part.add(to: &body, level: 3) { charts.append(chart) }
      }
    }
    try addSource(to: &body)
    addChanges(to: &body)
    addObjection(to: &body)
    return Page.PageContent(body, charts: charts)
  }

  /// The answer: the verdict and what it rests on.
  private var lead: Markdown {
    if isWhole {
      return (record.promise.map(context.verdict(of:)) ?? context.verdict(record.verdict)) + " "
        + context.filled(
          "promise.whole",
          [
            "numbers": .text(context.whole(record.parts.count)),
            "parts": .text(context.verdictCounts(record.parts.map(\.verdict))),
          ])
    }
    return record.parts.first.map { PromisePart(context: context, attainment: $0, isAlone: true).answer }
      ?? ""
  }

  private func addSource(to body: inout MarkdownDocument) throws(MarkdownError) {
    guard let plan = context.data.plan(record.plan) else { return }
    body.heading(2, context.labelText("promise.document"))
    let title = context.markdown(plan.title)
    var text = (isAllOfPlan ? title : context.link(title, to: .plan(plan.id))) + " "
    text += context.cites([plan.citation])
    if plan.isSummary { text += ". " + context.labelText("plan.summary_only") }
    body.paragraph(text)
    guard isAllOfPlan else { return }
    let page = PlanPage(context: context, plan: plan)
    page.addDocument(to: &body)
    try page.coverage.add(to: &body)
  }

  /// How to object, with evidence.
  private func addObjection(to body: inout MarkdownDocument) {
    // The trailing braces give the heading its identifier.
    body.heading(2, context.labelText("promise.objection") + " {#objection}")
    let links = [
      context.report(record.id.rawValue, on: .promise(record.id), titled: title),
      record.parts.first.flatMap { context.edit($0.target.line) },
    ].compactMap { $0 }
    var text = context.labelText("promise.objection_text")
    text +=
      " " + (links.isEmpty ? context.labelText("promise.objection_nowhere") : links.joined(separator: " · "))
    body.paragraph(text)
  }

  /// What was corrected, and when.
  private func addChanges(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("promise.changes"))
    let changes = context.data.changesOfPromise(record.id)
    guard !changes.isEmpty else {
      body.paragraph(context.labelText("promise.no_changes"))
      return
    }
    body.list(
      changes.map { change in
        .strong(.text(context.date(PartialDate(change.date)))) + ". " + context.change(change)
      })
  }
}
