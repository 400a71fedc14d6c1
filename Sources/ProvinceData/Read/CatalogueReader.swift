internal import Parallel
internal import Scoring
internal import Text

/// Reads the files that all others refer to: settings, sources, indicators, frameworks, indexes and entities.
struct CatalogueReader {
  /// Receives the findings on values.
  let log: FindingLog
  /// The identifiers that the files declare.
  let identifiers: DeclaredIdentifiers
  private let confidence: ConfidenceRule
  private let values: [CatalogueValues]

  /// Collects the identifiers that the files declare, then reads the files in parallel.
  ///
  /// - Parameter identifiers: marks the kinds whose files are missing or cannot be read.
  init(files: [ParsedFile], identifiers: DeclaredIdentifiers, log: FindingLog) {
    var identifiers = identifiers
    for file in files { identifiers.add(file, log) }
    (self.log, self.identifiers) = (log, identifiers)
    // How well weights and methods are backed follows from the sources, which are read first.
    let grounds: Set<FileKind> = [.toolkit, .sources, .publishers]
    let first = files.filter { grounds.contains($0.kind) }.parallelMap { [identifiers] in
      CatalogueValues($0, identifiers, ConfidenceRule())
    }
    let confidence = ConfidenceRule(
      sources: first.flatMap(\.sources).map(\.source),
      publishers: first.flatMap(\.publishers).map(\.publisher),
      scorecardIndex: first.compactMap(\.settings).first?.scorecardIndex)
    let rest = files.filter { !grounds.contains($0.kind) }.parallelMap { [identifiers] in
      CatalogueValues($0, identifiers, confidence)
    }
    (self.confidence, values) = (confidence, first + rest)
    // A source that is not read may be of the publisher.
    let sources = identifiers.isIncomplete(.source) ? nil : values.flatMap(\.sources)
    PublisherCheck(log: log).check(values.flatMap(\.publishers), sources: sources)
    for file in values { log.add(file.findings) }
  }

  /// Everything except the sources.
  func catalogue() -> Catalogue {
    let settings = values.compactMap(\.settings).first
    return Catalogue(
      asOf: settings?.asOf, comparedProvinces: settings?.provinces ?? [],
      scorecardIndex: settings?.scorecardIndex?.rawValue,
      entities: values.flatMap(\.entities) + values.compactMap(\.profile),
      unitGroups: values.flatMap(\.unitGroups), provinceMaps: values.flatMap(\.provinceMaps),
      indicators: indicators(),
      editions: editions(), indexes: values.flatMap(\.indexes),
      sourceDates: Dictionary(
        values.flatMap(\.sources).compactMap { read in read.source.date.map { (read.source.id, $0) } },
        uniquingKeysWith: { first, _ in first }), confidence: confidence)
  }

  /// The publishers, in file order.
  var publishers: [Publisher] { values.flatMap(\.publishers).map(\.publisher) }

  /// The bibliography, by identifier. Reports sources that nothing cites.
  ///
  /// - Parameter cited: the sources that other files cite; nil when this cannot be told.
  func sources(cited: Set<String>?) -> [Source] {
    let sources = values.flatMap(\.sources)
    if let cited, !values.contains(where: \.mayCiteMore) {
      let used = values.reduce(into: cited) { $0.formUnion($1.cited) }
      for located in sources where !used.contains(located.source.id.rawValue) {
        let source = located.source
        log.report(.sourceUnused(source: source.id.rawValue), in: source.line.file, at: located.id)
      }
    }
    return sources.map(\.source).sorted { $0.id < $1.id }
  }

  /// By component, cross-cutting indicators last, then in file order.
  private func indicators() -> [Indicator] {
    let placed = values.flatMap(\.indicators).enumerated().map {
      (component: $1.component?.componentNumber ?? .max, place: $0, value: $1)
    }
    return placed.sorted { ($0.component, $0.place) < ($1.component, $1.place) }.map(\.value)
  }

  /// Newest first. Each index year belongs to one framework.
  private func editions() -> [Edition] {
    let read = values.compactMap(\.edition)
    var owners: [Int: Edition] = [:]
    for (edition, years) in read {
      for year in edition.years {
        if let other = owners[year] {
          let rule = Rule.editionYearTwice(year: year, other: other.id.rawValue)
          log.report(rule, in: edition.line.file, at: years)
        } else {
          owners[year] = edition
        }
      }
    }
    return read.map(\.edition).sorted { left, right in
      let (first, second) = (left.newest, right.newest)
      return first == second ? left.id < right.id : first > second
    }
  }
}

/// The values of one file of the catalogue.
private struct CatalogueValues: Sendable {
  private(set) var findings: [Finding] = []
  private(set) var cited: Set<String> = []
  /// Whether it may cite sources in what could not be read.
  private(set) var mayCiteMore = false
  private(set) var settings: Settings?
  private(set) var sources: [LocatedSource] = []
  private(set) var publishers: [LocatedPublisher] = []
  private(set) var indicators: [Indicator] = []
  private(set) var indexes: [IndexDescription] = []
  private(set) var entities: [Entity] = []
  private(set) var profile: Entity?
  private(set) var unitGroups: [UnitGroup] = []
  private(set) var provinceMaps: [ProvinceMap] = []
  private(set) var edition: (edition: Edition, years: Position)?

  init(_ file: ParsedFile, _ identifiers: DeclaredIdentifiers, _ confidence: ConfidenceRule) {
    let context = ParseContext(
      file: file.path, log: FindingLog(), identifiers: identifiers, confidence: confidence)
    switch file.kind {
    case .toolkit: settings = file.read(in: context) { $0.toolkit() }
    case .sources: sources = file.read(in: context) { $0.bibliography() } ?? []
    case .publishers: publishers = file.read(in: context) { $0.publishers() } ?? []
    case .indicators: indicators = file.read(in: context) { $0.indicators() } ?? []
    case .indexes: indexes = file.read(in: context) { $0.indexes() } ?? []
    case .entities: entities = file.read(in: context) { $0.entities() } ?? []
    case .profile: profile = file.read(in: context) { $0.entity(hasProfile: true) }
    case .units: unitGroups = file.read(in: context) { $0.unitGroups() } ?? []
    case .tiles: provinceMaps = file.read(in: context) { $0.provinceMaps() } ?? []
    case .editions: edition = file.read(in: context) { $0.edition() }
    case .plan, .changes, .outcomes, .published, .scorecards: break
    }
    (findings, cited) = (context.log.all, context.uses.sources)
    mayCiteMore = file.kind.citesSources && context.uses.isIncomplete
  }
}

extension Edition {
  /// The last year in which it is used, or else the year of the decision.
  fileprivate var newest: Int { years.last ?? date?.year ?? 0 }
}
