internal import GFM
internal import Scoring

/// A year of an index other than that of the scorecards.
struct OtherIndexRow {
  let context: PageContext
  let index: IndexDescription
  let figure: PublishedFigure

  var cells: [Markdown] {
    let hasPage = figure.node.isEmpty && index.province == nil && !index.isMonthly
    var year: Markdown =
      hasPage
      ? context.link(.text(period), to: context.route(of: index, year: figure.year)) : .text(period)
    if index.breaks.contains(where: { $0.from == figure.year }) {
      year += " " + context.breakMark(context.label("province.series_break"))
    }
    let value = figure.value.map { value -> Markdown in
      let top = figure.maximum.map { "/" + NumberText.printed($0, in: context.language) } ?? ""
      let unit: MeasurementUnit = figure.unit == .percent || figure.unit == .group ? figure.unit : .none
      let text = NumberText.value(value, unit: unit, in: context.language) + top
      return context.figure(context.bounded(text, figure.bound), at: figure.line, figure.citations)
    }
    let rank = figure.rank.map { rank -> Markdown in
      let text = context.rankText(rank, of: figure.listSize)
      let cited = figure.value == nil ? figure.citations : []
      let shown = context.figure(text, at: figure.line, cited)
      return figure.readFromOrder ? shown + " " + .emphasis(context.labelText("province.from_order")) : shown
    }
    let status = context.doubtful(figure.confidence) ? " " + context.status(figure.confidence) : ""
    guard let value else { return [year, context.unknown, rank.map { $0 + status } ?? context.unknown] }
    return [year, value + status, rank ?? context.unknown]
  }

  /// The year, with the month of a monthly index, or with the component that the figure is about.
  var period: String {
    let year = String(figure.year)
    if figure.node.isEmpty { return year }
    if let date = PartialDate(figure.node) { return context.date(date) }
    return index.isMonthly
      ? context.label("province.month_unstated", ["year": year])
      : context.label(
        "province.component_figure", ["year": year, "component": context.partName(figure.node, of: index)])
  }
}
