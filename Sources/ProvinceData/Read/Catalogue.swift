internal import Scoring

/// What plans and figures are read against.
struct Catalogue {
  let asOf: CalendarDate?
  let entities: [Identifier<Entity>: Entity]
  let indicators: [Identifier<Indicator>: Indicator]
  /// The edition in force for each index year that has one.
  private let editions: [Int: EditionNodes]

  init(
    asOf: CalendarDate?, entities: [Identifier<Entity>: Entity],
    indicators: [Identifier<Indicator>: Indicator], editions: [Edition]
  ) {
    self.asOf = asOf
    self.entities = entities
    self.indicators = indicators
    var byYear: [Int: EditionNodes] = [:]
    for edition in editions {
      let nodes = EditionNodes(edition)
      // Of two for one year the first counts.
      for year in edition.years where byYear[year] == nil { byYear[year] = nodes }
    }
    self.editions = byYear
  }

  /// The edition in force for an index year; nil when none is known.
  func edition(for year: Int) -> EditionNodes? { editions[year] }
}
