internal import Scoring

extension PublishedFigure {
  /// The indexes that may be named.
  static let indexNames = ["PAR", "SIPAS", "PAPI", "PCI", "DTI", "INDEX766"]

  /// The header of `published.csv`.
  static let columns = [
    "entity", "year", "index", "measure", "node", "bound", "value", "unit", "maximum", "rank", "list_size",
    "source", "also_sources", "contradicted_by", "confidence", "read_from_order", "note_vi", "note_en",
  ]

  /// Reads a row of `published.csv`.
  init?(_ record: Record) {
    let entity: Identifier<Entity>? = record.reference("entity", to: .entity, required: true)
    let year = record.year()
    let index = record.choice("index", of: PublishedFigure.indexNames, required: true)
    let measure = record.choice("measure", as: Measure.self, required: true)
    let node = record.text("node") ?? ""
    let bound = record.boundOrExact()
    let value = record.decimal("value")
    let unit = record.choice("unit", as: Unit.self, required: true)
    let maximum = record.decimal("maximum")
    let (rank, listSize) = record.rankInList()
    let citations = record.citationsInCells(hasLocator: false)
    let contradictedBy: [Identifier<Source>] = record.referencesInCell("contradicted_by", to: .source)
    let confidence = record.confidence()
    let readFromOrder = record.flag("read_from_order") ?? false
    let note = record.localizedColumns("note")
    if value == nil, rank == nil, !record.hasText("value"), !record.hasText("rank") {
      record.report(.figureEmpty, record.place)
    }
    if let value, let unit {
      let isChange = [.change, .largestRise, .smallestRise, .largestFall, .smallestFall].contains(measure)
      record.checkRange(
        value.value, key: "value", unit: unit, mayExceedHundred: false, mayBeNegative: isChange)
    }
    if let value, let maximum, value.value > maximum.value {
      record.report(.pointsOverMaximum("\(value)", maximum: "\(maximum)"), key: "value")
    }
    if confidence == .derived, note == nil { record.report(.derivedNoHow, key: "confidence") }
    guard let entity, let year, let index, let measure, let unit, let confidence, !citations.isEmpty
    else { return nil }
    self.init(
      entity: entity, year: year, index: index, measure: measure, node: node, bound: bound, value: value,
      unit: unit, maximum: maximum, rank: rank, listSize: listSize, readFromOrder: readFromOrder,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, note: note,
      line: record.place.dataLine)
  }
}

extension Record {
  /// Whether a cell holds any text, well formed or not.
  func hasText(_ key: String) -> Bool { node(key) != nil }
}
