internal import GFM
internal import Scoring

/// All of an indicator with at most one target or outcome, as an entry of the list: its row, how it is counted, and what
/// it is not to be confused with.
struct IndicatorEntry {
  let context: PageContext
  let indicator: Indicator

  private var page: IndicatorPage { IndicatorPage(context: context, indicator: indicator) }
  private var attainment: Attainment? { context.data.attainmentsOfIndicator(indicator.id).first }
  private var outcome: Outcome? { context.data.outcomesOfIndicator(indicator.id).first }

  func add(to body: inout MarkdownDocument, level: Int) {
    let anchor = Route.indicator(indicator.id).entryAnchor ?? ""
    body.heading(level, context.markdown(indicator.name) + " {#" + .text(anchor) + "}")
    body.paragraph(row)
    body.paragraph(definition)
  }

  private var row: Markdown {
    if let attainment { return row(of: attainment) }
    if let outcome { return row(of: outcome) }
    return context.labelText("indicator.no_targets") + " " + context.labelText("indicator.no_outcomes")
  }

  /// The promise and what came of it. The goal is sourced on the page of the promise.
  private func row(of attainment: Attainment) -> Markdown {
    let target = attainment.target
    let place = Markdown.text(context.entityName(target.entity) + ", " + String(target.year))
    var row = context.link(toTarget: target, place) + ", " + page.counted(target.denominator, target.level)
    // The verdict says of a goal without a number that it has none.
    if target.goal != .qualitative { row += ": " + .text(context.goalText(target)) }
    return row + ". " + context.verdict(of: attainment)
  }

  private func row(of outcome: Outcome) -> Markdown {
    let counted = page.counted(outcome.denominator, outcome.level)
    let row =
      context.entity(outcome.entity) + ", " + page.period(of: outcome) + ", " + counted + ": "
      + page.value(of: outcome) + " " + context.status(outcome.confidence)
    let remark = context.remark(
      outcome.note, contradictedBy: outcome.contradictedBy, citations: outcome.citations)
    return remark.map { row + " " + .strong(context.labelText("attainment.note")) + ": " + $0 } ?? row
  }

  private var definition: Markdown {
    var pieces: [Markdown] = []
    // Of several ways of counting, the row says its own.
    if indicator.denominators.count == 1, let name = indicator.denominators.first?.name {
      pieces.append(context.filled("indicator.entry_counted", ["counted": context.markdown(name)]))
    }
    // A goal says itself which way is better.
    if attainment == nil, indicator.direction != .none {
      let direction = context.labelText("indicator.direction_" + indicator.direction.rawValue)
      pieces.append(context.labelText("indicator.direction") + ": " + direction + ".")
    }
    if indicator.followsBudgetYear { pieces.append(context.labelText("indicator.budget_year")) }
    if !indicator.notComparable.isEmpty {
      let others = page.lookalikes.joined(separator: "; ")
      pieces.append(context.labelText("indicator.not_comparable") + " " + others + ".")
    }
    if let note = indicator.note { pieces.append(context.markdown(note)) }
    return pieces.joined(separator: " ")
  }
}
