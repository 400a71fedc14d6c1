internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// How the components relate to each other.
  func coherence() throws(MarkdownError) -> Page.PageContent {
    let report = results.coherence
    let opposed = report.components.filter(\.isOpposed).map { node($0.node) }
    let values = [
      "pairs": context.whole(report.pairs.count),
      "redundant": context.whole(report.pairs.filter(\.isRedundant).count),
      "opposed": context.whole(report.pairs.filter(\.isOpposed).count),
      "limit": context.decimal(CoherenceReport.redundancy, places: 1),
      "against": opposed.isEmpty ? context.label("example.none") : opposed.joined(separator: ", "),
    ]
    return try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.coherence_lead", values))
      add("coherence", values, to: &content) { text in
        SignedBarsChart(
          text: text, unit: .percent,
          rows: report.components.compactMap { component in
            component.effectiveWeight.value.map { weight in
              SignedBarsChart.SignedBar(
                label: node(component.node),
                detail: context.label(
                  "example.nominal", ["weight": context.percent(component.nominalWeight)]),
                amount: ExactDecimal(nearest: weight * 100), value: context.percent(weight))
            }
          }
        ).svg
      }
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.component")),
          MarkdownColumn(context.labelText("example.nominal_weight"), alignment: .right),
          MarkdownColumn(context.labelText("example.effective_weight"), alignment: .right),
          MarkdownColumn(context.labelText("example.with_total"), alignment: .right),
          MarkdownColumn(context.labelText("example.with_total_ranks"), alignment: .right),
          MarkdownColumn(context.labelText("example.alpha"), alignment: .right),
        ],
        rows: report.components.map { component in
          let group = report.groups.first { $0.node == component.node }
          return [
            .text(node(component.node)), .text(context.percent(component.nominalWeight)),
            component.effectiveWeight.value.map { .text(context.percent($0)) } ?? context.unknown,
            number(component.pearson), number(component.spearman),
            group.map { number($0.alpha) } ?? .text("–"),
          ]
        })
      content.body.paragraph(context.labelText("example.matrix"))
      try addMatrix(to: &content.body)
    }
  }

  /// Product-moment correlations of all components.
  private func addMatrix(to body: inout MarkdownDocument) throws(MarkdownError) {
    let parts = results.coherence.components.map(\.node)
    var found: [Set<Int>: Statistic] = [:]
    for pair in results.coherence.pairs { found[[pair.first, pair.second]] = pair.pearson }
    try body.table(
      caption: context.labelText("example.matrix_caption"),
      columns: [MarkdownColumn(context.labelText("example.component"))]
        + parts.map { MarkdownColumn(.text(node($0)), alignment: .right) },
      rows: parts.map { row in
        [.strong(.text(node(row)))]
          + parts.map { column in
            row == column ? .text("1") : found[[row, column]].map(number) ?? context.unknown
          }
      })
  }

  private func number(_ statistic: Statistic) -> Markdown {
    statistic.value.map { .text(context.decimal($0, places: 2)) } ?? context.unknown
  }
}
