internal import Scoring

extension IndexDescription {
  /// Reads an entry of `indexes.yaml`.
  init?(_ record: Record) {
    let id: Identifier<IndexDescription>? = record.declare(.index, form: .capitals)
    if let id, !PublishedFigure.indexNames.contains(id.rawValue) {
      record.report(
        .valueUnknown(record.field("id"), id.rawValue, allowed: PublishedFigure.indexNames), key: "id")
    }
    let name = record.localized("name", required: true)
    let publisher = record.localized("publisher", required: true)
    let scale = record.localized("scale", required: true)
    let better = record.choice("better", of: ["higher", "lower"], required: true)
    let breaks = record.records("breaks").compactMap(Break.init)
    let citations = record.records("citations").compactMap { entry -> Citation? in
      defer { entry.finish() }
      return entry.citation(required: true)
    }
    let method = record.records("method").compactMap(MethodStatement.init)
    let note = record.localized("note")
    record.finish()
    guard let id, let name, let publisher, let scale, let better else { return nil }
    self.init(
      id: id.rawValue, name: name, publisher: publisher, scale: scale, higherIsBetter: better == "higher",
      breaks: breaks, citations: citations, method: method, note: note, line: record.place.dataLine)
  }
}

extension IndexDescription.Break {
  fileprivate init?(_ record: Record) {
    let from = record.year("from")
    let reason = record.localized("why", required: true)
    let citation = record.citation()
    record.finish()
    guard let from, let reason else { return nil }
    self.init(from: from, reason: reason, citation: citation, line: record.place.dataLine)
  }
}

extension IndexDescription.MethodStatement {
  fileprivate init?(_ record: Record) {
    let text = record.localized("text", required: true)
    let status = record.choice("status", as: Confidence.self)
    let sources: [Identifier<Source>] = record.references("sources", to: .source)
    record.finish()
    guard let text else { return nil }
    self.init(text: text, status: status, sources: sources, line: record.place.dataLine)
  }
}
