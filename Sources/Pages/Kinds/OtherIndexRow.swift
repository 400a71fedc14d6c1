internal import GFM
internal import Scoring

/// A year of an index other than that of the scorecards.
struct OtherIndexRow {
  let context: PageContext
  let index: IndexDescription
  let figure: PublishedFigure

  var cells: [Markdown] {
    var year: Markdown = .text(figure.node.isEmpty ? String(figure.year) : period)
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
    return [year, (value ?? context.unknown) + status, rank ?? context.unknown]
  }

  private var period: String {
    PartialDate(figure.node).map(context.date)
      ?? context.label("province.part_of_year", ["year": String(figure.year)])
  }
}
