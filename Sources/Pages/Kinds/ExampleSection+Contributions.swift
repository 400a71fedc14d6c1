internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// The contribution of each component to a gap between two units and to a change between two years.
  func contributions() throws(MarkdownError) -> Page.PageContent {
    let files = ["framework.csv", "scores.csv", "framework-2.csv", "scores-2.csv"]
    return try section(files: files) { content throws(MarkdownError) in
      if let first = order.first, let second = order.dropFirst().first,
        let gap = ScoreDifference(between: first, and: second, in: stability.index)
      {
        try addGap(gap, ["above": name(first), "below": name(second)], to: &content)
      }
      if let unit = order.first.map(name),
        let change = ScoreDifference(of: unit, from: stability.index, to: results.example.later)
      {
        try addChange(change, unit: unit, to: &content)
      }
    }
  }

  private func addGap(
    _ gap: ScoreDifference, _ names: [String: String], to content: inout Page.PageContent
  ) throws(MarkdownError) {
    let values = names.merging(["gap": context.decimal(gap.difference, places: 2)]) { first, _ in first }
    content.body.paragraph(context.labelText("example.gap_lead", values))
    add("gap", values, to: &content) { bars(gap, text: $0) }
    try content.body.table(
      caption: context.labelText("example.gap_title", values),
      columns: [
        MarkdownColumn(context.labelText("example.component")),
        MarkdownColumn(context.labelText("example.gap_part"), alignment: .right),
      ],
      rows: gap.parts.map { [.text(name(of: $0)), .text(points($0.difference))] }
        + [[.strong(context.labelText("example.sum")), .strong(.text(points(gap.difference)))]])
  }

  private func addChange(
    _ change: ScoreDifference, unit: String, to content: inout Page.PageContent
  ) throws(MarkdownError) {
    let values = [
      "unit": unit, "change": points(change.difference),
      "performance": points(change.parts.compactMap(\.split?.performance).reduce(0, +)),
      "weights": points(change.parts.compactMap(\.split?.weights).reduce(0, +)),
    ]
    content.body.paragraph(context.labelText("example.change_lead", values))
    add("change", values, to: &content) { bars(change, text: $0) }
    try content.body.table(
      caption: context.labelText("example.change_title", values),
      columns: [
        MarkdownColumn(context.labelText("example.component")),
        MarkdownColumn(context.labelText("example.performance"), alignment: .right),
        MarkdownColumn(context.labelText("example.weights"), alignment: .right),
        MarkdownColumn(context.labelText("example.interaction"), alignment: .right),
        MarkdownColumn(context.labelText("index.change"), alignment: .right),
      ],
      rows: change.parts.map { part in
        [.text(name(of: part))]
          + [part.split?.performance, part.split?.weights, part.split?.interaction, part.difference].map {
            $0.map { .text(points($0)) } ?? context.unknown
          }
      })
  }

  private func bars(_ difference: ScoreDifference, text: ChartText) -> String {
    SignedBarsChart(
      text: text, unit: .none,
      rows: difference.parts.map { part in
        SignedBarsChart.SignedBar(
          label: name(of: part), amount: ExactDecimal(nearest: part.difference),
          value: points(part.difference))
      }
    ).svg
  }

  private func name(of part: ScoreDifference.DifferencePart) -> String {
    part.name.map(context.text) ?? part.code
  }

  /// Points with their sign.
  private func points(_ value: Double) -> String {
    NumberText.signed(ExactDecimal(nearest: value), places: 2, in: context.language)
  }
}
