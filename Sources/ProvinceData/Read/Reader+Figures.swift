internal import Scoring

extension Reader {
  /// What every CSV row has to say about its origin.
  private func checkBacking(_ record: Record) {
    if !record.has("source") { report(.figureNoSource, record, "source") }
    let confidence: Confidence? = record.word("confidence")
    if confidence == .derived && record.text("note") == nil { report(.derivedNoHow, record, "confidence") }
    // A derived figure may be contradicted as well; it stays marked as derived.
    let isContradicted = record.has("contradicted_by")
    if let confidence, isContradicted != (confidence == .conflict),
      !(confidence == .derived && isContradicted)
    {
      report(.conflictOneSided(source: "", other: nil), record, "contradicted_by")
    }
  }

  /// A reported outcome.
  func outcome(_ record: Record, _ catalogue: Catalogue) -> Outcome? {
    checkBacking(record)
    checkTime(record, catalogue)
    let indicatorID: Identifier<Indicator>? = record.id("indicator")
    let indicator = indicatorID.flatMap { catalogue.indicators[$0] }
    let level: AdministrativeLevel? = record.word("level")
    let denominator = indicator.flatMap { self.denominator(record, of: $0) }
    if let indicator { checkOutcome(record, indicator, level) }
    let period: Outcome.Period? = record.word("period")
    if let period, [.month, .firstMonths].contains(period), !record.has("as_of") {
      report(.figurePeriodNoDate(period: period.rawValue), record, "as_of")
    }
    guard let entity: Identifier<Entity> = record.id("entity"), let indicatorID, let level, let period,
      let year = record.whole("year"), let bound: Bound = record.word("bound"),
      let value = record.printed("value"), let confidence: Confidence = record.word("confidence")
    else { return nil }
    return Outcome(
      entity: entity, indicator: indicatorID, denominator: denominator, level: level, year: year,
      period: period, asOf: record.date("as_of"), bound: bound, value: value,
      listSize: record.whole("list_size"), statement: record.text("statement"), citations: record.citations,
      contradictedBy: record.ids("contradicted_by"), confidence: confidence, note: record.text("note"),
      line: record.line)
  }

  private func checkOutcome(_ record: Record, _ indicator: Indicator, _ level: AdministrativeLevel?) {
    if let series = indicator.publishedAs {
      report(
        .figureIndexInOutcomes(indicator: indicator.id.rawValue, index: series.index), record, "indicator")
    }
    if let level { checkLevel(level, record, indicator) }
    let check = ValueCheck(
      reader: self, record: record, unit: indicator.unit, mayExceedHundred: indicator.mayExceedHundred,
      mayBeNegative: indicator.mayBeNegative)
    check.check("value")
    if indicator.unit == .rank { checkRank(record, record.whole("value"), key: "value") }
  }

  /// A published index figure.
  func published(_ record: Record, _ catalogue: Catalogue) -> PublishedFigure? {
    checkBacking(record)
    checkTime(record, catalogue, mayBeRestated: true)
    let measure: PublishedFigure.Measure? = record.word("measure")
    let unit: Unit? = record.word("unit")
    if !record.has("value") && !record.has("rank") { report(.figureNoNumber, record, "value") }
    if let unit, let measure {
      let changes: [PublishedFigure.Measure] = [
        .change, .largestRise, .smallestRise, .largestFall, .smallestFall,
      ]
      let check = ValueCheck(
        reader: self, record: record, unit: unit, mayBeNegative: changes.contains(measure))
      check.check("value")
    }
    checkMaximum(record, points: "value", maximum: record.decimal("maximum"))
    checkRank(record, record.whole("rank"), key: "rank")
    guard let entity: Identifier<Entity> = record.id("entity"), let year = record.whole("year"),
      let index = record.string("index"), let measure, let unit,
      let confidence: Confidence = record.word("confidence")
    else { return nil }
    return PublishedFigure(
      entity: entity, year: year, index: index, measure: measure, node: record.string("node") ?? "",
      bound: record.word("bound") ?? .exact, value: record.printed("value"), unit: unit,
      maximum: record.printed("maximum"), rank: record.whole("rank"), listSize: record.whole("list_size"),
      readFromOrder: record.flag("read_from_order"), citations: record.citations,
      contradictedBy: record.ids("contradicted_by"), confidence: confidence, note: record.text("note"),
      line: record.line)
  }

  private func checkMaximum(_ record: Record, points key: String, maximum: ExactDecimal?) {
    guard let points = record.decimal(key), let maximum, points > maximum else { return }
    report(
      .pointsOverMaximum(points: points.description, maximum: maximum.description), record, key)
  }

  /// A row of a scorecard.
  func scorecardEntry(_ record: Record, _ catalogue: Catalogue) -> ScorecardEntry? {
    checkBacking(record)
    checkTime(record, catalogue)
    checkScorecard(record, catalogue)
    guard let entity: Identifier<Entity> = record.id("entity"), let year = record.whole("year"),
      let node = record.node("node"), let basis: ScorecardEntry.Basis = record.word("basis"),
      let confidence: Confidence = record.word("confidence")
    else { return nil }
    let evidence = (record.string("evidence") ?? "").split(separator: ";").map { part in
      String(part.drop { $0 == " " })
    }
    return ScorecardEntry(
      entity: entity, year: year, node: node, basis: basis, applies: record.string("applies") != "false",
      selfPoints: record.printed("self_points"), points: record.printed("points"),
      maximum: record.printed("max_points"), percent: record.printed("percent"),
      bound: record.word("bound") ?? .exact, rank: record.whole("rank"), listSize: record.whole("list_size"),
      citations: record.citations, contradictedBy: record.ids("contradicted_by"), confidence: confidence,
      evidence: evidence.filter { !$0.isEmpty }, explanation: record.text("explanation"),
      note: record.text("note"), line: record.line)
  }

  private func checkScorecard(_ record: Record, _ catalogue: Catalogue) {
    let numbers = ["self_points", "points", "max_points", "percent", "rank"]
    if !numbers.contains(where: record.has), record.string("applies") != "false" {
      report(.figureNoNumber, record, "points")
    }
    for key in ["self_points", "points"] {
      ValueCheck(reader: self, record: record, unit: .points).check(key)
    }
    ValueCheck(reader: self, record: record, unit: .percent).check("percent")
    checkRank(record, record.whole("rank"), key: "rank")
    guard let node = record.node("node"), let year = record.whole("year") else { return }
    if record.has("self_points"), case .part(let path) = node, path.count > 1, !record.has("evidence"),
      record.text("explanation") == nil
    {
      report(.scorecardNoEvidence, record, "self_points")
    }
    let edition = catalogue.edition(for: year)
    if edition == nil, !registry.isIncomplete(.edition) {
      report(.scorecardNoEdition(year: year), record, "year")
    }
    if let edition, !edition.knows(node) {
      report(
        .scorecardNodeUnknown(node: node.description, edition: edition.edition.id.rawValue), record, "node")
    }
    let basis: ScorecardEntry.Basis? = record.word("basis")
    let known = basis == .full ? edition?.maximum(of: node) : nil
    for key in ["self_points", "points"] {
      checkMaximum(record, points: key, maximum: record.decimal("max_points") ?? known)
    }
  }
}
