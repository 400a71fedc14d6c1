internal import Scoring

/// The data that plans and figures refer to.
struct Catalogue: Sendable {
  /// Nil when the settings do not give it.
  let asOf: CalendarDate?
  let comparedProvinces: [Identifier<Entity>]
  /// Nil when the settings name none.
  let scorecardIndex: String?
  let allEntities: [Entity]
  let unitGroups: [UnitGroup]
  let provinceMaps: [ProvinceMap]
  let allIndicators: [Indicator]
  let allEditions: [Edition]
  let indexes: [IndexDescription]
  /// When the sources were published, for those that say so.
  let sourceDates: [Identifier<Source>: PartialDate]
  /// Tells how well a figure is backed.
  let confidence: ConfidenceRule
  /// By identifier; the first of two with the same identifier counts.
  let entities: [Identifier<Entity>: Entity]
  let indicators: [Identifier<Indicator>: Indicator]
  /// The province of each unit and of each group of units.
  let unitProvinces: [Identifier<Entity>: Identifier<Entity>]
  /// The group of each unit.
  let groups: [Identifier<Entity>: Identifier<Entity>]
  /// The edition in force for each index year that has one.
  private let editions: [Int: EditionNodes]

  init(
    asOf: CalendarDate?, comparedProvinces: [Identifier<Entity>], scorecardIndex: String?, entities: [Entity],
    unitGroups: [UnitGroup] = [], provinceMaps: [ProvinceMap] = [], indicators: [Indicator],
    editions: [Edition], indexes: [IndexDescription],
    sourceDates: [Identifier<Source>: PartialDate] = [:], confidence: ConfidenceRule = ConfidenceRule()
  ) {
    self.asOf = asOf
    self.comparedProvinces = comparedProvinces
    self.scorecardIndex = scorecardIndex
    self.indexes = indexes
    self.sourceDates = sourceDates
    self.confidence = confidence
    (allEntities, allIndicators, allEditions) = (entities, indicators, editions)
    self.unitGroups = unitGroups
    self.provinceMaps = provinceMaps
    var provinces: [Identifier<Entity>: Identifier<Entity>] = [:]
    var groups: [Identifier<Entity>: Identifier<Entity>] = [:]
    for group in unitGroups {
      provinces[group.id] = group.province
      for unit in group.units { (provinces[unit.id], groups[unit.id]) = (group.province, group.id) }
    }
    (unitProvinces, self.groups) = (provinces, groups)
    self.entities = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.indicators = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byYear: [Int: EditionNodes] = [:]
    for edition in editions {
      let nodes = EditionNodes(edition)
      // The first of two editions for the same year counts.
      for year in edition.years where byYear[year] == nil { byYear[year] = nodes }
    }
    self.editions = byYear
  }

  /// Without data.
  static let empty = Catalogue(
    asOf: nil, comparedProvinces: [], scorecardIndex: nil, entities: [], indicators: [], editions: [],
    indexes: [])

  /// The province of a unit or group of units; any other entity itself.
  func owner(of entity: Identifier<Entity>) -> Identifier<Entity> { unitProvinces[entity] ?? entity }

  /// The edition in force for an index year; nil when none is known.
  func edition(for year: Int) -> EditionNodes? { editions[year] }
}
