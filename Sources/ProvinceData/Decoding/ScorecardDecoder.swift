internal import Scoring

extension ScorecardEntry {
  /// The header of `scorecards.csv`.
  static let columns = [
    "entity", "year", "node", "basis", "applies", "self_points", "points", "max_points", "percent", "bound",
    "rank", "list_size", "source", "also_sources", "contradicted_by", "confidence", "evidence",
    "explanation_vi", "explanation_en", "note_vi", "note_en",
  ]

  /// Reads a row of `scorecards.csv`.
  init?(_ record: Record, editions: [Edition]) {
    let entity: Identifier<Entity>? = record.reference("entity", to: .entity, required: true)
    let year = record.year()
    let node = record.nodeCode("node", required: true)
    let basis = record.choice("basis", as: Basis.self, required: true)
    let applies = record.flag("applies") ?? true
    let selfPoints = record.decimal("self_points")
    let points = record.decimal("points")
    let maximum = record.decimal("max_points")
    let percent = record.decimal("percent")
    let bound = record.boundOrExact()
    let (rank, listSize) = record.rankInList()
    let citations = record.citationsInCells(hasLocator: false)
    let contradictedBy: [Identifier<Source>] = record.referencesInCell("contradicted_by", to: .source)
    let confidence = record.confidence()
    let evidence = ScorecardEntry.evidence(record)
    let explanation = record.localizedColumns("explanation")
    let note = record.localizedColumns("note")
    if confidence == .derived, note == nil { record.report(.derivedNoHow, key: "confidence") }
    guard let entity, let year, let node, let basis, let confidence, !citations.isEmpty else { return nil }
    self.init(
      entity: entity, year: year, node: node, basis: basis, applies: applies, selfPoints: selfPoints,
      points: points, maximum: maximum, percent: percent, bound: bound, rank: rank, listSize: listSize,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, evidence: evidence,
      explanation: explanation, note: note, line: record.place.dataLine)
    check(record, editions: editions)
  }

  private static func evidence(_ record: Record) -> [String] {
    (record.text("evidence") ?? "").split(separator: ";").compactMap { part in
      let words = part.split(separator: " ", omittingEmptySubsequences: true)
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  private func check(_ record: Record, editions: [Edition]) {
    let numbers = [("self_points", selfPoints), ("points", points), ("max_points", maximum)]
    for (key, number) in numbers {
      guard let number else { continue }
      record.checkRange(number.value, key: key, unit: .points, mayExceedHundred: false, mayBeNegative: false)
    }
    if let percent {
      record.checkRange(
        percent.value, key: "percent", unit: .percent, mayExceedHundred: false, mayBeNegative: false)
    }
    if let top = maximum ?? editionMaximum(editions) {
      for (key, number) in numbers.prefix(2) {
        guard let number, number.value > top.value else { continue }
        record.report(.pointsOverMaximum("\(number)", maximum: "\(top)"), key: key)
      }
    }
    if case .part(let path) = node, path.count > 1, selfPoints != nil, evidence.isEmpty, explanation == nil,
      !record.hasText("explanation_vi"), !record.hasText("explanation_en")
    {
      record.report(.scorecardNoEvidence("\(node)"), key: "self_points")
    }
    if applies, selfPoints == nil, points == nil, percent == nil, rank == nil, maximum == nil,
      !["self_points", "points", "percent", "rank", "max_points"].contains(where: record.hasText)
    {
      record.report(.figureEmpty, record.place)
    }
  }

  /// The maximum that the edition gives the node on the basis of the row; nil when it is not known.
  private func editionMaximum(_ editions: [Edition]) -> PrintedDecimal? {
    guard let edition = editions.first(where: { $0.years.contains(year) }) else { return nil }
    switch node {
    case .total: return edition.total.map { PrintedDecimal($0, decimals: 0) }
    case .block(let name): return edition.blocks.first { $0.id == name }?.maximum?.value
    case .part:
      guard let found = edition.components.first(where: { $0.code == node }) else { return nil }
      switch basis {
      case .full: return found.maximum?.value
      case .appraisal: return found.appraisalMaximum?.value
      case .unstated: return nil
      }
    }
  }
}
