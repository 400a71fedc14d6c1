internal import Parallel
internal import Scoring
internal import Text

/// What the rows of a table add to the dataset.
struct TableRows: Sendable {
  /// What is read, and what it leans on.
  struct Table: Sendable {
    let path: String
    let kind: FileKind
    let identifiers: DeclaredIdentifiers
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
  private(set) var locations: [FactLocation] = []
  /// Whether all quotation marks stand where they should; if not, a piece may begin within a cell.
  private var isWhole = true

  /// A table without rows.
  init() {}

  /// Reads a table. A long one is read in pieces on all cores, in which the same is found as in one.
  ///
  /// - Parameter length: how many bytes a piece has at least, but the last.
  init(of text: String, _ table: Table, pieces length: Int = 1 << 20) {
    let context = table.context
    let columns = table.kind.figureColumns?.all ?? []
    let start = CSVFileReader(columns: columns, context: context).start(of: text, pieces: length)
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
    findings = context.log.all
    for part in parts { add(part) }
  }

  private init(_ rows: CSVReader.Piece, after start: CSVFileReader.Start, of text: String, _ table: Table) {
    let context = table.context
    let reader = FigureReader(context: context, catalogue: table.catalogue)
    func read<Figure: ComparableFigure>(
      _ columns: FigureColumns, _ figure: (Position) -> Figure?
    ) -> (figures: [Figure], locations: [FactLocation], isWhole: Bool) {
      var (figures, locations): ([Figure], [FactLocation]) = ([], [])
      let file = CSVFileReader(columns: columns.all, context: context)
      let isWhole = file.forEachRow(in: rows, after: start, of: text) { start in
        guard let figure = figure(start) else { return }
        figures.append(figure)
        let location = FactLocation(
          figure, source: columns.source.position, confidence: columns.confidence.position,
          contradictedBy: columns.contradictedBy.position)
        locations.append(location)
      }
      return (figures, locations, isWhole)
    }
    switch table.kind {
    case .outcomes:
      let row = OutcomeColumns()
      (outcomes, locations, isWhole) = read(row) { reader.outcome(row, at: $0) }
    case .published:
      let row = PublishedColumns()
      (published, locations, isWhole) = read(row) { reader.published(row, at: $0) }
    case .scorecards:
      let row = ScorecardColumns()
      (scorecards, locations, isWhole) = read(row) { reader.scorecardEntry(row, at: $0) }
    case .toolkit, .indexes, .sources, .indicators, .editions, .entities, .profile, .plan: break
    }
    (findings, sources) = (context.log.all, context.uses.sources)
  }

  private mutating func add(_ part: TableRows) {
    findings += part.findings
    sources.formUnion(part.sources)
    outcomes += part.outcomes
    published += part.published
    scorecards += part.scorecards
    locations += part.locations
  }
}

extension TableRows.Table {
  fileprivate var context: ParseContext {
    ParseContext(file: path, log: FindingLog(), identifiers: identifiers)
  }
}
