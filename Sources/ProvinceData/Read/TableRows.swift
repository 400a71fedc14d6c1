internal import Parallel
internal import Scoring
internal import Text

/// What the rows of a table add to the dataset.
struct TableRows: Sendable {
  /// What is read, and what it leans on.
  struct Table: Sendable {
    let path: String
    let kind: FileKind
    let columns: [KeyShape]
    let registry: Registry
    let catalogue: Catalogue
  }

  /// What is wrong with the table.
  private(set) var findings: [Finding] = []
  /// The sources that it cites.
  private(set) var sources: Set<String> = []
  private(set) var outcomes: [Outcome] = []
  private(set) var published: [PublishedFigure] = []
  private(set) var scorecards: [ScorecardEntry] = []
  /// Of each outcome, published figure or row of a scorecard.
  private(set) var places: [FigurePlaces] = []
  /// Whether all quotation marks stand where they should; if not, a piece may begin within a cell.
  private var isWhole = true

  /// A table without rows.
  init() {}

  /// Reads a table. A long one is read in pieces on all cores, in which the same is found as in one.
  ///
  /// - Parameter length: how many bytes a piece has at least, but the last.
  init(of text: String, _ table: Table, pieces length: Int = 1 << 20) {
    let log = FindingLog()
    let start = CSVFileReader(columns: table.columns, check: table.check(log)).start(of: text, pieces: length)
    let isTorn = Locked(false)
    let parts = start.rows.parallelMap { rows in
      // What the others give is of no use then.
      if isTorn.withLock({ $0 }) { return TableRows() }
      let part = TableRows(rows, after: start, of: text, table)
      if !part.isWhole { isTorn.withLock { $0 = true } }
      return part
    }
    guard parts.count == 1 || !isTorn.withLock({ $0 }) else {
      self.init(of: text, table, pieces: .max)
      return
    }
    self.init()
    findings = log.all
    for part in parts { add(part) }
  }

  private init(_ rows: CSVReader.Piece, after start: CSVFileReader.Start, of text: String, _ table: Table) {
    let log = FindingLog()
    let check = table.check(log)
    let reader = Reader(log: log, registry: table.registry)
    isWhole = CSVFileReader(columns: table.columns, check: check)
      .forEachRecord(in: rows, after: start, of: text) { read($0, of: table, reader) }
    (findings, sources) = (log.all, check.uses.sources)
  }

  private mutating func add(_ part: TableRows) {
    findings += part.findings
    sources.formUnion(part.sources)
    outcomes += part.outcomes
    published += part.published
    scorecards += part.scorecards
    places += part.places
  }

  private mutating func read(_ row: Record, of table: Table, _ reader: Reader) {
    switch table.kind {
    case .outcomes:
      guard let outcome = reader.outcome(row, table.catalogue) else { return }
      outcomes.append(outcome)
      places.append(FigurePlaces(outcome, row))
    case .published:
      guard let figure = reader.published(row, table.catalogue) else { return }
      published.append(figure)
      places.append(FigurePlaces(figure, row))
    case .scorecards:
      guard let entry = reader.scorecardEntry(row, table.catalogue) else { return }
      scorecards.append(entry)
      places.append(FigurePlaces(entry, row))
    case .toolkit, .indexes, .sources, .indicators, .editions, .entities, .profile, .plan: break
    }
  }
}

extension TableRows.Table {
  /// What the cells are held against.
  fileprivate func check(_ log: FindingLog) -> ShapeCheck {
    ShapeCheck(file: path, log: log, registry: registry)
  }
}
