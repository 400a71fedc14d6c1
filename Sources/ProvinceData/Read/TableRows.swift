internal import Parallel
internal import Scoring
internal import Text

/// The rows that a table adds to the dataset.
struct TableRows: Sendable {
  /// The table to read, with the catalogue and identifiers that its rows refer to.
  struct Table: Sendable {
    let path: String
    let kind: FileKind
    let identifiers: DeclaredIdentifiers
    let catalogue: Catalogue
  }

  /// The findings on the table.
  private(set) var findings: [Finding] = []
  /// The sources that it cites, and whether there may be others in what could not be read.
  private(set) var sources: Set<String> = []
  private(set) var isIncomplete = false
  private(set) var outcomes: [Outcome] = []
  private(set) var published: [PublishedFigure] = []
  private(set) var scorecards: [ScorecardEntry] = []
  /// The location of each outcome, published figure or row of a scorecard.
  private(set) var locations: [FactLocation] = []
  /// Whether all quotation marks are well placed; if not, a chunk may start inside a cell.
  private var isWhole = true

  init() {}

  /// Reads a table. A long one is read in chunks on all cores, with the same result.
  ///
  /// - Parameter length: the minimum number of bytes of a chunk, except the last.
  init(of text: String, _ table: Table, chunkLength length: Int = 1 << 20) {
    let context = table.context
    let columns = table.kind.figureColumns?.all ?? []
    let start = CSVFileReader(columns: columns, context: context).start(of: text, chunkLength: length)
    let isTorn = Locked(false)
    let parts = start.rows.parallelMap { rows in
      // The other chunks are then discarded.
      if isTorn.withLock({ $0 }) { return TableRows() }
      let part = TableRows(rows, after: start, of: text, table)
      if !part.isWhole { isTorn.withLock { $0 = true } }
      return part
    }
    guard parts.count == 1 || !isTorn.withLock({ $0 }) else {
      self.init(of: text, table, chunkLength: .max)
      return
    }
    self.init()
    (findings, isIncomplete) = (context.log.all, context.uses.isIncomplete)
    for part in parts { add(part) }
  }

  private init(_ rows: CSVReader.Chunk, after start: CSVFileReader.Start, of text: String, _ table: Table) {
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
          figure, source: columns.source.position,
          contradictedBy: columns.contradictedBy.position, number: columns.number.position,
          rank: columns.standing.position)
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
    case .toolkit, .indexes, .sources, .indicators, .editions, .entities, .tiles, .profile, .units,
      .publishers, .plan, .changes:
      break
    }
    (findings, sources) = (context.log.all, context.uses.sources)
    isIncomplete = context.uses.isIncomplete
  }

  /// The figures, each with the position of its number.
  func located<Figure>(_ figures: KeyPath<TableRows, [Figure]>) -> [(Figure, Position)] {
    zip(self[keyPath: figures], locations).map { ($0, $1.number) }
  }

  /// The ranks and lists that the rows give.
  ///
  /// - Parameter index: the index that scorecards are about.
  func standings(index: String?) -> [Standing] {
    zip(published, locations).compactMap { Standing($0, at: $1.rank) }
      + zip(scorecards, locations).compactMap { Standing($0, index: index, at: $1.rank) }
  }

  private mutating func add(_ part: TableRows) {
    findings += part.findings
    sources.formUnion(part.sources)
    if part.isIncomplete { isIncomplete = true }
    outcomes += part.outcomes
    published += part.published
    scorecards += part.scorecards
    locations += part.locations
  }
}

extension TableRows.Table {
  fileprivate var context: ParseContext {
    ParseContext(
      file: path, log: FindingLog(), identifiers: identifiers, confidence: catalogue.confidence)
  }
}
