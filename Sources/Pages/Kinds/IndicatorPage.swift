internal import GFM
internal import Scoring

/// The page of one indicator: what is counted, every target and every outcome.
struct IndicatorPage {
  let context: PageContext
  let indicator: Indicator

  private var attainments: [Attainment] { context.data.attainmentsOfIndicator(indicator.id) }
  private var outcomes: [Outcome] { context.data.outcomesOfIndicator(indicator.id) }
  private var name: String { context.text(indicator.name) }

  var head: Page.Head {
    Page.Head(
      route: .indicator(indicator.id), language: context.language, title: name,
      description: context.label("indicator.description", ["name": name]), parents: [.home, .indicators])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addDefinition(to: &body)
    let charts = IndicatorChart(context: context, indicator: indicator, attainments: attainments).blocks
    for chart in charts { body.append(chart.document) }
    try addTargets(to: &body)
    try addOutcomes(to: &body)
    return Page.PageContent(body, charts: charts.map(\.chart))
  }

  private var lead: Markdown {
    let text = context.labelText(
      "indicator.lead",
      ["targets": context.whole(attainments.count), "outcomes": context.whole(outcomes.count)])
    return attainments.isEmpty ? text : text + " " + .text(context.finding(ofTargets: attainments))
  }

  private func item(_ key: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(key)) + ": " + value
  }

  private func addDefinition(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("indicator.definition"))
    var items = [
      item("common.unit", context.labelText("indicator.unit_" + indicator.unit.rawValue)),
      item("indicator.direction", context.labelText("indicator.direction_" + indicator.direction.rawValue)),
      item("attainment.component", .text(context.componentName(indicator.component))),
      item(
        "indicator.levels",
        .text(indicator.levels.map { context.text(AttainmentWording.level($0)) }.joined(separator: ", "))),
    ]
    if indicator.followsBudgetYear { items.append(context.labelText("indicator.budget_year")) }
    body.list(items)
    if !indicator.denominators.isEmpty {
      body.paragraph(.strong(context.labelText("indicator.denominators")))
      body.list(indicator.denominators.map { context.markdown($0.name) })
    }
    if indicator.denominators.count > 1 { body.quote(context.labelText("indicator.several_denominators")) }
    if !indicator.notComparable.isEmpty {
      body.paragraph(.strong(context.labelText("indicator.not_comparable")))
      body.list(lookalikes)
    }
    if let note = indicator.note { body.paragraph(context.markdown(note)) }
  }

  /// The indicators that this one is not to be confused with, each with the reason.
  var lookalikes: [Markdown] {
    indicator.notComparable.map { other in
      let name = context.data.indicator(other.indicator)?.name
      let label = name.map(context.markdown) ?? .text(other.indicator.rawValue)
      return context.link(label, to: .indicator(other.indicator)) + ": " + context.markdown(other.reason)
    }
  }

  private func addTargets(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("indicator.targets"))
    guard !attainments.isEmpty else {
      body.paragraph(context.labelText("indicator.no_targets"))
      return
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("common.province")),
        MarkdownColumn(context.labelText("common.year")),
        MarkdownColumn(context.labelText("attainment.goal")),
        MarkdownColumn(context.labelText("indicator.counted")),
        MarkdownColumn(context.labelText("attainment.verdict")),
      ],
      of: attainments,
      row: { attainment in
        let target = attainment.target
        return [
          context.entity(target.entity), context.link(toTarget: target, .text(String(target.year))),
          context.goal(target), counted(target.denominator, target.level),
          context.verdict(attainment.verdict),
        ]
      })
  }

  /// At which level and how a target or an outcome is counted.
  func counted(
    _ denominator: Identifier<Indicator.Denominator>?, _ level: AdministrativeLevel
  ) -> Markdown {
    let level = Markdown.text(context.text(AttainmentWording.level(level)))
    guard indicator.denominators.count > 1 else { return level }
    let name = indicator.denominators.first { $0.id == denominator }?.name
    return level + "; " + (name.map(context.markdown) ?? context.labelText("compare.unstated"))
  }

  /// The period of an outcome, with the mark of a break in its series.
  func period(of outcome: Outcome) -> Markdown {
    let period = Markdown.text(context.period(outcome))
    let breaks = indicator.publishedAs.flatMap { series in
      context.data.indexes.first { $0.id == series.index }?.breaks
    }
    guard breaks?.contains(where: { $0.from == outcome.year }) == true else { return period }
    return period + " " + context.breakMark(context.label("province.series_break"))
  }

  func value(of outcome: Outcome) -> Markdown {
    context.figure(
      context.text(AttainmentWording.value(outcome, unit: indicator.unit)), at: outcome.line,
      outcome.citations)
  }

  private func addOutcomes(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("indicator.outcomes"))
    guard !outcomes.isEmpty else {
      body.paragraph(context.labelText("indicator.no_outcomes"))
      return
    }
    let sorted = outcomes.sorted { left, right in
      left.entity == right.entity
        ? (left.year, left.line) > (right.year, right.line) : left.entity < right.entity
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("common.province")),
        MarkdownColumn(context.labelText("indicator.period")),
        MarkdownColumn(context.labelText("common.value")),
        MarkdownColumn(context.labelText("indicator.counted")),
        MarkdownColumn(context.labelText("indicator.backing")),
      ],
      of: sorted,
      row: { outcome in
        [
          context.entity(outcome.entity), period(of: outcome), value(of: outcome),
          counted(outcome.denominator, outcome.level), context.status(outcome.confidence),
        ]
      })
    context.addRemarks(
      sorted.compactMap { outcome in
        context.remark(
          on: context.entityName(outcome.entity) + ", " + context.period(outcome), outcome.note,
          contradictedBy: outcome.contradictedBy, citations: outcome.citations)
      }, to: &body)
  }
}
