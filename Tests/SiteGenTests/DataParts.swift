import Scoring

/// Data split into items, so that a test can leave out any of them.
struct DataParts: Sendable {
  /// An item: its kind and its index within the kind.
  struct Item: Hashable, Sendable {
    let kind: Kind
    let place: Int
  }

  enum Kind: CaseIterable, Sendable {
    case day, compared, scorecardIndex, sources, publishers, entities, unitGroups, maps, indicators
    case editions, indexes, plans, targets, outcomes, published, scorecards, changes, files
  }

  let data: Dataset

  var items: [Item] {
    Kind.allCases.flatMap { kind in (0..<count(of: kind)).map { Item(kind: kind, place: $0) } }
  }

  func count(of kind: Kind) -> Int {
    switch kind {
    case .day: 1
    case .scorecardIndex: 1
    case .compared: data.comparedProvinces.count
    case .sources: data.sources.count
    case .publishers: data.publishers.count
    case .entities: data.entities.count
    case .unitGroups: data.unitGroups.count
    case .maps: data.provinceMaps.count
    case .indicators: data.indicators.count
    case .editions: data.editions.count
    case .indexes: data.indexes.count
    case .plans: data.plans.count
    case .targets: data.targets.count
    case .outcomes: data.outcomes.count
    case .published: data.published.count
    case .scorecards: data.scorecardEntries.count
    case .changes: data.changes.count
    case .files: data.files.count
    }
  }

  /// The data without some of the items; without its date the data get another one.
  func without(_ items: Set<Item>) -> Dataset {
    func rest<Element>(_ elements: [Element], _ kind: Kind) -> [Element] {
      elements.indices.filter { !items.contains(Item(kind: kind, place: $0)) }.map { elements[$0] }
    }
    let targets = Set(rest(data.targets, .targets).map { [$0.plan.rawValue, $0.id.rawValue] })
    return Dataset(
      asOf: rest([data.asOf], .day).first ?? .lastDay(of: 2021),
      comparedProvinces: rest(data.comparedProvinces, .compared),
      scorecardIndex: rest([data.scorecardIndex], .scorecardIndex).first ?? nil,
      sources: rest(data.sources, .sources), publishers: rest(data.publishers, .publishers),
      entities: rest(data.entities, .entities),
      unitGroups: rest(data.unitGroups, .unitGroups), provinceMaps: rest(data.provinceMaps, .maps),
      indicators: rest(data.indicators, .indicators),
      editions: rest(data.editions, .editions),
      indexes: rest(data.indexes, .indexes),
      plans: rest(data.plans, .plans).map { plan in
        Plan(
          id: plan.id, entity: plan.entity, title: plan.title, kind: plan.kind, scope: plan.scope,
          firstYear: plan.firstYear,
          lastYear: plan.lastYear, number: plan.number, date: plan.date, citation: plan.citation,
          isSummary: plan.isSummary, note: plan.note, amendments: plan.amendments,
          successor: plan.successor,
          targets: plan.targets.filter { targets.contains([$0.plan.rawValue, $0.id.rawValue]) },
          tasks: plan.tasks, coverage: plan.coverage, line: plan.line)
      },
      outcomes: rest(data.outcomes, .outcomes), published: rest(data.published, .published),
      scorecardEntries: rest(data.scorecardEntries, .scorecards), changes: rest(data.changes, .changes),
      files: rest(data.files, .files))
  }
}
