internal import Scoring

/// What one plan or one table adds to the dataset, given the catalogue. Nothing else of the file is held.
struct FileValues: Sendable {
  /// An identifier that other files may not declare as well.
  struct Declaration: Sendable {
    let kind: ReferenceKind
    let id: String
    let position: Position
  }

  let path: String
  /// What is wrong with the file.
  private(set) var findings: [Finding] = []
  /// The file for the dataset; nil when it has no text, or when it is not wanted.
  private(set) var dataFile: Dataset.DataFile?
  /// The sources that it cites.
  private(set) var sources: Set<String> = []
  private(set) var declarations: [Declaration] = []
  private(set) var plan: Plan?
  private(set) var outcomes: [Outcome] = []
  private(set) var published: [PublishedFigure] = []
  private(set) var scorecards: [ScorecardEntry] = []
  /// Of each outcome, published figure or row of a scorecard.
  private(set) var places: [FigurePlaces] = []

  /// - Parameters:
  ///   - bytes: nil for what is no regular file.
  ///   - keepsText: whether the text is wanted too.
  init(
    path: String, kind: FileKind, bytes: [UInt8]?, keepsText: Bool, registry: Registry, catalogue: Catalogue
  ) {
    self.path = path
    let log = FindingLog()
    defer { findings = log.all }
    let reader = Reader(log: log, registry: registry)
    guard let columns = kind.columns else {
      let file = ReadFile(path: path, bytes: bytes, keepsText: keepsText)
      dataFile = file.dataFile
      log.add(file.findings)
      if let parsed = file.parsed { readPlan(parsed, reader, catalogue) }
      return
    }
    guard let bytes else {
      log.report(.fileUnexpected, in: path, at: .start)
      return
    }
    guard let text = DataText(bytes, file: path, log: log) else { return }
    if keepsText { dataFile = Dataset.DataFile(path: path, text: text.text) }
    let check = ShapeCheck(file: path, log: log, registry: registry)
    // A row has a byte for each column at least; what has more ends of lines has lines that are no rows.
    reserve(min(bytes.count { $0 == UInt8(ascii: "\n") }, bytes.count / max(columns.count, 1)), kind)
    CSVFileReader(columns: columns, check: check).forEachRecord(of: text.text) { row in
      readRow(row, kind, reader, catalogue)
    }
    sources = check.uses.sources
  }

  private mutating func readPlan(_ file: ParsedFile, _ reader: Reader, _ catalogue: Catalogue) {
    sources = file.checkShape(reader.registry, reader.log)
    guard let root = file.root else { return }
    file.checkName("id", expected: file.stem, reader.log)
    file.checkName("entity", expected: file.province, reader.log)
    for (kind, record) in [(.plan, root)] + root.records("targets").map({ (ReferenceKind.target, $0) }) {
      guard let id = record.scalar("id") else { continue }
      declarations.append(Declaration(kind: kind, id: id.text, position: id.position))
    }
    plan = reader.plan(root, catalogue)
  }

  /// Makes room for the values of so many rows; to move them as they grow takes longer than to read them.
  private mutating func reserve(_ rows: Int, _ kind: FileKind) {
    places.reserveCapacity(rows)
    switch kind {
    case .outcomes: outcomes.reserveCapacity(rows)
    case .published: published.reserveCapacity(rows)
    case .scorecards: scorecards.reserveCapacity(rows)
    case .toolkit, .indexes, .sources, .indicators, .editions, .entities, .profile, .plan: break
    }
  }

  private mutating func readRow(
    _ row: Record, _ kind: FileKind, _ reader: Reader, _ catalogue: Catalogue
  ) {
    switch kind {
    case .outcomes:
      guard let outcome = reader.outcome(row, catalogue) else { return }
      outcomes.append(outcome)
      places.append(FigurePlaces(outcome, row))
    case .published:
      guard let figure = reader.published(row, catalogue) else { return }
      published.append(figure)
      places.append(FigurePlaces(figure, row))
    case .scorecards:
      guard let entry = reader.scorecardEntry(row, catalogue) else { return }
      scorecards.append(entry)
      places.append(FigurePlaces(entry, row))
    case .toolkit, .indexes, .sources, .indicators, .editions, .entities, .profile, .plan: break
    }
  }
}
