internal import GFM
internal import Scoring

/// The tasks of a plan on its page: listed apart from the targets, without verdicts.
struct TaskSection {
  let context: PageContext
  let tasks: [PlanTask]

  func add(to body: inout MarkdownDocument) {
    guard !tasks.isEmpty else { return }
    let count = ["count": context.whole(tasks.count)]
    body.heading(2, context.labelText("plan.tasks", count) + " {#tasks}")
    body.paragraph(context.labelText("plan.tasks_intro"))
    for task in tasks { add(task, to: &body) }
  }

  private func add(_ task: PlanTask, to body: inout MarkdownDocument) {
    // The trailing braces give the heading its identifier.
    body.heading(3, context.markdown(task.statement) + " {#" + .text(task.id.rawValue) + "}")
    let responsible = task.responsible.map(context.markdown) ?? context.labelText("plan.task_nobody")
    let deadline =
      task.deadline.map { context.filled("attainment.deadline", ["date": .text(context.date($0))]) }
      ?? context.labelText("plan.task_no_deadline")
    let pieces: [Markdown] = [
      .text(context.componentName(task.component)),
      item("plan.task_responsible", responsible), deadline,
    ]
    body.paragraph(pieces.joined(separator: " · "))
    var details = [source(task)]
    details += task.repeats.map { item("attainment.also", cite($0)) }
    if let note = task.note { details.append(item("attainment.note", context.markdown(note))) }
    body.list(details)
  }

  private func source(_ task: PlanTask) -> Markdown {
    item("attainment.source", cite(task.citation)) + " · "
      + context.dataLine(context.labelText("plan.task_line"), task.line)
  }

  private func cite(_ citation: Citation) -> Markdown {
    context.cites([citation]) + (citation.locator.map { " " + context.markdown($0) } ?? "")
  }

  private func item(_ key: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(key)) + ": " + value
  }
}
