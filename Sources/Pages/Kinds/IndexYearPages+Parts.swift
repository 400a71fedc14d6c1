internal import GFM
internal import Scoring

extension IndexYear {
  /// Adds what is published of a province besides the whole index, folded.
  func addParts(to body: inout MarkdownDocument) throws(MarkdownError) {
    let parts = figures.filter { figure in
      context.isProvince(figure.entity) && !(figure.measure == .score && figure.node.isEmpty)
    }
    guard !parts.isEmpty else { return }
    let count = Set(parts.map(\.entity)).count
    let heading = context.labelText("year.parts_heading", ["count": context.whole(count)])
    try body.details(2, heading) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("index.province")),
          MarkdownColumn(context.labelText("index.node")),
          MarkdownColumn(context.labelText("index.value"), alignment: .right),
          MarkdownColumn(context.labelText("index.rank"), alignment: .right),
        ],
        of: parts.sorted { ($0.entity, $0.line) < ($1.entity, $1.line) }
      ) { [context.entity($0.entity), partName($0)] + partCells($0) }
    }
  }

  /// The name of the part, or else the words of the row's note, its node or its measure.
  private func partName(_ figure: PublishedFigure) -> Markdown {
    let measure = context.labelText("index.measure_" + figure.measure.rawValue)
    if figure.measure == .score, let index, index.parts.contains(where: { $0.id == figure.node }) {
      return .text(context.partName(figure.node, of: index).capitalizedFirst)
    }
    if let note = figure.note {
      return figure.measure == .score ? context.markdown(note) : measure + ". " + context.markdown(note)
    }
    return figure.node.isEmpty ? measure : .text(figure.node)
  }

  private func partCells(_ figure: PublishedFigure) -> [Markdown] {
    let standing = YearFigure(figure, context)
    let top = figure.maximum.map { "/" + NumberText.printed($0, in: context.language) } ?? ""
    let badge = context.doubtful(figure.confidence) ? " " + context.status(figure.confidence) : ""
    let value = standing.text.map { context.figure($0 + top, at: figure.line, figure.citations) + badge }
    let rank = figure.rank.map {
      context.figure(
        context.rankText($0, of: figure.listSize), at: figure.line, value == nil ? figure.citations : [])
    }
    return [value ?? context.unknown, rank ?? context.unknown]
  }
}
