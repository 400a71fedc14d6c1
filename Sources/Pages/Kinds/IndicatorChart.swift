internal import Scoring

/// The targets and outcomes of one indicator: one chart for each stated denominator and level with two targets or more.
/// Figures that are counted differently never share an axis.
struct IndicatorChart {
  let context: PageContext
  let indicator: Indicator
  let attainments: [Attainment]

  private struct Key: Hashable {
    let denominator: Identifier<Indicator.Denominator>?
    let level: AdministrativeLevel
  }

  /// The charts, in the order of the catalogue.
  var blocks: [PageContext.ChartBlock] {
    guard ![.none, .count, .billionVND].contains(indicator.unit) else { return [] }
    let stated = attainments.filter { $0.target.denominator != Indicator.Denominator.unstated }
    let groups = Dictionary(grouping: stated) {
      Key(denominator: $0.target.denominator, level: $0.target.level)
    }
    let denominators: [Identifier<Indicator.Denominator>?] = [nil] + indicator.denominators.map { $0.id }
    let keys = denominators.flatMap { denominator in
      AdministrativeLevel.allCases.map { Key(denominator: denominator, level: $0) }
    }
    return keys.compactMap { key in groups[key].flatMap { block($0, key) } }
  }

  private func block(_ attainments: [Attainment], _ key: Key) -> PageContext.ChartBlock? {
    let rows = attainments.compactMap(row)
    guard rows.count > 1 else { return nil }
    let counted = [
      indicator.denominators.first { $0.id == key.denominator }.map { context.text($0.name) },
      context.text(AttainmentWording.level(key.level)),
    ].compactMap { $0 }.joined(separator: "; ")
    let title = context.text(indicator.name)
    let values = rows.map { $0.label + ", " + $0.detail }.joined(separator: "; ")
    let alternative = context.label(
      "indicator.chart_alternative", ["name": title, "counted": counted, "values": values])
    let chart = TargetOutcomeChart(
      text: ChartText(title: title, description: alternative, language: context.language),
      unit: indicator.unit, rows: rows)
    let name = [indicator.id.rawValue, key.denominator?.rawValue, key.level.rawValue].compactMap { $0 }
    return context.chart(
      "indicator-" + name.joined(separator: "-"), of: .indicator(indicator.id), svg: chart.svg,
      alternative: alternative,
      caption: context.label("indicator.chart_caption", ["counted": counted]))
  }

  private func row(_ attainment: Attainment) -> TargetOutcomeChart.TargetOutcomeRow? {
    let target = attainment.target
    let spans = spans(of: target.goal)
    guard !spans.isEmpty else { return nil }
    let outcomes = attainment.answers.map { outcome -> TargetOutcomeChart.Span in
      let range = ValueRange(outcome, indicator: indicator)
      return TargetOutcomeChart.Span(lower: range.lower, upper: range.upper)
    }
    let goal = context.text(AttainmentWording.goal(target.goal, unit: target.unit))
    let level = context.text(AttainmentWording.level(target.level))
    return TargetOutcomeChart.TargetOutcomeRow(
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
