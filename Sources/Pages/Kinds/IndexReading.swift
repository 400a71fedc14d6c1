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
    context.data.publishedOfEntity(entity).filter {
      $0.index == index.id && $0.year == year && $0.measure == .score && $0.node.isEmpty
    }
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
    let figures = provinces.flatMap { data.publishedOfEntity($0) }.filter {
      $0.index == index.id && $0.measure == .score && $0.node.isEmpty
        && ($0.value != nil || $0.rank != nil)
    }
    return Set(figures.map(\.year)).sorted(by: >)
  }

  /// The indexes that score every province once a year, in file order.
  var yearlyIndexes: [IndexDescription] { data.indexes.filter { $0.province == nil && !$0.isMonthly } }
}
