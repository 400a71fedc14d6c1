internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// The shares of weights and measurement in the variance of the ranks.
  func uncertainty() throws(MarkdownError) -> Page.PageContent {
    let units = results.shares.units
    let known = order.filter { units[$0].weights != nil && units[$0].measurement != nil }
    let mostly = known.filter { (units[$0].measurement?.value ?? 0) > (units[$0].weights?.value ?? 0) }
    let values = [
      "draws": context.whole(results.shares.draws), "units": context.whole(known.count),
      "measurement": context.whole(mostly.count),
      "weights": context.whole(known.count - mostly.count),
      "seed": "\(stability.settings.seed)",
    ]
    return try section(files: ["framework.csv", "scores.csv", "standard-errors.csv"]) {
      content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.uncertainty_lead", values))
      add("uncertainty", values, to: &content) { text in
        ShareBarsChart(
          text: text,
          rows: order.map { position in
            let unit = units[position]
            let shares = [unit.weights, unit.interaction, unit.measurement].compactMap { $0 }
            return ShareBarsChart.ShareBar(
              label: unit.name,
              shares: shares.map { ExactDecimal(nearest: max($0.value, 0) * 100) },
              value: unit.rankVariance.map { "± " + context.decimal($0.squareRoot(), places: 1) } ?? "")
          },
          legend: ["weights", "interaction", "measurement"].map { context.label("example.share_" + $0) }
        ).svg
      }
      content.body.paragraph(context.labelText("example.uncertainty_table"))
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.unit")),
          MarkdownColumn(context.labelText("example.deviation"), alignment: .right),
          MarkdownColumn(context.labelText("example.share_weights"), alignment: .right),
          MarkdownColumn(context.labelText("example.share_measurement"), alignment: .right),
          MarkdownColumn(context.labelText("example.share_interaction"), alignment: .right),
        ],
        rows: order.map { position in
          let unit = units[position]
          let deviation = unit.rankVariance.map { context.decimal($0.squareRoot(), places: 2) }
          return [
            .text(unit.name), deviation.map { .text($0) } ?? context.unknown, share(unit.weights),
            share(unit.measurement), share(unit.interaction),
          ]
        })
    }
  }

  private func share(_ share: VarianceShares.Share?) -> Markdown {
    guard let share else { return context.labelText("example.no_variance") }
    let error = share.error.map { " ± " + context.decimal($0 * 100, places: 0) } ?? ""
    return .text(context.decimal(share.value * 100, places: 0) + "%" + error)
  }
}
