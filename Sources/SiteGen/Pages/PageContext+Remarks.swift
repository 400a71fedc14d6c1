internal import GFM
internal import Scoring

extension PageContext {
  /// What to mind about a figure and the sources that say otherwise; nil when there is neither.
  func remark(_ note: LocalizedText?, contradictedBy sources: [Identifier<Source>]) -> Markdown? {
    var pieces = [note.map(markdown)].compactMap { $0 }
    if !sources.isEmpty { pieces.append(filled("attainment.contradicted", ["sources": cites(sources)])) }
    return pieces.isEmpty ? nil : pieces.joined(separator: " ")
  }

  /// The same as an item of a list, its subject in front; nil when there is nothing to say.
  func remark(
    on subject: String, _ note: LocalizedText?, contradictedBy sources: [Identifier<Source>]
  ) -> Markdown? {
    remark(note, contradictedBy: sources).map { .strong(.text(subject)) + ": " + $0 }
  }

  /// Remarks below a table; nothing when there are none.
  func addRemarks(_ remarks: [Markdown], to body: inout MarkdownDocument) {
    guard !remarks.isEmpty else { return }
    body.paragraph(.strong(labelText("common.note")))
    body.list(remarks)
  }
}
