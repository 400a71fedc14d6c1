package import Text

/// Work that a plan assigns, stated without a result that could be judged.
package struct PlanTask: Encodable, Sendable {
  /// The slug, unique over the targets and tasks of all data.
  package let id: Identifier<PlanTask>
  package let plan: Identifier<Plan>
  /// The work in our own words.
  package let statement: LocalizedText
  /// The body that the document names; nil when it names none.
  package let responsible: LocalizedText?
  /// The date by which it is to be done; nil when the document gives none. The last day counts.
  package let deadline: PartialDate?
  /// The component under which the plan lists it; nil when it spans several.
  package let component: NodeCode?
  /// The document and the location in it.
  package let citation: Citation
  /// Other places that state the same task.
  package let repeats: [Citation]
  /// Information that fits no other field.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: Identifier<PlanTask>, plan: Identifier<Plan>, statement: LocalizedText, responsible: LocalizedText?,
    deadline: PartialDate?, component: NodeCode?, citation: Citation, repeats: [Citation],
    note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.plan = plan
    self.statement = statement
    self.responsible = responsible
    self.deadline = deadline
    self.component = component
    self.citation = citation
    self.repeats = repeats
    self.note = note
    self.line = line
  }
}
