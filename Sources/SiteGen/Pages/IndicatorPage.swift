internal import GFM
internal import Scoring

/// The page of one indicator: what is counted, every target and every outcome.
struct IndicatorPage {
  let context: PageContext
  let indicator: Indicator

  private var attainments: [Attainment] { context.model.attainmentsByIndicator[indicator.id] ?? [] }
  private var outcomes: [Outcome] { context.model.outcomesByIndicator[indicator.id] ?? [] }
  private var name: String { context.text(indicator.name) }

  func page() throws(MarkdownError) -> Page {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addDefinition(to: &body)
    let chart = IndicatorChart(context: context, indicator: indicator, attainments: attainments).block
    if let chart { body.append(chart.document) }
    try addTargets(to: &body)
    try addOutcomes(to: &body)
    return Page(
      route: .indicator(indicator.id), language: context.language, title: name,
      description: context.label("indicator.description", ["name": name]), parents: [.home, .indicators],
      body: body, charts: [chart?.chart].compactMap { $0 })
  }

  private var lead: Markdown {
    let summary = AttainmentSummary(attainments.map(\.verdict))
    let text = context.labelText(
      "indicator.lead",
      ["targets": context.whole(attainments.count), "outcomes": context.whole(outcomes.count)])
    return attainments.isEmpty ? text : text + " " + .text(context.bounds(summary))
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
      body.list(
        indicator.notComparable.map { other in
          let name = context.dataset.indicator(other.indicator)?.name
          let label = name.map(context.markdown) ?? .text(other.indicator.rawValue)
          return context.link(label, to: .indicator(other.indicator)) + ": " + context.markdown(other.reason)
        })
    }
    if let note = indicator.note { body.paragraph(context.markdown(note)) }
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
      rows: attainments.map { attainment in
        let target = attainment.target
        return [
          context.entity(target.entity), context.link(toTarget: target, .text(String(target.year))),
          context.goal(target), counted(target.denominator, target.level),
          context.verdict(attainment.verdict),
        ]
      })
  }

  private func counted(
    _ denominator: Identifier<Indicator.Denominator>?, _ level: AdministrativeLevel
  ) -> Markdown {
    let level = Markdown.text(context.text(AttainmentWording.level(level)))
    guard indicator.denominators.count > 1 else { return level }
    let name = indicator.denominators.first { $0.id == denominator }?.name
    return level + "; " + (name.map(context.markdown) ?? context.labelText("compare.unstated"))
  }

  private func addOutcomes(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("indicator.outcomes"))
    guard !outcomes.isEmpty else {
      body.paragraph(context.labelText("indicator.no_outcomes"))
      return
    }
    let breaks = indicator.publishedAs.flatMap { series in
      context.dataset.indexes.first { $0.id == series.index }?.breaks
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
      rows: sorted.map { outcome in
        var period = Markdown.text(context.period(outcome))
        if breaks?.contains(where: { $0.from == outcome.year }) == true {
          period += " " + context.breakMark(context.label("province.series_break"))
        }
        let value = context.figure(
          context.text(AttainmentWording.value(outcome, unit: indicator.unit)), at: outcome.line,
          outcome.citations)
        return [
          context.entity(outcome.entity), period, value, counted(outcome.denominator, outcome.level),
          context.status(outcome.confidence),
        ]
      })
    let notes = sorted.compactMap { outcome in
      outcome.note.map { note in
        .strong(.text(context.entityName(outcome.entity) + " " + String(outcome.year))) + ": "
          + context.markdown(note)
      } as Markdown?
    }
    if !notes.isEmpty {
      body.paragraph(.strong(context.labelText("common.note")))
      body.list(notes)
    }
  }
}

/// Targets and outcomes of one indicator drawn side by side, where at least two can be.
struct IndicatorChart {
  let context: PageContext
  let indicator: Indicator
  let attainments: [Attainment]

  var block: PageContext.ChartBlock? {
    guard ![.none, .count, .billionVND].contains(indicator.unit) else { return nil }
    let rows = attainments.compactMap(row)
    guard rows.count > 1 else { return nil }
    let title = context.text(indicator.name)
    let values = rows.map { $0.label + ", " + $0.detail }.joined(separator: "; ")
    let alternative = context.label("indicator.chart_alternative", ["name": title, "values": values])
    let chart = TargetOutcomeChart(
      text: ChartText(title: title, description: alternative, language: context.language),
      unit: indicator.unit, rows: rows)
    return context.chart(
      "indicator-" + indicator.id.rawValue, svg: chart.svg, alternative: alternative,
      caption: context.label("indicator.chart_caption"))
  }

  private func row(_ attainment: Attainment) -> TargetOutcomeChart.Row? {
    let target = attainment.target
    let spans = spans(of: target.goal)
    guard !spans.isEmpty else { return nil }
    let outcomes = attainment.answers.map { outcome -> TargetOutcomeChart.Span in
      let range = ValueRange(outcome, indicator: indicator)
      return TargetOutcomeChart.Span(lower: range.lower, upper: range.upper)
    }
    let goal = context.text(AttainmentWording.goal(target.goal, unit: target.unit))
    let level = context.text(AttainmentWording.level(target.level))
    return TargetOutcomeChart.Row(
      label: context.entityName(target.entity) + " " + String(target.year), detail: goal + " (" + level + ")",
      targets: spans, outcomes: outcomes, verdict: attainment.verdict)
  }

  private func spans(of goal: Goal) -> [TargetOutcomeChart.Span] {
    switch goal {
    case .threshold(_, let value): [TargetOutcomeChart.Span(value)]
    case .range(let low, let high): [TargetOutcomeChart.Span(lower: low, upper: high)]
    // Stages are due at different times, so one axis cannot hold them.
    case .staged, .relative, .group, .qualitative: []
    }
  }
}
