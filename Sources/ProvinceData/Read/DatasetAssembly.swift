internal import Parallel
internal import Scoring

/// One run over all files: parse, declare, check shapes, read, compare.
struct DatasetAssembly {
  private let files: [RawFile]
  private let log = FindingLog()

  /// Takes the files by path.
  init(files: [RawFile]) { self.files = files }

  /// - Parameter memory: of an earlier run; of this one afterwards.
  func run(remembering memory: inout DataMemory) -> LoadResult {
    var texts: [Dataset.DataFile] = []
    var parsed: [ParsedFile] = []
    let relevant = files.filter { !FileKind.isIgnored($0.path) }
    let read = relevant.parallelMap { [memory] in memory.file($0) ?? ReadFile($0) }
    memory.keep(zip(relevant, read))
    var registry = Registry()
    for part in read {
      log.add(part.findings)
      registry.markIncomplete(part.incomplete)
      if let text = part.text { texts.append(text) }
      if let file = part.parsed { parsed.append(file) }
    }
    checkPresence(&registry)
    var declarations = Declarations(files: parsed, registry: registry, log: log)
    declarations.run()
    registry = declarations.registry
    let checked = parsed.parallelMap { [registry] in Self.checkShape(of: $0, registry) }
    for (findings, sources) in checked {
      log.add(findings)
      registry.noteUse(ofSources: sources)
    }
    let dataset = DatasetReader(files: parsed, reader: Reader(log: log, registry: registry)).dataset(texts)
    return LoadResult(findings: log.sorted, dataset: dataset)
  }

  private func checkPresence(_ registry: inout Registry) {
    let paths = Set(files.map(\.path))
    var needed = ["toolkit.yaml", "indexes.yaml", "national/entities.yaml"]
    for path in paths {
      let parts = path.split(separator: "/")
      if parts.count > 2 && parts[0] == "provinces" { needed.append("provinces/\(parts[1])/profile.yaml") }
    }
    for path in needed where !paths.contains(path) {
      log.report(.fileMissing(path: path), in: path, at: .start)
      if let kind = FileKind(path: path) { registry.markIncomplete(kind.declares) }
    }
  }

  /// What is wrong with the values of a file by themselves, and the sources that it cites.
  private static func checkShape(
    of file: ParsedFile, _ registry: Registry
  ) -> (findings: [Finding], sources: Set<String>) {
    let check = ShapeCheck(file: file.path, log: FindingLog(), registry: registry)
    switch file.content {
    case .yaml(let node):
      if let mapping = file.kind.mapping { check.check(node, against: .mapping(mapping), key: file.path) }
    case .csv(let rows):
      let columns = file.kind.columns ?? []
      for row in rows { check.check(row, columns) }
    }
    return (check.log.all, check.uses.sources)
  }
}

extension ShapeCheck {
  /// Checks the cells of a CSV row.
  func check(_ row: Record, _ columns: [KeyShape]) {
    for column in columns {
      if let cell = row.scalar(column.name) {
        check(cell, against: column.shape, key: column.name)
      } else if column.isRequired, !column.name.hasSuffix("_vi"), !column.name.hasSuffix("_en") {
        log.report(.keyMissing(key: column.name), in: file, at: row.position(of: column.name))
      }
    }
    for column in columns where column.name.hasSuffix("_vi") {
      let stem = String(column.name.dropLast(3))
      let (hasVi, hasEn) = (row.has(stem + "_vi"), row.has(stem + "_en"))
      let isMissing = column.isRequired && !hasVi && !hasEn
      if hasVi != hasEn || isMissing {
        let language: Language = hasVi ? .english : .vietnamese
        let key = stem + "_" + language.rawValue
        log.report(.textOneLanguage(missing: language), in: file, at: row.position(of: key))
      }
    }
  }
}
