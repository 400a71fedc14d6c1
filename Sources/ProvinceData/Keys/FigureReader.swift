internal import Scoring
internal import Text

/// Turns the rows of a table into figures and reports problems that involve more than one cell.
struct FigureReader {
  let context: ParseContext
  let catalogue: Catalogue
  private let folder: FolderCheck

  init(context: ParseContext, catalogue: Catalogue) {
    (self.context, self.catalogue) = (context, catalogue)
    folder = FolderCheck(context, catalogue)
  }

  private func report(_ rule: Rule, _ column: TableColumn) { context.report(rule, at: column.position) }

  private func line(_ start: Position) -> DataLine { DataLine(file: context.file, line: start.line) }

  /// A reported outcome.
  ///
  /// - Parameter start: the start of the row.
  func outcome(_ row: OutcomeColumns, at start: Position) -> Outcome? {
    checkBacking(row)
    checkTime(row)
    let indicator = row.indicator.value.flatMap { catalogue.indicators[$0] }
    let denominator = indicator.flatMap {
      context.denominator(row.denominator.value, of: $0, at: row.denominator.position)
    }
    if let indicator { checkOutcome(row, indicator) }
    let isStated =
      indicator?.unit == .percent && !row.isDerived
      && row.value.value.map { $0.value <= ExactDecimal(100) } == true
    StatementCheck(context: context, statement: row.statement).check(percent: isStated ? row.value : nil)
    SourceAgeCheck(context: context, catalogue: catalogue, source: row.source).check(
      period: row.period.value, year: row.year.value, asOf: row.asOf?.value)
    if let period = row.period.value, period == .month || period == .firstMonths,
      row.asOf?.isFilled != true
    {
      context.report(.figurePeriodNoDate(period: period.rawValue), at: row.asOf?.position ?? start)
    }
    if row.period.value == .estimate, row.asOf?.value?.month == nil {
      context.report(.figureEstimateNoDate, at: row.asOf?.position ?? start)
    }
    guard let entity = row.entity.value, let indicatorID = row.indicator.value, let level = row.level.value,
      let period = row.period.value, let year = row.year.value, let bound = row.bound.value,
      let value = row.value.value
    else { return nil }
    return Outcome(
      entity: entity, indicator: indicatorID, denominator: denominator, level: level, year: year,
      period: period, asOf: row.asOf?.value, bound: bound, value: value, listSize: row.listSize.value,
      statement: row.statement.value, citations: row.citations,
      contradictedBy: row.contradictedBy.value ?? [],
      confidence: confidence(row, .indicator(indicatorID)), note: row.note.value, line: line(start))
  }

  private func checkOutcome(_ row: OutcomeColumns, _ indicator: Indicator) {
    if let series = indicator.publishedAs {
      report(.figureIndexInOutcomes(indicator: indicator.id.rawValue, index: series.index), row.indicator)
    }
    if let level = row.level.value {
      context.checkLevel(level, of: indicator, at: row.level.position)
    }
    let check = ValueCheck(
      unit: indicator.unit, mayExceedHundred: indicator.mayExceedHundred,
      mayBeNegative: indicator.mayBeNegative)
    check.check(row.value.value, row.value.scalar, context)
    switch indicator.unit {
    case .rank: checkRank(row.value.value?.whole, row.value, row)
    case .percent: checkShare(row)
    default: if row.listSize.isFilled { report(.listSizeUnexpected, row.listSize) }
    }
  }

  /// A published index figure.
  ///
  /// - Parameter start: the start of the row.
  func published(_ row: PublishedColumns, at start: Position) -> PublishedFigure? {
    checkBacking(row)
    checkTime(row, mayBeRestated: true)
    let needsNumber = row.measure.value != .band
    if needsNumber && !row.value.isFilled && !row.rank.isFilled { report(.figureNoNumber, row.value) }
    if let unit = row.unit.value, let measure = row.measure.value {
      ValueCheck(unit: unit, mayBeNegative: measure.isChange).check(
        row.value.value, row.value.scalar, context)
    }
    checkMaximum(row.value, row.maximum.value?.value)
    checkRank(row.rank.value, row.rank, row)
    if row.value.isFilled {
      PublishedUnitCheck(context: context, catalogue: catalogue).check(
        row.unit, index: row.index.value, measure: row.measure.value, node: row.node.value)
    }
    PublishedNodeCheck(context: context, catalogue: catalogue).check(
      row.node, index: row.index.value, year: row.year.value)
    OwnIndexCheck(context: context, catalogue: catalogue).check(
      row.entity, index: row.index.value, measure: row.measure.value, node: row.node)
    guard let entity = row.entity.value, let year = row.year.value, let index = row.index.value,
      let measure = row.measure.value, let unit = row.unit.value
    else { return nil }
    return PublishedFigure(
      entity: entity, year: year, index: index.rawValue, measure: measure, node: row.node.value ?? "",
      bound: row.bound.value ?? .exact, value: row.value.value, unit: unit, maximum: row.maximum.value,
      rank: row.rank.value, listSize: row.listSize.value, readFromOrder: row.readFromOrder.value ?? false,
      citations: row.citations, contradictedBy: row.contradictedBy.value ?? [],
      confidence: confidence(row, .index(index)), note: row.note.value, line: line(start))
  }

  /// A row of a scorecard.
  ///
  /// - Parameter start: the start of the row.
  func scorecardEntry(_ row: ScorecardColumns, at start: Position) -> ScorecardEntry? {
    checkBacking(row)
    checkTime(row)
    checkScorecard(row)
    guard let entity = row.entity.value, let year = row.year.value, let node = row.node.value,
      let basis = row.basis.value
    else { return nil }
    let evidence = (row.evidence.value ?? "").split(separator: ";").map { part in
      String(part.drop { $0 == " " })
    }
    return ScorecardEntry(
      entity: entity, year: year, node: node, basis: basis, applies: row.applies.value ?? true,
      selfPoints: row.selfPoints.value, points: row.points.value, maximum: row.maximum.value,
      percent: row.percent.value, bound: row.bound.value ?? .exact, rank: row.rank.value,
      listSize: row.listSize.value, citations: row.citations, contradictedBy: row.contradictedBy.value ?? [],
      confidence: confidence(row, .scorecard), evidence: evidence.filter { !$0.isEmpty },
      explanation: row.explanation.value,
      note: row.note.value, line: line(start))
  }

  private func checkScorecard(_ row: ScorecardColumns) {
    let hasNumber =
      row.points.isFilled || row.selfPoints.isFilled || row.maximum.isFilled || row.percent.isFilled
      || row.rank.isFilled
    if !hasNumber, row.applies.value ?? true { report(.figureNoNumber, row.points) }
    ValueCheck(unit: .points).check(row.selfPoints.value, row.selfPoints.scalar, context)
    ValueCheck(unit: .points).check(row.points.value, row.points.scalar, context)
    ValueCheck(unit: .percent).check(row.percent.value, row.percent.scalar, context)
    checkRank(row.rank.value, row.rank, row)
    guard let node = row.node.value, let year = row.year.value else { return }
    if row.selfPoints.isFilled, case .part(let path) = node, path.count > 1, !row.evidence.isFilled,
      row.explanation.value == nil
    {
      report(.scorecardNoEvidence, row.selfPoints)
    }
    let edition = catalogue.edition(for: year)
    if edition == nil, !context.identifiers.isIncomplete(.edition) {
      report(.scorecardNoEdition(year: year), row.year)
    }
    if let edition, !edition.knows(node) {
      report(.scorecardNodeUnknown(node: node.description, edition: edition.edition.id.rawValue), row.node)
    }
    let known = row.basis.value == .full ? edition?.maximum(of: node) : nil
    let maximum = row.maximum.value?.value ?? known
    let check = ScorecardRowCheck(context: context)
    check.check(row.node, edition)
    if (row.bound.value ?? .exact) == .exact, !row.isContradicted || row.isDerived {
      check.check(row.percent, points: row.points.value, maximum: maximum)
    }
    checkMaximum(row.selfPoints, maximum)
    checkMaximum(row.points, maximum)
  }

  /// A contradicted figure that is derived keeps the mark of a derived one.
  private func confidence(_ row: FigureColumns, _ measure: ConfidenceRule.Measure) -> Confidence {
    if row.isDerived { return .derived }
    if row.isContradicted { return .conflict }
    return context.confidence.confidence(
      in: row.citations.map(\.source), measure: measure, about: row.entity.value.map(catalogue.owner))
  }

  /// Checks the source of a figure, and that a derived one says how.
  private func checkBacking(_ row: FigureColumns) {
    folder.check(row.entity)
    if !row.source.isFilled { report(.figureNoSource, row.source) }
    if row.isDerived && row.note.value == nil { report(.derivedNoHow, row.derived) }
  }

  private func checkMaximum(_ points: ValueColumn<PrintedDecimal>, _ maximum: ExactDecimal?) {
    guard let given = points.value?.value, let maximum, given > maximum else { return }
    report(.pointsOverMaximum(points: given.description, maximum: maximum.description), points)
  }

  /// Checks a rank against the length of its list.
  private func checkRank(_ rank: Int?, _ column: TableColumn, _ row: FigureColumns) {
    guard let rank, let size = row.listSize.value, rank > size else { return }
    report(.rankOutOfList(rank: rank, size: size), column)
  }

  /// Checks that a percentage of the things on a list stands for a whole number of them.
  private func checkShare(_ row: OutcomeColumns) {
    guard let size = row.listSize.value, let value = row.value.value, value.count(of: size) == nil else {
      return
    }
    report(.listSizeShare(percent: value.description, size: size), row.value)
  }

  /// Checks that a figure is not in the future and lies within the lifetime of its entity.
  private func checkTime(_ row: FigureColumns, mayBeRestated: Bool = false) {
    guard let year = row.year.value else { return }
    let asOf = row.asOf?.value
    let position = asOf == nil ? row.year.position : row.asOf?.position ?? row.year.position
    func figure() -> String { asOf?.description ?? String(year) }
    let start = asOf?.firstDay ?? .firstDay(of: year)
    if let today = catalogue.asOf, start > today {
      context.report(.figureFuture(value: figure(), asOf: today.description), at: position)
    }
    // A unit has the lifetime of its province.
    guard let entity = row.entity.value.flatMap({ catalogue.entities[catalogue.owner(of: $0)] }) else {
      return
    }
    if let until = entity.until, max(start, .firstDay(of: year)) > until.lastDay {
      let rule = Rule.lifetimeOutside(
        entity: entity.name, figure: figure(), limit: until.description, ended: true, mayBeRestated: false)
      context.report(rule, at: position)
    }
    if let from = entity.from, asOf?.lastDay ?? .lastDay(of: year) < from.firstDay {
      let rule = Rule.lifetimeOutside(
        entity: entity.name, figure: figure(), limit: from.description, ended: false,
        mayBeRestated: mayBeRestated)
      context.report(rule, at: position)
    }
  }
}

extension PublishedFigure.FigureMeasure {
  /// Whether it measures a change of a value.
  fileprivate var isChange: Bool {
    switch self {
    case .change, .largestRise, .smallestRise, .largestFall, .smallestFall: true
    default: false
    }
  }
}
