internal import Parallel
internal import Scoring
internal import Text

/// Reads all files: first those of the catalogue, then each plan and table independently.
struct DatasetAssembly {
  /// All files, and those that are read.
  private let all, files: [RawFile]
  /// The files and folders that are not read: links and the like, and those with a wrong name.
  private let unread: [UnreadPath]
  private let keepsText: Bool
  private let log = FindingLog()

  /// Takes the files, ordered by path.
  ///
  /// - Parameter keepsText: whether the dataset has the text of the files.
  init(files: [RawFile], keepsText: Bool = true) {
    all = files
    unread = files.compactMap(UnreadPath.init)
    self.files = files.filter { UnreadPath($0) == nil && !FileKind.isIgnored($0.path) }
    self.keepsText = keepsText
  }

  /// The content of all files after cross-checks.
  private struct Content {
    let catalogue: Catalogue
    let sources: [Source]
    let publishers: [Publisher]
    let values: [FileValues]
    /// The text of the files of the catalogue.
    let dataFiles: [Dataset.DataFile]
  }

  /// - Parameter cache: from the previous run; updated with this run; nil to cache nothing.
  /// - Throws: `DataLoadingError` when a file cannot be read.
  func run(cache: inout DataCache?) throws(DataLoadingError) -> LoadResult {
    let content = try read(&cache)
    return LoadResult(findings: log.sorted, dataset: dataset(content))
  }

  /// Checks the files without making a dataset.
  ///
  /// - Throws: `DataLoadingError` when a file cannot be read.
  func check() throws(DataLoadingError) -> DataCheck {
    var nothing: DataCache?
    let content = try read(&nothing)
    return DataCheck(findings: log.sorted, values: content.values)
  }

  private func read(_ cache: inout DataCache?) throws(DataLoadingError) -> Content {
    let missing = missingFiles
    let first = try readCatalogue(missing: missing, &cache)
    var identifiers = DeclaredIdentifiers()
    for path in missing {
      log.report(.fileMissing(path: path), in: path, at: .start)
      if let kind = FileKind(path: path) { identifiers.markIncomplete(kind.declares) }
    }
    for path in unread {
      log.report(path.rule, in: path.shown, at: .start)
      identifiers.markIncomplete(path.declares)
    }
    for file in first {
      log.add(file.findings)
      identifiers.markIncomplete(file.incomplete)
    }
    let reader = CatalogueReader(files: first.compactMap(\.parsed), identifiers: identifiers, log: log)
    let catalogue = reader.catalogue()
    SuccessionCheck(entities: catalogue.entities, log: log).check()
    let tiles = TileCheck(entities: catalogue.entities, log: log)
    for map in catalogue.provinceMaps { tiles.check(map) }
    let values = try readValues(reader.identifiers, catalogue, &cache)
    var declared = DeclaredIdentifiers()
    for file in values {
      log.add(file.findings)
      for declaration in file.declarations {
        declared.declare(declaration.kind, declaration.id, in: file.path, at: declaration.position, log)
      }
    }
    let mayCiteMore =
      missing.contains { FileKind(path: $0)?.citesSources ?? true }
      || unread.contains(where: \.mayCiteSources)
      || first.contains(where: \.mayCiteMore) || values.contains(where: \.isIncomplete)
    let sources = reader.sources(
      cited: mayCiteMore ? nil : values.reduce(into: []) { $0.formUnion($1.sources) })
    let contradictions = ContradictionCheck(log: log)
    let rows = values.map(\.rows)
    contradictions.check(rows.filter { !$0.outcomes.isEmpty }.map { ($0.outcomes, $0.locations) })
    contradictions.check(rows.filter { !$0.published.isEmpty }.map { ($0.published, $0.locations) })
    contradictions.check(rows.filter { !$0.scorecards.isEmpty }.map { ($0.scorecards, $0.locations) })
    SharedRankCheck(catalogue: catalogue, log: log).check(
      rows.flatMap { $0.standings(index: catalogue.scorecardIndex) })
    SamePlanCheck(catalogue: catalogue, log: log).check(values.compactMap(\.plan))
    PromiseCheck(log: log).check(values.compactMap { file in file.plan.map { ($0, file.groups) } })
    // A plan that is not read may hold the target.
    if unread.isEmpty, !values.contains(where: { $0.isPlan && $0.isIncomplete }) {
      ChangeCheck(log: log).check(values.map { ($0.path, $0.changedTargets) }, targets: declared)
    }
    return Content(
      catalogue: catalogue, sources: sources, publishers: reader.publishers, values: values,
      dataFiles: first.compactMap(\.dataFile))
  }

  /// Files that a data folder must have and this one lacks.
  private var missingFiles: [String] {
    let paths = Set(all.map(\.path))
    var needed = ["toolkit.yaml", "indexes.yaml", "national/entities.yaml"]
    let provinces = Set(
      paths.compactMap { path -> Substring? in
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "provinces" ? parts[1] : nil
      })
    needed += provinces.sorted { String($0).precedesInBytes(String($1)) }.map {
      "provinces/\($0)/profile.yaml"
    }
    return needed.filter { path in
      !paths.contains(path) && !unread.contains { path.hasPrefix($0.path + "/") }
    }
  }

  /// Reads the files of the catalogue, and those of no known kind.
  private func readCatalogue(
    missing: [String], _ cache: inout DataCache?
  ) throws(DataLoadingError) -> [ReadFile] {
    let first = files.filter { $0.kind?.isOfCatalogue ?? true }
    let read = try first.parallelMap {
      [cache, keepsText] file throws(DataLoadingError)
        -> (path: String, bytes: [UInt8]?, file: ReadFile) in
      let bytes = file.kind == nil ? nil : try file.bytes
      let known = cache?.file(at: file.path, bytes)
      let read = known ?? ReadFile(path: file.path, bytes: bytes, keepsText: keepsText)
      return (file.path, bytes, read)
    }
    cache?.storeCatalogue(read, missing: missing + unread.map(\.path))
    return read.map(\.file)
  }

  /// Reads the plans and tables, in the order of the files.
  private func readValues(
    _ identifiers: DeclaredIdentifiers, _ catalogue: Catalogue, _ cache: inout DataCache?
  ) throws(DataLoadingError) -> [FileValues] {
    let rest = files.compactMap { file in
      file.kind.flatMap { $0.isOfCatalogue ? nil : (file: file, kind: $0) }
    }
    // Largest first, so that no core is left with a long file at the end.
    let order = rest.indices.sorted { rest[$0].file.size > rest[$1].file.size }
    let read = try order.parallelMap {
      [cache, keepsText] place throws(DataLoadingError)
        -> (place: Int, bytes: [UInt8]?, values: FileValues) in
      let (file, kind) = rest[place]
      let bytes = try file.bytes
      if let known = cache?.values(at: file.path, bytes) { return (place, bytes, known) }
      let values = FileValues(
        path: file.path, kind: kind, bytes: bytes, keepsText: keepsText, identifiers: identifiers,
        catalogue: catalogue)
      return (place, cache == nil ? nil : bytes, values)
    }
    cache?.storeValues(read.map { ($0.bytes, $0.values) })
    return read.sorted { $0.place < $1.place }.map(\.values)
  }

  /// The newest day first, then in the order of the files.
  private func changes(_ values: [FileValues]) -> [Change] {
    values.flatMap(\.changes).enumerated().sorted { left, right in
      left.element.date == right.element.date
        ? left.offset < right.offset : left.element.date > right.element.date
    }.map(\.element)
  }

  /// The dataset; nil when there is no as-of date.
  private func dataset(_ content: Content) -> Dataset? {
    let (catalogue, values) = (content.catalogue, content.values)
    guard let asOf = catalogue.asOf else { return nil }
    return Dataset(
      asOf: asOf, comparedProvinces: catalogue.comparedProvinces,
      scorecardIndex: catalogue.scorecardIndex, sources: content.sources,
      publishers: content.publishers,
      entities: catalogue.allEntities.sorted { $0.id < $1.id }, unitGroups: catalogue.unitGroups,
      provinceMaps: catalogue.provinceMaps,
      indicators: catalogue.allIndicators,
      editions: catalogue.allEditions, indexes: catalogue.indexes,
      plans: values.compactMap(\.plan)
        .sorted { ($0.entity, $0.firstYear, $0.id) < ($1.entity, $1.firstYear, $1.id) },
      outcomes: values.flatMap(\.rows.outcomes), published: values.flatMap(\.rows.published),
      scorecardEntries: values.flatMap(\.rows.scorecards), changes: changes(values),
      files: (content.dataFiles + values.compactMap(\.dataFile)).sorted { $0.path.precedesInBytes($1.path) })
  }
}
