internal import GFM
internal import Scoring

/// What of the document of a plan is recorded and what is not, in numbers.
struct CoverageSection {
  let context: PageContext
  let plan: Plan

  /// The numbers in short, linked to the section.
  var summary: Markdown {
    var values = self.values(plan.coverage?.count() ?? PlanCoverage.Count(counted: 0, recorded: 0))
    values["targets"] = context.whole(plan.targets.count)
    values["tasks"] = context.whole(plan.tasks.count)
    let key = plan.coverage == nil ? "plan.recorded_uncounted" : "plan.recorded_counted"
    return .link(context.labelText(key, values), to: "#coverage")
  }

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    try body.details(2, context.labelText("plan.coverage") + " {#coverage}") { body throws(MarkdownError) in
      try addText(to: &body)
    }
  }

  private func addText(to body: inout MarkdownDocument) throws(MarkdownError) {
    let recorded = [
      "targets": context.whole(plan.targets.count), "tasks": context.whole(plan.tasks.count),
    ]
    body.paragraph(context.labelText("plan.coverage_recorded", recorded))
    guard let coverage = plan.coverage else {
      body.paragraph(context.labelText("plan.coverage_uncounted"))
      return
    }
    add(statedBy: coverage, to: &body)
    if plan.isSummary { body.paragraph(context.labelText("plan.coverage_summary")) }
    body.paragraph(context.labelText("plan.coverage_counted", values(coverage.count())))
    body.list(
      coverage.byContent.map { content, count in
        .strong(context.labelText("plan.holds_" + content.rawValue)) + ": "
          + context.labelText("plan.coverage_sum", values(count))
      })
    if let note = coverage.note { body.quote(context.markdown(note)) }
    try addTable(coverage, to: &body)
  }

  private func add(statedBy coverage: PlanCoverage, to body: inout MarkdownDocument) {
    guard coverage.statedTargets != nil || coverage.statedTasks != nil else { return }
    func text(_ count: Int?) -> Markdown { count.map { .text(context.whole($0)) } ?? context.unknown }
    body.paragraph(
      context.filled(
        "plan.coverage_stated",
        ["targets": text(coverage.statedTargets), "tasks": text(coverage.statedTasks)]))
  }

  private func values(_ count: PlanCoverage.Count) -> [String: String] {
    [
      "counted": context.whole(count.counted), "recorded": context.whole(count.recorded),
      "left": context.whole(count.left),
    ]
  }

  private func addTable(_ coverage: PlanCoverage, to body: inout MarkdownDocument) throws(MarkdownError) {
    let numbers = ["counted", "recorded", "left"].map {
      MarkdownColumn(context.labelText("plan.coverage_column_" + $0), alignment: .right)
    }
    try body.box(.stacked) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("plan.coverage_part")),
          MarkdownColumn(context.labelText("plan.coverage_holds")),
        ] + numbers,
        rows: coverage.parts.map { part in
          [
            context.markdown(part.locator), context.labelText("plan.holds_" + part.content.rawValue),
            context.figure(context.whole(part.counted), at: part.line, [plan.citation]),
            .text(context.whole(part.count.recorded)), .text(context.whole(part.count.left)),
          ]
        })
    }
  }
}
