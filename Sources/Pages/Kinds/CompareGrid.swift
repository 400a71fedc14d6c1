internal import GFM
internal import Scoring

/// What several provinces promised alike, in one grid: a row for each way of counting an indicator at one level, a
/// column for each province.
struct CompareGrid {
  let context: PageContext
  let provinces: [Identifier<Entity>]

  /// A row that at least two provinces have targets in.
  private struct GridRow {
    let block: ComparisonMatrix.MatrixBlock
    let row: ComparisonMatrix.MatrixRow
  }

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    let rows = context.matrix(of: provinces).blocks.flatMap { block in
      block.rows.filter(\.isShared).map { GridRow(block: block, row: $0) }
    }
    body.heading(2, .text(context.label("compare.grid") + " {#targets}"))
    guard !rows.isEmpty else {
      body.paragraph(context.labelText("compare.grid_empty"))
      return
    }
    body.paragraph(
      context.labelText(
        "compare.grid_text",
        [
          "rows": context.whole(rows.count),
          "alike": context.whole(rows.count { $0.row.isLikeWithLike }),
        ]))
    try body.table(
      columns: context.columns(of: provinces, first: context.labelText("compare.indicator")),
      of: rows
    ) { row in [name(row)] + row.row.cells.map(cell) }
    addConfusable(rows, to: &body)
  }

  /// The indicator, how it is counted, and what else differs between the targets of the row.
  private func name(_ row: GridRow) -> Markdown {
    let indicator = row.block.indicator
    var details = [context.text(AttainmentWording.level(row.row.level))]
    if let id = row.row.denominator {
      let name = indicator.denominators.first { $0.id == id }?.name
      details.append(name.map(context.text) ?? context.label("compare.unstated"))
    }
    let link = context.link(context.markdown(indicator.name), to: .indicator(indicator.id))
    let text = link + " (" + .text(details.joined(separator: "; ")) + ")"
    guard !row.row.differences.isEmpty else { return text }
    let names = row.row.differences.map { context.text($0.name) }.joined(separator: ", ")
    return text + " – " + .emphasis(.text(names))
  }

  /// Goal, result and verdict of each target; the dash where there is none.
  private func cell(_ attainments: [Attainment]) -> Markdown {
    guard !attainments.isEmpty else { return "–" }
    return attainments.map { attainment in
      let year = context.link(toTarget: attainment.target, .text(String(attainment.target.year)))
      var pieces = [context.goal(attainment.target)]
      let answers = JudgedLine(context: context, attainment: attainment).judged.flatMap(\.answers)
      if !answers.isEmpty {
        let figures = answers.map { context.outcome($0, attainment.indicator) }.joined(separator: " / ")
        pieces.append(context.filled("compare.result", ["outcome": figures]))
      }
      return year + ": " + pieces.joined(separator: ", ") + " " + context.verdict(of: attainment)
    }.joined(separator: "; ")
  }

  /// The indicators that rows are easily mistaken for, each pair once.
  private func addConfusable(_ rows: [GridRow], to body: inout MarkdownDocument) {
    var seen: Set<Set<Identifier<Indicator>>> = []
    let items = rows.map(\.block.indicator).flatMap { indicator in
      indicator.notComparable.compactMap { other -> Markdown? in
        guard seen.insert([indicator.id, other.indicator]).inserted,
          let name = context.data.indicator(other.indicator)?.name
        else { return nil }
        return context.filled(
          "compare.not_mixed",
          [
            "indicator": context.link(context.markdown(indicator.name), to: .indicator(indicator.id)),
            "other": context.link(context.markdown(name), to: .indicator(other.indicator)),
            "reason": context.markdown(other.reason),
          ])
      }
    }
    guard !items.isEmpty else { return }
    body.details(3, context.labelText("compare.not_mixed_heading")) { $0.list(items) }
  }
}

extension PageContext {
  /// The targets of some provinces side by side.
  func matrix(of provinces: [Identifier<Entity>]) -> ComparisonMatrix {
    ComparisonMatrix(
      provinces: provinces, attainments: provinces.flatMap { data.attainmentsOfEntity($0) },
      indicators: data.indicators)
  }
}
