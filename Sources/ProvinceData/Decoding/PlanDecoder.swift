internal import Scoring

extension Plan {
  /// Reads a plan file with its targets.
  init?(_ record: Record, indicators: [Identifier<Indicator>: Indicator]) {
    let id: Identifier<Plan>? = record.declare(.plan)
    let entity: Identifier<Entity>? = record.reference("entity", to: .entity, required: true)
    let title = record.localized("title", required: true)
    let kind = record.choice("kind", as: Kind.self, required: true)
    let years = record.yearSpan("years")
    let number = record.text("number")
    let date = record.date("date")
    let citation = record.citation(required: true)
    let isSummary = record.flag("summary_only") ?? false
    let note = record.localized("note")
    let entries = record.records("targets")
    record.finish()
    let placeholder = Citation(source: "")
    let targets = entries.compactMap { entry in
      Target(
        entry, plan: id ?? "", entity: entity ?? "", citation: citation ?? placeholder,
        indicators: indicators)
    }
    guard let id, let entity, let title, let kind, let years, let citation else { return nil }
    self.init(
      id: id, entity: entity, title: title, kind: kind, firstYear: years.lowerBound,
      lastYear: years.upperBound, number: number, date: date, citation: citation, isSummary: isSummary,
      note: note, targets: targets, line: record.place.dataLine)
  }
}

extension Record {
  /// `2024` or `2021-2025`.
  fileprivate func yearSpan(_ key: String) -> ClosedRange<Int>? {
    guard let text = text(key, required: true) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.compactMap { $0.utf8.count == 4 ? PartialDate($0)?.year : nil }
    guard years.count == parts.count, parts.count <= 2, let first = years.first, let last = years.last,
      first <= last
    else {
      report(.dateMalformed(text), key: key)
      return nil
    }
    return first...last
  }
}
