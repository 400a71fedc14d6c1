internal import GFM
internal import Scoring

/// The latest figure of an index for a province.
struct IndexStanding {
  let context: PageContext
  let index: IndexDescription
  let entity: Identifier<Entity>

  /// The value, the rank and the year; nil when no figure of the whole index is known.
  var cell: Markdown? { index.id == context.data.scorecardIndex ? scorecard : published }

  private var scorecard: Markdown? {
    guard let year = context.data.indexYears.first(where: { !context.totals(of: entity, year: $0).isEmpty })
    else { return nil }
    return context.totalSummary(context.totals(of: entity, year: year)) + mark(year)
  }

  private var published: Markdown? {
    let figures = context.data.publishedOfEntity(entity).filter {
      $0.index == index.id && $0.measure == .score && isWhole($0)
    }
    guard let latest = figures.max(by: { ($0.year, $0.node, $0.line) < ($1.year, $1.node, $1.line) }) else {
      return nil
    }
    // Where sources disagree, each of their figures is told.
    let told = figures.filter { $0.year == latest.year && $0.node == latest.node }.map(summary).filter {
      !$0.isEmpty
    }
    return told.isEmpty ? nil : told.joined(separator: " / ") + mark(latest.year)
  }

  private func summary(_ figure: PublishedFigure) -> Markdown {
    let cells = OtherIndexRow(context: context, index: index, figure: figure).cells
    return [figure.value == nil ? nil : cells[1], figure.rank == nil ? nil : rank(cells[2])].compactMap { $0 }
      .joined(separator: ", ")
  }

  private func isWhole(_ figure: PublishedFigure) -> Bool {
    figure.node.isEmpty || index.isMonthly && PartialDate(figure.node) != nil
  }

  private func rank(_ cell: Markdown) -> Markdown { context.filled("index.rank_only", ["rank": cell]) }

  private func mark(_ year: Int) -> Markdown { " " + .emphasis(.text("(" + String(year) + ")")) }
}
