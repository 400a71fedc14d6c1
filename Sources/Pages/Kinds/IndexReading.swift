internal import GFM
internal import Scoring

/// What is published of a whole index for a province in one year.
struct IndexReading {
  let context: PageContext
  let index: IndexDescription
  let entity: Identifier<Entity>
  let year: Int

  /// Whether scorecards hold the index, with all that is published of its total.
  private var isScored: Bool { index.id == context.data.scorecardIndex }

  private var totals: [ScorecardEntry] { context.totals(of: entity, year: year) }

  private var figures: [PublishedFigure] {
    context.wholeFigures(of: index, entity).filter { $0.year == year }.latestMonth
  }

  /// The value and the rank, conflicting ones side by side; nil when neither is known.
  var cell: Markdown? {
    guard !isScored else { return totals.isEmpty ? nil : context.totalSummary(totals) }
    // A rank alone completes the values of other rows.
    let groups = [figures.filter { $0.value != nil }, figures.filter { $0.value == nil && $0.rank != nil }]
    let texts = groups.filter { !$0.isEmpty }.map { $0.map(text).joined(separator: " / ") }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  private func text(_ figure: PublishedFigure) -> Markdown {
    let cells = OtherIndexRow(context: context, index: index, figure: figure).cells
    let rank = context.filled("index.rank_only", ["rank": cells[2]])
    guard figure.value != nil else { return rank }
    return figure.rank == nil ? cells[1] : cells[1] + ", " + rank
  }

  /// The year, or the month that the figures of a monthly index are of.
  var period: String {
    guard !isScored, let figure = figures.first else { return String(year) }
    return OtherIndexRow(context: context, index: index, figure: figure).period
  }

  /// The values printed as exact, in file order; several conflict or repeat each other.
  var values: [PrintedDecimal] {
    isScored
      ? totals.compactMap { $0.bound == .exact ? $0.percent : nil }
      : figures.compactMap { $0.bound == .exact ? $0.value : nil }
  }

  /// The exact value, or the range of conflicting ones; nil when none is published.
  var interval: Interval? {
    guard let low = values.map(\.value).min(), let high = values.map(\.value).max() else { return nil }
    return Interval(between: low, and: high)
  }

  /// The same as text with the decimals that were printed, without a unit.
  var valueText: String? {
    guard let interval, let places = values.map(\.decimals).max() else { return nil }
    return context.text(ScoreWording.interval(interval, places: places))
  }

  /// The one exact value; nil without one, and when rows differ or one of them is a bound.
  var onlyValue: ExactDecimal? {
    let isExact =
      isScored
      ? totals.allSatisfy { $0.bound == .exact }
      : figures.allSatisfy { $0.value == nil || $0.bound == .exact }
    let distinct = Set(values.map(\.value))
    return isExact && distinct.count == 1 ? distinct.first : nil
  }

  /// The rank with its data line and sources; nil without one, and when rows differ.
  var rank: Markdown? {
    guard !isScored else {
      let ranked = totals.filter { $0.rank != nil }
      guard Set(ranked.map(\.rank)).count == 1, let entry = ranked.first, let rank = entry.rank else {
        return nil
      }
      return context.figure(context.rankText(rank, of: entry.listSize), of: entry, entry.citations)
    }
    let ranked = figures.filter { $0.rank != nil }
    guard Set(ranked.map(\.rank)).count == 1, let figure = ranked.first else { return nil }
    return OtherIndexRow(context: context, index: index, figure: figure).cells[2]
  }

  /// The first published value without its rank, with its sources; nil without one.
  var value: Markdown? {
    guard !isScored else {
      return totals.first { $0.percent != nil }.flatMap { entry in
        context.totalText(entry).map { text in
          let shown = context.figure(text, of: entry, entry.citations)
          return context.doubtful(entry.confidence) ? shown + " " + context.status(entry.confidence) : shown
        }
      }
    }
    return figures.first { $0.value != nil }.map {
      OtherIndexRow(context: context, index: index, figure: $0).cells[1]
    }
  }

  /// What tells whether values of two years are on the same scale: their unit and maximum.
  var scale: [String] {
    guard !isScored else { return [] }
    let own = figures.filter { $0.value != nil }
    return Set(own.map { $0.unit.rawValue + " " + ($0.maximum?.value.description ?? "") }).sorted()
  }

  /// The unit of the values; nil when none is published, or when they differ.
  var unit: MeasurementUnit? {
    guard !isScored else { return .percent }
    let units = Set(figures.filter { $0.value != nil }.map(\.unit))
    return units.count == 1 ? units.first : nil
  }
}

extension PageContext {
  /// The years with a figure of a whole index for any of some provinces, newest first.
  func years(of index: IndexDescription, _ provinces: [Identifier<Entity>]) -> [Int] {
    guard index.id != data.scorecardIndex else {
      return data.indexYears.filter { year in provinces.contains { !totals(of: $0, year: year).isEmpty } }
    }
    let figures = provinces.flatMap { wholeFigures(of: index, $0) }.filter {
      $0.value != nil || $0.rank != nil
    }
    return Set(figures.map(\.year)).sorted(by: >)
  }

  /// The published scores of a whole index for a province, of all years; those of a monthly index are of months.
  fileprivate func wholeFigures(
    of index: IndexDescription, _ entity: Identifier<Entity>
  ) -> [PublishedFigure] {
    data.publishedOfEntity(entity).filter {
      $0.index == index.id && $0.measure == .score
        && ($0.node.isEmpty || index.isMonthly && PartialDate($0.node) != nil)
    }
  }

  /// The abbreviation that the name of an index ends with in parentheses; the whole name without one.
  func shortName(_ index: IndexDescription) -> String {
    let name = text(index.name)
    guard name.hasSuffix(")"), let start = name.lastIndex(of: "(") else { return name }
    return String(name[name.index(after: start)...].dropLast())
  }

  /// The indexes that score every province once a year, in file order.
  var yearlyIndexes: [IndexDescription] { data.indexes.filter { $0.province == nil && !$0.isMonthly } }
}

extension [PublishedFigure] {
  /// Those of the latest month; all where none is of a month.
  fileprivate var latestMonth: [PublishedFigure] {
    let latest = map(\.node).max()
    return filter { $0.node == latest }
  }
}
