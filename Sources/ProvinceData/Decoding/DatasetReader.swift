internal import Scoring

/// Reads the files of a folder into a dataset, catalogues first because rows are checked against them.
struct DatasetReader {
  private let folder: DataFolder
  private let session: LoadSession

  init(_ folder: DataFolder, session: LoadSession) {
    self.folder = folder
    self.session = session
  }

  /// Nil, with findings, when `toolkit.yaml` can not be used.
  func read() -> Dataset? {
    let sources = entries("sources", in: .sources).compactMap { Source($0) }
    let indicators = entries("indicators", in: .indicators).compactMap { Indicator($0) }
    let entities = readEntities()
    let editions = roots(in: .editions).compactMap { Edition($0) }
    let indexes = entries("indexes", in: .indexes).compactMap { IndexDescription($0) }
    let indicatorsByID = Dictionary(indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let checks = FactChecks(
      entities: Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    let plans = readPlans(indicatorsByID)
    let outcomes = rows(Outcome.columns, of: Outcome.self) { Outcome($0, indicators: indicatorsByID) }
    let published = rows(PublishedFigure.columns, of: PublishedFigure.self) { PublishedFigure($0) }
    let scorecards = rows(ScorecardEntry.columns, of: ScorecardEntry.self) {
      ScorecardEntry($0, editions: editions)
    }
    checks.check(outcomes)
    checks.check(published)
    checks.check(scorecards)
    guard let toolkit = readToolkit() else { return nil }
    return Dataset(
      asOf: toolkit.asOf, comparedProvinces: toolkit.provinces, sources: sources.sorted { $0.id < $1.id },
      entities: entities.sorted { $0.id < $1.id }, indicators: DatasetReader.byComponent(indicators),
      editions: editions.sorted { ($0.years.last ?? 0, $0.id) > ($1.years.last ?? 0, $1.id) },
      indexes: indexes,
      plans: plans.sorted { ($0.entity, $0.firstYear, $0.id) < ($1.entity, $1.firstYear, $1.id) },
      outcomes: outcomes.map(\.0), published: published.map(\.0), scorecardEntries: scorecards.map(\.0),
      files: folder.files.map { .init(path: $0.source.path, lines: $0.source.normalisedLines) })
  }

  /// Components in order, then indicators that cut across; within a component as in the files.
  private static func byComponent(_ indicators: [Indicator]) -> [Indicator] {
    let numbered = indicators.enumerated().map { index, indicator in
      ((indicator.component?.componentNumber ?? Int.max, index), indicator)
    }
    return numbered.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func sources(of kind: DataFolder.Kind) -> [SourceText] {
    folder.files.filter { $0.kind == kind }.map(\.source)
  }

  private func roots(in kind: DataFolder.Kind) -> [Record] {
    sources(of: kind).compactMap { source in
      let root = YAMLReader.root(of: source, session: session).flatMap {
        Record($0, name: source.path, session: session)
      }
      if root == nil { session.catalogue.markIncomplete(kind.subjects) }
      return root
    }
  }

  /// The mappings under the one key of files of a kind.
  private func entries(_ key: String, in kind: DataFolder.Kind) -> [Record] {
    roots(in: kind).flatMap { root in
      if !root.isPresent(key) { _ = root.required(key) }
      let entries = root.records(key)
      root.finish()
      return entries
    }
  }

  private func readToolkit() -> (asOf: CalendarDate, provinces: [Identifier<Entity>])? {
    guard let record = roots(in: .toolkit).first else { return nil }
    let asOf = record.date("as_of", required: true)
    let provinces: [Identifier<Entity>] = record.references("provinces", to: .entity)
    if !record.isPresent("provinces") { _ = record.required("provinces") }
    record.finish()
    guard let asOf else { return nil }
    return (asOf.lastDay, provinces)
  }

  private func readEntities() -> [Entity] {
    let listed = entries("entities", in: .entities).compactMap { Entity($0, hasProfile: false) }
    let profiles = folder.provinces.flatMap { name in
      roots(in: .profile(name)).compactMap { record -> Entity? in
        checkOwner(name, key: "id", record)
        return Entity(record, hasProfile: true)
      }
    }
    return listed + profiles
  }

  private func readPlans(_ indicators: [Identifier<Indicator>: Indicator]) -> [Plan] {
    owners.flatMap { owner in
      roots(in: .plan(owner)).compactMap { record -> Plan? in
        checkOwner(owner, key: "entity", record)
        return Plan(record, indicators: indicators)
      }
    }
  }

  private var owners: [String?] { [nil] + folder.provinces.map { $0 } }

  /// The rows of all tables with certain columns, by file and line.
  private func rows<Row>(
    _ columns: [String], of type: Row.Type, read: (Record) -> Row?
  ) -> [(Row, Record)] {
    folder.files.flatMap { file -> [(Row, Record)] in
      guard let owner = DatasetReader.owner(of: file.kind, ifRowsAre: type) else { return [] }
      return CSVTable.records(of: file.source, columns: columns, session: session).compactMap { record in
        checkOwner(owner.name, key: "entity", record)
        return read(record).map { ($0, record) }
      }
    }
  }

  private static func owner<Row>(
    of kind: DataFolder.Kind, ifRowsAre type: Row.Type
  ) -> (name: String?, isTable: Bool)? {
    switch kind {
    case .outcomes(let owner) where type == Outcome.self: (owner, true)
    case .published(let owner) where type == PublishedFigure.self: (owner, true)
    case .scorecards(let owner) where type == ScorecardEntry.self: (owner, true)
    default: nil
    }
  }

  /// Reports an entity other than that of the folder; national files may hold any.
  private func checkOwner(_ owner: String?, key: String, _ record: Record) {
    guard let owner, record.isPresent(key), let entity = record.text(key), entity != owner else { return }
    record.report(.entityMisplaced(entity, folder: owner), key: key)
  }
}
