internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  private typealias Computed = (variant: VariantReport.Variant, ranking: VariantReport.Ranking)

  /// The ranks under other constructions of the index.
  func variants() throws(MarkdownError) -> Page.PageContent {
    let all = results.variants.variants.filter { $0.omitted != nil || $0.aggregation != nil }
    let computed = all.compactMap { variant -> Computed? in
      (try? variant.result.get()).map { (variant, $0) }
    }
    let largest = computed.max { $0.ranking.meanAbsoluteShift < $1.ranking.meanAbsoluteShift }
    let values = [
      "variants": context.whole(all.count), "computed": context.whole(computed.count),
      "largest": largest.map { name($0.variant) } ?? "",
      "shift": largest.map { context.decimal($0.ranking.meanAbsoluteShift, places: 2) } ?? "",
      "greatest": largest.map { context.whole($0.ranking.greatestShift) } ?? "",
    ]
    return try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.variants_lead", values))
      add("variants", values, to: &content) { text in
        SignedBarsChart(
          text: text, unit: .none,
          rows: computed.map { variant, ranking in
            SignedBarsChart.SignedBar(
              label: name(variant), amount: ExactDecimal(nearest: ranking.meanAbsoluteShift),
              value: context.decimal(ranking.meanAbsoluteShift, places: 2))
          }
        ).svg
      }
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.variant")),
          MarkdownColumn(context.labelText("example.shift"), alignment: .right),
          MarkdownColumn(context.labelText("example.greatest"), alignment: .right),
        ],
        rows: all.map { variant in
          guard let ranking = try? variant.result.get() else {
            return [
              .text(name(variant)), context.labelText("example.not_computed"),
              context.labelText("example.not_computed"),
            ]
          }
          return [
            .text(name(variant)), .text(context.decimal(ranking.meanAbsoluteShift, places: 2)),
            .text(context.whole(ranking.greatestShift)),
          ]
        })
    }
  }

  /// `bỏ Alpha, trung bình nhân`.
  private func name(_ variant: VariantReport.Variant) -> String {
    [
      variant.omitted.map { context.label("example.without", ["part": node($0)]) },
      variant.aggregation.map { context.label("example.mean_" + $0.rawValue) },
    ].compactMap { $0 }.joined(separator: ", ").capitalizedFirst
  }
}
