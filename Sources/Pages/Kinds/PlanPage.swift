internal import GFM
internal import Scoring

/// The page of one plan. It answers one question: what became of what this document promised? Settled promises come
/// first, then all in one table, then what the document holds beyond them.
struct PlanPage {
  let context: PageContext
  let plan: Plan

  private var attainments: [Attainment] { context.data.attainmentsOfPlan(plan.id) }
  private var promises: [Promise] { Promise.all(in: attainments) }
  var coverage: CoverageSection { CoverageSection(context: context, plan: plan) }

  var head: Page.Head {
    let hasPage = context.data.mention(plan.entity)?.hasProfile == true
    return Page.Head(
      route: .plan(plan.id), language: context.language, title: context.text(plan.title), description: lead,
      parents: hasPage ? [.home, .province(plan.entity)] : [.home],
      card: CardClaim(.plan, year: plan.firstYear))
  }

  var card: ShareCard {
    ShareCard(
      topic: context.label("card.plan", ["entity": context.entityName(plan.entity)]),
      title: context.text(plan.title), number: context.knownShare(of: promises),
      figure: context.squares(of: promises),
      source: context.sourceLine(
        [plan.citation] + promises.flatMap(\.parts).filter(\.isJudged).flatMap(\.answers).flatMap(\.citations)
      ))
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(.text(lead))
    if plan.isSummary { body.quote(context.labelText("plan.summary_only")) }
    let remarks = [context.nearby(promises), context.uncheckedStages(promises)].compactMap { $0 }
    if !remarks.isEmpty { body.paragraph(.text(remarks.joined(separator: " "))) }
    addJudged(to: &body)
    try addPromises(to: &body)
    try addUncounted(to: &body)
    body.heading(2, context.labelText("plan.document"))
    addDocument(to: &body)
    try context.addComponents(of: promises, to: &body)
    try TaskSection(context: context, tasks: plan.tasks).add(to: &body)
    try coverage.add(to: &body)
    return Page.PageContent(body)
  }

  private var lead: String {
    context.label(
      "plan.lead",
      context.counts(promises).merging([
        "entity": context.entityName(plan.entity), "finding": context.finding(promises),
      ]) { $1 })
  }

  /// The promises that an outcome judges, with their figures.
  private func addJudged(to body: inout MarkdownDocument) {
    let judged = promises.filter(PromiseLine.isJudged)
    guard !judged.isEmpty else { return }
    body.heading(2, context.labelText("plan.judged"))
    body.list(judged.map { PromiseLine(context: context, promise: $0).text })
  }

  /// All promises, one line each, what was found first. The links carry the identifiers of the targets.
  private func addPromises(to body: inout MarkdownDocument) throws(MarkdownError) {
    let sorted = promises.inOrderOfInterest
    guard !sorted.isEmpty else { return }
    body.heading(2, context.labelText("plan.overview"))
    VerdictDefinitions(context: context, promises: sorted).add(to: &body, level: 3)
    try PromiseTable(context: context, promises: sorted, naming: .identified).add(to: &body)
  }

  /// The yearly steps and the paths of milestones, folded.
  private func addUncounted(to body: inout MarkdownDocument) throws(MarkdownError) {
    let uncounted = attainments.filter { !$0.isCounted }
    guard !uncounted.isEmpty, let text = context.uncounted(attainments) else { return }
    try body.details(2, context.labelText("plan.uncounted")) { body throws(MarkdownError) in
      body.paragraph(.text(text))
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("attainment.target")),
          MarkdownColumn(context.labelText("attainment.goal")),
          MarkdownColumn(context.labelText("attainment.verdict")),
        ],
        of: uncounted,
        row: {
          [
            context.identifiedStatement($0.target), .text(context.goalText($0.target)),
            context.verdict($0.verdict),
          ]
        })
    }
  }

  /// What is known of the document, for its own page or that of its one promise.
  func addDocument(to body: inout MarkdownDocument) {
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
}
