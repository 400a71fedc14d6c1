internal import Scoring

/// What plans and figures are read against.
struct Catalogue: Sendable {
  /// Nil when the settings do not say.
  let asOf: CalendarDate?
  let comparedProvinces: [Identifier<Entity>]
  /// Nil when the settings name none.
  let scorecardIndex: String?
  let allEntities: [Entity]
  let allIndicators: [Indicator]
  let allEditions: [Edition]
  let indexes: [IndexDescription]
  /// By identifier; of two of one identifier the first.
  let entities: [Identifier<Entity>: Entity]
  let indicators: [Identifier<Indicator>: Indicator]
  /// The edition in force for each index year that has one.
  private let editions: [Int: EditionNodes]

  init(
    asOf: CalendarDate?, comparedProvinces: [Identifier<Entity>], scorecardIndex: String?, entities: [Entity],
    indicators: [Indicator], editions: [Edition], indexes: [IndexDescription]
  ) {
    self.asOf = asOf
    self.comparedProvinces = comparedProvinces
    self.scorecardIndex = scorecardIndex
    self.indexes = indexes
    (allEntities, allIndicators, allEditions) = (entities, indicators, editions)
    self.entities = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.indicators = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byYear: [Int: EditionNodes] = [:]
    for edition in editions {
      let nodes = EditionNodes(edition)
      // Of two for one year the first counts.
      for year in edition.years where byYear[year] == nil { byYear[year] = nodes }
    }
    self.editions = byYear
  }

  /// Of no files.
  static let empty = Catalogue(
    asOf: nil, comparedProvinces: [], scorecardIndex: nil, entities: [], indicators: [], editions: [],
    indexes: [])

  /// The edition in force for an index year; nil when none is known.
  func edition(for year: Int) -> EditionNodes? { editions[year] }
}
