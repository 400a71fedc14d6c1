internal import Scoring

/// One run over all files: parse, declare, check shapes, read, compare.
struct DatasetAssembly {
  private let files: [RawFile]
  private let log = FindingLog()
  private let registry = Registry()

  /// Takes the files by path.
  init(files: [RawFile]) { self.files = files }

  func run() -> LoadResult {
    var texts: [Dataset.DataFile] = []
    var parsed: [ParsedFile] = []
    for file in files where !FileKind.isIgnored(file.path) {
      guard let kind = FileKind(path: file.path), let bytes = file.bytes else {
        log.report(.fileUnexpected, in: file.path, at: .start)
        continue
      }
      guard let text = DataText(bytes, file: file.path, log: log) else {
        registry.markIncomplete(kind.declares)
        continue
      }
      texts.append(Dataset.DataFile(path: file.path, lines: text.lines))
      if let result = parse(text.text, file.path, kind) {
        parsed.append(result)
      } else {
        registry.markIncomplete(kind.declares)
      }
    }
    checkPresence()
    Declarations(files: parsed, registry: registry, log: log).run()
    for file in parsed { checkShape(of: file) }
    let dataset = DatasetReader(files: parsed, reader: Reader(log: log, registry: registry)).dataset(texts)
    return LoadResult(findings: log.sorted, dataset: dataset)
  }

  private func parse(_ text: String, _ path: String, _ kind: FileKind) -> ParsedFile? {
    if let columns = kind.columns {
      let records = CSVFileReader(file: path, columns: columns, log: log).records(text)
      return ParsedFile(path: path, kind: kind, content: .csv(records))
    }
    return YAMLReader.read(text, file: path, log: log).map {
      ParsedFile(path: path, kind: kind, content: .yaml($0))
    }
  }

  private func checkPresence() {
    let paths = Set(files.map(\.path))
    var needed = ["toolkit.yaml", "indexes.yaml", "national/entities.yaml"]
    for path in paths {
      let parts = path.split(separator: "/")
      if parts.count > 2 && parts[0] == "provinces" { needed.append("provinces/\(parts[1])/profile.yaml") }
    }
    for path in needed where !paths.contains(path) {
      log.report(.fileMissing(path: path), in: path, at: .start)
      FileKind(path: path).map { registry.markIncomplete($0.declares) }
    }
  }

  private func checkShape(of file: ParsedFile) {
    let check = ShapeCheck(file: file.path, log: log, registry: registry)
    switch file.content {
    case .yaml(let node):
      if let mapping = file.kind.mapping { check.check(node, against: .mapping(mapping), key: file.path) }
    case .csv(let rows):
      let columns = file.kind.columns ?? []
      for row in rows { check.check(row, columns) }
    }
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
