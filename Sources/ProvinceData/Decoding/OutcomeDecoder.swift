internal import Scoring

extension Outcome {
  /// The header of `outcomes.csv`.
  static let columns = [
    "entity", "year", "period", "as_of", "indicator", "denominator", "level", "bound", "value", "list_size",
    "statement_vi", "statement_en", "source", "locator_vi", "locator_en", "also_sources", "contradicted_by",
    "confidence", "note_vi", "note_en",
  ]

  /// Reads a row of `outcomes.csv`.
  init?(_ record: Record, indicators: [Identifier<Indicator>: Indicator]) {
    let entity: Identifier<Entity>? = record.reference("entity", to: .entity, required: true)
    let year = record.year()
    let period = record.choice("period", as: Period.self, required: true)
    let asOf = record.date("as_of")
    let indicatorID: Identifier<Indicator>? = record.reference("indicator", to: .indicator, required: true)
    let indicator = indicatorID.flatMap { indicators[$0] }
    let denominator = indicator.map { $0.denominator(of: record) } ?? nil
    let level =
      indicator.map { $0.level(of: record) } ?? record.choice("level", as: AdministrativeLevel.self)
    let bound = record.choice("bound", as: Bound.self, required: true)
    let value = record.decimal("value", required: true)
    let listSize = record.integer("list_size", in: 1...1000)
    let statement = record.localizedColumns("statement")
    let citations = record.citationsInCells(hasLocator: true)
    let contradictedBy: [Identifier<Source>] = record.referencesInCell("contradicted_by", to: .source)
    let confidence = record.confidence()
    let note = record.localizedColumns("note")
    if let value, let indicator { Outcome.check(value, listSize, indicator, record) }
    if confidence == .derived, note == nil { record.report(.derivedNoHow, key: "confidence") }
    guard let entity, let year, let period, let indicatorID, let level, let bound, let value,
      let confidence, !citations.isEmpty
    else { return nil }
    self.init(
      entity: entity, indicator: indicatorID, denominator: denominator, level: level, year: year,
      period: period, asOf: asOf, bound: bound, value: value, listSize: listSize, statement: statement,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, note: note,
      line: record.place.dataLine)
  }

  private static func check(
    _ value: PrintedDecimal, _ listSize: Int?, _ indicator: Indicator, _ record: Record
  ) {
    record.checkRange(
      value.value, key: "value", unit: indicator.unit, mayExceedHundred: indicator.mayExceedHundred,
      mayBeNegative: indicator.mayBeNegative)
    if indicator.unit == .rank, let listSize, value.value > ExactDecimal(listSize) {
      record.report(.rankOutOfList(rank: Int(value.value.double), size: listSize), key: "value")
    }
  }
}

extension Record {
  /// The column `confidence`.
  func confidence() -> Confidence? { choice("confidence", required: true) }

  /// The column `bound`, where empty means exact.
  func boundOrExact() -> Bound { choice("bound") ?? .exact }
}
