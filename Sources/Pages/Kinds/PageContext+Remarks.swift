internal import GFM
internal import Scoring
internal import Text

extension PageContext {
  /// The note on a figure and the sources that contradict it; nil when there is neither.
  ///
  /// - Parameter citations: the sources of the figure; one of them may contradict itself.
  func remark(
    _ note: LocalizedText?, contradictedBy sources: [Identifier<Source>], citations: [Citation] = []
  ) -> Markdown? {
    var pieces = [note.map(markdown)].compactMap { $0 }
    let own = Set(citations.map(\.source))
    let others = sources.filter { !own.contains($0) }
    if others.count < sources.count { pieces.append(labelText("attainment.self_contradicted")) }
    if !others.isEmpty { pieces.append(filled("attainment.contradicted", ["sources": cites(others)])) }
    return pieces.isEmpty ? nil : pieces.joined(separator: " ")
  }

  /// The same as a list item that begins with its subject; nil when there is nothing to say.
  func remark(
    on subject: String, _ note: LocalizedText?, contradictedBy sources: [Identifier<Source>],
    citations: [Citation] = []
  ) -> Markdown? {
    remark(note, contradictedBy: sources, citations: citations).map { .strong(.text(subject)) + ": " + $0 }
  }

  /// Adds remarks below a table, if there are any.
  func addRemarks(_ remarks: [Markdown], to body: inout MarkdownDocument) {
    guard !remarks.isEmpty else { return }
    body.paragraph(.strong(labelText("common.note")))
    body.list(remarks)
  }
}
