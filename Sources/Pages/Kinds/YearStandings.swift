internal import Scoring
internal import Text

/// What is known of all provinces in one year of an index.
struct YearStandings {
  /// The provinces with a figure: by published rank, those on one rank and those without by name.
  let known: [YearStanding]
  /// The map on which most of them lie; nil when the data have none.
  let map: ProvinceMap?
  /// The provinces of the map without a figure, by name.
  let unknown: [Identifier<Entity>]
  /// The names in the tiles of the map, where the name of the province does not stand there.
  let shortNames: [Identifier<Entity>: String]
  /// How many provinces the published list holds; nil when no row says so.
  let listSize: Int?

  /// How many provinces the country has; nil when that is not told.
  var countrySize: Int? { map?.tiles.count ?? listSize }

  init(_ figures: [YearFigure], year: Int, higherIsBetter: Bool, _ context: PageContext) {
    let groups = Dictionary(grouping: figures, by: \.entity)
    let names = groups.keys.reduce(into: [Identifier<Entity>: VietnameseOrder]()) {
      $0[$1] = VietnameseOrder(context.entityName($1))
    }
    func precedes(_ first: YearStanding, _ second: YearStanding) -> Bool {
      let ranks = (first.rank ?? .max, second.rank ?? .max)
      guard ranks.0 == ranks.1, let one = names[first.entity], let other = names[second.entity] else {
        return ranks.0 < ranks.1
      }
      return one < other
    }
    var known = groups.map { YearStanding(entity: $0, figures: $1) }.sorted(by: precedes)
    listSize = figures.compactMap(\.listSize).max()
    if known.count == listSize, known.allSatisfy({ $0.value != nil }) {
      let places = known.compactMap { $0.value?.decimals }.max() ?? 0
      let ranks = CompetitionRanking.ranks(
        of: known.map { $0.value?.value }, places: places, higherIsBetter: higherIsBetter)
      for place in known.indices { known[place].computedRank = ranks[place] }
    }
    self.known = known
    map = Self.map(of: Set(groups.keys), year: year, in: context.data.provinceMaps)
    shortNames = (map?.tiles ?? []).reduce(into: [:]) { $0[$1.entity] = $1.label.map(context.text) }
    let missing = (map?.tiles ?? []).map(\.entity).filter { groups[$0] == nil }
    unknown = missing.map { (order: VietnameseOrder(context.entityName($0)), entity: $0) }
      .sorted { $0.order < $1.order }.map(\.entity)
  }

  /// The map that holds most of the provinces; of two that hold as many, the one of the end of the year.
  private static func map(
    of entities: Set<Identifier<Entity>>, year: Int, in maps: [ProvinceMap]
  ) -> ProvinceMap? {
    func weight(_ map: ProvinceMap) -> (held: Int, isOfYear: Int) {
      let day = CalendarDate.lastDay(of: year)
      let isOfYear =
        (map.from.map { $0.firstDay <= day } ?? true) && (map.until.map { day <= $0.lastDay } ?? true)
      return (map.tiles.count { entities.contains($0.entity) }, isOfYear ? 1 : 0)
    }
    return maps.max { weight($0) < weight($1) }
  }
}
