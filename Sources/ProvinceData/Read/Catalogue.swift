internal import Scoring

/// What plans and figures are read against.
struct Catalogue {
  let asOf: CalendarDate?
  let entities: [Identifier<Entity>: Entity]
  let indicators: [Identifier<Indicator>: Indicator]
  let editions: [Edition]

  /// The edition in force for an index year; nil when none is known.
  func edition(for year: Int) -> Edition? { editions.first { $0.years.contains(year) } }
}
