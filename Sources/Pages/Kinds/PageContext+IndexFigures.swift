package import GFM
package import Scoring

extension PageContext {
  /// The description of the index that the scorecards are about; nil when the data have none.
  var scorecardIndex: IndexDescription? {
    let id = data.scorecardIndex
    return data.indexes.first { $0.id == id }
  }

  /// The figures of this index published for a year beside the scorecards, in file order.
  func scorecardIndexFigures(year: Int) -> [PublishedFigure] {
    data.scorecardIndex.map { data.publishedOfIndex($0, year: year) } ?? []
  }

  /// The break of the index series that begins with a year; nil when there is none.
  func indexBreak(in year: Int) -> IndexDescription.SeriesBreak? {
    scorecardIndex?.breaks.first { $0.from == year }
  }

  /// The mark of a break that begins with a year, with a space before it; empty when there is none.
  func indexBreakMark(in year: Int) -> Markdown {
    indexBreak(in: year) == nil ? "" : " " + breakMark(label("index.break_mark"))
  }

  /// The figures of the whole index published for the nation, in file order.
  func nationalFigures(_ measure: PublishedFigure.FigureMeasure, year: Int) -> [PublishedFigure] {
    scorecardIndexFigures(year: year).filter { figure in
      figure.measure == measure && figure.node.isEmpty && data.mention(figure.entity)?.kind == .nation
    }
  }

  /// The average of a whole index over the nation in a year, or the range of conflicting ones; nil when none is published.
  func nationalAverage(of index: IndexDescription, year: Int) -> Interval? {
    let values = data.publishedOfIndex(index.id, year: year).filter {
      $0.measure == .average && $0.node.isEmpty && $0.bound == .exact
        && data.mention($0.entity)?.kind == .nation
    }.compactMap(\.value?.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    return Interval(between: low, and: high)
  }

  /// A published value with its unit, data line and sources; a doubtful or derived one with its status.
  package func published(_ figure: PublishedFigure) -> Markdown {
    guard let value = figure.value else { return unknown }
    let number = NumberText.value(value, unit: figure.unit, in: language)
    let shown = self.figure(bounded(number, figure.bound), at: figure.line, figure.citations)
    return doubtful(figure.confidence) ? shown + " " + status(figure.confidence) : shown
  }

  /// Published values side by side; the unknown mark for none.
  package func published(_ figures: [PublishedFigure]) -> Markdown {
    figures.isEmpty ? unknown : figures.map(published).joined(separator: " / ")
  }

  /// Whether a status is shown even where space is short.
  func doubtful(_ confidence: Confidence) -> Bool {
    switch confidence {
    case .confirmed, .single: false
    case .ownStatement, .derived, .conflict: true
    }
  }

  /// The published rows of the whole index of a province and year, in file order.
  func totals(of entity: Identifier<Entity>, year: Int) -> [ScorecardEntry] {
    (data.scorecard(of: entity, year: year)?.entries ?? []).filter { $0.node == .total && $0.applies }
  }

  /// The units of a year with a scorecard row for anything but this node, in the order of the entities.
  func scored(below node: NodeCode, year: Int) -> [Identifier<Entity>] {
    let units = Set(data.scorecardsOfYear(year).filter { $0.node != node }.map(\.entity))
    return units.isEmpty ? [] : data.entityOrder.filter(units.contains)
  }

  /// The index value as printed: `91,80%`, or `67,41/97,5` where only points are printed; nil without either.
  func totalText(_ entry: ScorecardEntry) -> String? {
    if let percent = entry.percent {
      return bounded(NumberText.value(percent, unit: .percent, in: language), entry.bound)
    }
    guard let points = entry.points else { return nil }
    let top = entry.maximum.map { "/" + NumberText.printed($0, in: language) } ?? ""
    return bounded(NumberText.printed(points, in: language) + top, entry.bound)
  }

  /// A total as one text: value and rank, data line and sources; conflicting rows side by side.
  func totalSummary(_ entries: [ScorecardEntry]) -> Markdown {
    guard !entries.isEmpty else { return unknown }
    let rows = entries.map { entry -> Markdown in
      let rank = entry.rank.map { rankText($0, of: entry.listSize) }
      let value = totalText(entry)
      let text: String
      switch (value, rank) {
      case (let value?, let rank?): text = label("index.value_rank", ["value": value, "rank": rank])
      case (let value?, nil): text = value
      case (nil, let rank?): text = label("index.rank_only", ["rank": rank])
      case (nil, nil): return unknown
      }
      return figure(text, of: entry, entry.citations)
    }
    let joined = rows.joined(separator: " / ")
    let worst = entries.map(\.confidence).first(where: doubtful)
    return worst.map { joined + " " + status($0) } ?? joined
  }

  /// The value of the whole index, or the hull of conflicting ones; nil when no exact percentage is printed.
  func totalInterval(_ entries: [ScorecardEntry]) -> Interval? {
    let values = entries.compactMap { $0.bound == .exact ? $0.percent?.value : nil }
    guard let low = values.min(), let high = values.max() else { return nil }
    return Interval(between: low, and: high)
  }

  /// The name of a part of an index; its node where the data name none.
  func partName(_ node: String, of index: IndexDescription) -> String {
    index.parts.first { $0.id == node }.map { text($0.name) } ?? node
  }
}
