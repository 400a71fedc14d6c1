internal import Parallel
internal import Scoring

/// Reads the values of all files and puts them in the order that `Dataset` states.
struct DatasetReader {
  let files: [ParsedFile]
  let reader: Reader

  /// The dataset; nil when there is no as-of date.
  func dataset(_ texts: [Dataset.DataFile]) -> Dataset? {
    let toolkit = roots(.toolkit).first
    let asOf = toolkit?.date("as_of").flatMap { $0.day == nil ? nil : $0.firstDay }
    let sources = records(.sources, "sources").compactMap(reader.source)
    let indicators = indicators()
    let entities =
      records(.entities, "entities").compactMap { reader.entity($0, hasProfile: false) }
      + roots(.profile).compactMap { reader.entity($0, hasProfile: true) }
    let editions = editions()
    let indexes = records(.indexes, "indexes").compactMap(reader.index)
    let catalogue = Catalogue(
      asOf: asOf, entities: Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      indicators: Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      editions: editions)
    let plans = values(of: roots(.plan)) { $0.plan($1, catalogue) }.map(\.value)
    let outcomes = rows(.outcomes) { $0.outcome($1, catalogue) }
    let published = rows(.published) { $0.published($1, catalogue) }
    let scorecards = rows(.scorecards) { $0.scorecardEntry($1, catalogue) }
    let facts = FactCheck(reader: reader)
    facts.check(outcomes.map { FactCheck.Row($0.value, $0.record) })
    facts.check(published.map { FactCheck.Row($0.value, $0.record) })
    facts.check(scorecards.map { FactCheck.Row($0.value, $0.record) })
    guard let asOf, let toolkit else { return nil }
    return Dataset(
      asOf: asOf, comparedProvinces: toolkit.ids("provinces"), sources: sources.sorted { $0.id < $1.id },
      entities: entities.sorted { $0.id < $1.id }, indicators: indicators, editions: editions,
      indexes: indexes,
      plans: plans.sorted { ($0.entity, $0.firstYear, $0.id) < ($1.entity, $1.firstYear, $1.id) },
      outcomes: outcomes.map(\.value), published: published.map(\.value),
      scorecardEntries: scorecards.map(\.value), files: texts)
  }

  private func roots(_ kind: FileKind) -> [Record] {
    files.filter { $0.kind == kind }.compactMap(\.root)
  }

  private func records(_ kind: FileKind, _ key: String) -> [Record] {
    roots(kind).flatMap { $0.records(key) }
  }

  private func rows<Value: Sendable>(
    _ kind: FileKind, _ read: @escaping @Sendable (Reader, Record) -> Value?
  ) -> [(value: Value, record: Record)] {
    values(of: files.filter { $0.kind == kind }.flatMap(\.rows), read)
  }

  /// The values of records in their order, read on all cores. A piece has a log of its own.
  private func values<Value: Sendable>(
    of records: [Record], _ read: @escaping @Sendable (Reader, Record) -> Value?
  ) -> [(value: Value, record: Record)] {
    let pieces = stride(from: 0, to: records.count, by: 256).map {
      records[$0..<min($0 + 256, records.count)]
    }
    let parts = pieces.parallelMap { [registry = reader.registry] piece in
      let own = Reader(log: FindingLog(), registry: registry)
      let values = piece.compactMap { record in read(own, record).map { (value: $0, record: record) } }
      return (values: values, findings: own.log.all)
    }
    for part in parts { reader.log.add(part.findings) }
    return parts.flatMap(\.values)
  }

  /// By component, those that cut across last, and then in file order.
  private func indicators() -> [Indicator] {
    let read = records(.indicators, "indicators").compactMap(reader.indicator)
    let placed = read.enumerated().map {
      (component: $1.component?.componentNumber ?? .max, place: $0, value: $1)
    }
    return placed.sorted { ($0.component, $0.place) < ($1.component, $1.place) }.map(\.value)
  }

  /// Newest first. Each index year belongs to one framework.
  private func editions() -> [Edition] {
    let read = roots(.editions).compactMap { record in
      reader.edition(record).map { (value: $0, record: record) }
    }
    var owners: [Int: Edition] = [:]
    for (edition, record) in read {
      for year in edition.years {
        if let other = owners[year] {
          reader.report(.editionYearTwice(year: year, other: other.id.rawValue), record, "years")
        } else {
          owners[year] = edition
        }
      }
    }
    return read.map(\.value).sorted { left, right in
      let (first, second) = (left.newest, right.newest)
      return first == second ? left.id < right.id : first > second
    }
  }
}

extension Edition {
  /// The last year it is used in, or the year of the decision.
  fileprivate var newest: Int { years.last ?? date?.year ?? 0 }
}
