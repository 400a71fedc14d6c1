internal import Parallel
internal import Scoring
internal import Text

/// Reads the files that all others lean on: settings, sources, indicators, frameworks, indexes and entities.
struct CatalogueReader {
  let files: [ParsedFile]
  /// Where what is wrong with the values goes.
  let log: FindingLog
  /// What the files declare.
  private(set) var registry: Registry

  /// Takes what the files declare and holds them against their shapes.
  ///
  /// - Parameter registry: what is not known because a file is missing or can not be read.
  init(files: [ParsedFile], registry: Registry, log: FindingLog) {
    self.files = files
    self.log = log
    var declarations = Declarations(registry: registry, log: log)
    for file in files { declarations.add(file) }
    self.registry = declarations.registry
    let checked = files.parallelMap { [declared = declarations.registry] file in
      let own = FindingLog()
      let sources = file.checkShape(declared, own)
      return (findings: own.all, sources: sources)
    }
    for (findings, sources) in checked {
      log.add(findings)
      self.registry.noteUse(ofSources: sources)
    }
  }

  private var reader: Reader { Reader(log: log, registry: registry) }

  /// Everything but the sources.
  func catalogue() -> Catalogue {
    let toolkit = roots(.toolkit).first
    let entities =
      records(.entities, "entities").compactMap { reader.entity($0, hasProfile: false) }
      + roots(.profile).compactMap { reader.entity($0, hasProfile: true) }
    return Catalogue(
      asOf: toolkit?.date("as_of").flatMap { $0.day == nil ? nil : $0.firstDay },
      comparedProvinces: toolkit?.ids("provinces") ?? [], entities: entities, indicators: indicators(),
      editions: editions(), indexes: records(.indexes, "indexes").compactMap(reader.index))
  }

  /// The bibliography, by identifier.
  ///
  /// - Parameter cited: the sources that other files cite.
  func sources(cited: Set<String>) -> [Source] {
    var registry = registry
    registry.noteUse(ofSources: cited)
    let reader = Reader(log: log, registry: registry)
    return records(.sources, "sources").compactMap(reader.source).sorted { $0.id < $1.id }
  }

  private func roots(_ kind: FileKind) -> [Record] {
    files.filter { $0.kind == kind }.compactMap(\.root)
  }

  private func records(_ kind: FileKind, _ key: String) -> [Record] {
    roots(kind).flatMap { $0.records(key) }
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
