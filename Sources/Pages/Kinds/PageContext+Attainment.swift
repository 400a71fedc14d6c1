package import GFM
package import Scoring

extension PageContext {
  /// The goal of a target as a figure, linked to its data line, with its sources.
  package func goal(_ target: Target) -> Markdown {
    let text = text(AttainmentWording.goal(target.goal, unit: target.unit))
    return figure(text, at: target.line, [target.citation])
  }

  /// A reported value as a figure, with its status where it is doubtful.
  package func outcome(_ outcome: Outcome, _ indicator: Indicator) -> Markdown {
    let value = text(AttainmentWording.value(outcome, unit: indicator.unit))
    let list = indicator.unit == .rank ? outcome.listSize.map { "/" + whole($0) } ?? "" : ""
    let shown = figure(value + list, at: outcome.line, outcome.citations)
    return doubtful(outcome.confidence) ? shown + " " + status(outcome.confidence) : shown
  }

  package func period(_ outcome: Outcome) -> String { text(AttainmentWording.period(outcome)) }

  package func date(_ date: PartialDate) -> String { NumberText.date(date, in: language) }

  /// The targets that one of the same outcomes judges otherwise, with their goals and verdicts, the first few of many;
  /// nil when there are none.
  func otherVerdicts(on attainment: Attainment) -> Markdown? {
    guard attainment.isJudged,
      let others = data.sharedOutcomes(attainment.target.entity)?.others(than: attainment)
    else { return nil }
    var list = others.listed.map { other in
      link(toTarget: other.target, markdown(other.target.statement)) + " ("
        + .text(text(AttainmentWording.goal(other.target.goal, unit: other.target.unit))) + "): "
        + verdict(other.verdict)
    }
    if others.hasMore { list.append(labelText("attainment.other_verdicts_more")) }
    return filled("attainment.other_verdicts", ["targets": list.joined(separator: "; ")])
  }

  /// A link to the page of a promise, at the target if it is one of several.
  package func link(toTarget target: Target, _ label: Markdown) -> Markdown {
    .link(label, to: address(ofTarget: target))
  }

  /// The address of the page of a promise, at the target if it is one of several.
  func address(ofTarget target: Target) -> String {
    let promise = data.promiseOfTarget(target.id) ?? target.sentence
    let isAlone = target.group == nil && promise.rawValue == target.id.rawValue
    return Route.promise(promise).path(in: language) + (isAlone ? "" : "#" + target.id.rawValue)
  }

  /// The name of a component; the label for cross-cutting when there is none.
  func componentName(_ code: NodeCode?) -> String {
    guard let code else { return label("attainment.cross_cutting") }
    return data.componentNames[code].map { code.description + " " + text($0) } ?? code.description
  }

  /// Attainments by component in the order LV1 … LV8, cross-cutting ones last.
  package func byComponent(_ attainments: [Attainment]) -> [(component: NodeCode?, attainments: [Attainment])]
  {
    let groups = Dictionary(grouping: attainments, by: \.target.component)
    return groups.sorted { left, right in
      (left.key?.componentNumber ?? 99) < (right.key?.componentNumber ?? 99)
    }.map { ($0.key, $0.value) }
  }

  /// Adds a table of the counts of verdicts in each row; it cites nothing, because the targets name their sources.
  func verdictTable(
    _ rows: [(name: Markdown, counts: AttainmentCounts)], header: String, to body: inout MarkdownDocument
  ) throws(MarkdownError) {
    try body.box(.stacked) { body throws(MarkdownError) in
      try body.table(
        columns: [MarkdownColumn(.text(header)), MarkdownColumn(labelText("attainment.verdict"))]
          + ["attainment.bounds_column", "attainment.all"].map {
            MarkdownColumn(labelText($0), alignment: .right)
          },
        rows: rows.map { row in
          [
            row.name, .text(verdictCounts(row.counts)), .text(shortBounds(row.counts.summary)),
            .text(whole(row.counts.summary.total)),
          ]
        })
    }
  }

  /// `5 (4 tạm tính)`.
  func count(of verdict: Verdict, in counts: AttainmentCounts) -> String {
    let count = whole(counts.summary.count(of: verdict))
    guard let provisional = counts.provisional[verdict], provisional > 0 else { return count }
    return count + " (" + label("finding.provisional", ["count": whole(provisional)]) + ")"
  }

  /// `2–30/35`, or a dash when nothing is measurable.
  func shortBounds(_ summary: AttainmentSummary) -> String {
    guard summary.measurable > 0 else { return "–" }
    return label(
      "attainment.bounds_short",
      [
        "low": whole(summary.metAtLeast), "high": whole(summary.metAtMost),
        "measurable": whole(summary.measurable),
      ])
  }
}
