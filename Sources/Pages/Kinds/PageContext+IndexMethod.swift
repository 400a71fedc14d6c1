internal import GFM
internal import Scoring

extension PageContext {
  /// Adds what an index is: publisher, scale, breaks and method.
  func addMethod(of index: IndexDescription, to body: inout MarkdownDocument) {
    body.heading(2, .text(text(index.name)))
    body.paragraph(
      filled(
        "index.described",
        ["publisher": markdown(index.publisher), "scale": markdown(index.scale)]) + " "
        + cites(index.citations))
    if let note = index.note { body.quote(markdown(note)) }
    if index.id != scorecardIndex?.id, !index.breaks.isEmpty {
      body.paragraph(labelText("index.other_breaks"))
      body.list(
        index.breaks.map { item in
          breakMark(String(item.from)) + " " + markdown(item.reason)
            + (item.citation.map { " " + cites([$0]) } ?? "")
        })
    }
    guard !index.method.isEmpty else { return }
    body.paragraph(labelText("index.method_intro"))
    body.list(
      index.method.map { statement in
        let status = statement.status.map(self.status) ?? .strong(labelText("index.gap"))
        return status + " " + markdown(statement.text) + " " + cites(statement.sources)
      })
  }
}
