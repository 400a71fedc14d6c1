internal import GFM
internal import Scoring

/// The tasks of a plan on its page: listed apart from the targets, without verdicts.
struct TaskSection {
  let context: PageContext
  let tasks: [PlanTask]

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    guard !tasks.isEmpty else { return }
    let count = ["count": context.whole(tasks.count)]
    // The trailing braces give the heading its identifier.
    try body.details(2, context.labelText("plan.tasks", count) + " {#tasks}") { body throws(MarkdownError) in
      body.paragraph(context.labelText("plan.tasks_intro"))
      try body.box(.compact) { body throws(MarkdownError) in
        try body.table(
          columns: [
            MarkdownColumn(context.labelText("plan.task")),
            MarkdownColumn(context.labelText("plan.task_responsible")),
            MarkdownColumn(context.labelText("plan.task_deadline")),
            MarkdownColumn(context.labelText("attainment.source")),
          ],
          of: tasks, row: row)
      }
    }
  }

  private func row(_ task: PlanTask) -> [Markdown] {
    let statement = Markdown.link(
      context.markdown(task.statement),
      to: context.address(of: task.line), style: nil,
      identifier: task.id.rawValue)
    let note = task.note.map { " " + .emphasis(context.markdown($0)) } ?? ""
    let sources = [task.citation] + task.repeats
    return [
      statement + note, task.responsible.map(context.markdown) ?? context.labelText("plan.task_nobody"),
      .text(task.deadline.map(context.date) ?? context.label("plan.task_no_deadline")),
      sources.map(cite).joined(separator: "; "),
    ]
  }

  private func cite(_ citation: Citation) -> Markdown {
    context.cites([citation]) + (citation.locator.map { " " + context.markdown($0) } ?? "")
  }
}
