internal import Scoring

/// The results of a promise's measure over the years beside its goal.
struct PromiseChart {
  let context: PageContext
  let attainment: Attainment

  private var target: Target { attainment.target }

  /// Nil unless the goal is a number and a result is known.
  var block: PageContext.ChartBlock? {
    guard let goal, ![.none, .group].contains(attainment.indicator.unit) else { return nil }
    let outcomes = answers + others
    guard !outcomes.isEmpty else { return nil }
    let values = outcomes.map { YearsChart.Value(year: $0.year, range: span($0), isAnswer: isAnswer($0)) }
    let title = context.text(attainment.indicator.name)
    let counted = [
      attainment.indicator.denominators.first { $0.id == target.denominator }.map { context.text($0.name) },
      context.text(AttainmentWording.level(target.level)),
    ].compactMap { $0 }.joined(separator: "; ")
    let goalText = context.text(AttainmentWording.goal(target.goal, unit: target.unit))
    let listed = outcomes.sorted { $0.year < $1.year }.map {
      context.period($0) + ": " + context.text(AttainmentWording.value($0, unit: attainment.indicator.unit))
    }
    let alternative = context.label(
      "promise.chart_alternative",
      [
        "name": title, "goal": goalText, "year": String(target.year),
        "values": listed.joined(separator: "; "),
      ])
    let chart = YearsChart(
      text: ChartText(
        title: title, description: alternative, note: note(goalText), language: context.language),
      unit: attainment.indicator.unit, values: values, goal: YearsChart.Goal(value: goal, year: target.year),
      verdict: attainment.verdict)
    return context.chart(
      "promise-" + target.id.rawValue,
      of: .promise(context.data.promiseOfTarget(target.id) ?? target.sentence), svg: chart.svg,
      alternative: alternative,
      caption: context.label("promise.chart_caption", ["counted": counted]))
  }

  private func note(_ goal: String) -> String {
    let stroke = context.label("promise.chart_goal", ["year": String(target.year), "goal": goal])
    return answers.isEmpty ? stroke + " " + context.label("promise.chart_unknown") : stroke
  }

  /// The number to reach; nil for a goal that is none, or several.
  private var goal: ExactDecimal? {
    guard case .threshold(_, let value) = target.goal else { return nil }
    return value
  }

  private var answers: [Outcome] { attainment.answers.filter { $0.year == target.year } }

  /// The figures that differ in nothing but the year, one for each year.
  private var others: [Outcome] {
    var years = Set([target.year])
    return attainment.related.filter { related in
      related.mismatches.count == 1 && related.outcome.indicator == target.indicator
        && related.mismatches.allSatisfy { if case .year = $0 { true } else { false } }
    }.map(\.outcome).filter { years.insert($0.year).inserted }
  }

  private func isAnswer(_ outcome: Outcome) -> Bool { outcome.year == target.year }

  private func span(_ outcome: Outcome) -> TargetOutcomeChart.Span {
    let range = ValueRange(outcome, indicator: attainment.indicator)
    return TargetOutcomeChart.Span(lower: range.lower, upper: range.upper)
  }
}
