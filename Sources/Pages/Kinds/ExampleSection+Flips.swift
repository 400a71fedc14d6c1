internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// The smallest change of one weight that swaps neighbours.
  func flips() throws(MarkdownError) -> Page.PageContent {
    let all = results.neighbours
    let tied = all.filter { stability.result.units[$0.above].rank == stability.result.units[$0.below].rank }
    let swapping = all.filter { pair in pair.flip?.change != nil && !tied.contains(pair) }
      .sorted { magnitude($0) < magnitude($1) }
    let most = swapping.prefix(20)
    let values = [
      "pairs": context.whole(all.count), "never": context.whole(all.count - swapping.count - tied.count),
      "tied": context.whole(tied.count),
      "fragile": context.whole(swapping.filter { magnitude($0) < 0.05 }.count),
      "shown": context.whole(most.count),
      "first": most.first.map(sentence) ?? "",
    ]
    return try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.flips_lead", values))
      add("flips", values, to: &content) { text in
        SignedBarsChart(
          text: text, unit: .percent,
          rows: most.map { pair in
            let change = pair.flip?.change ?? 0
            return SignedBarsChart.SignedBar(
              label: name(pair.above) + " – " + name(pair.below),
              detail: pair.flip.map { node($0.component) } ?? "",
              amount: ExactDecimal(nearest: change * 100), value: signedPercent(change))
          }
        ).svg
      }
      content.body.paragraph(context.labelText("example.flips_table"))
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.above")),
          MarkdownColumn(context.labelText("example.below")),
          MarkdownColumn(context.labelText("example.component")),
          MarkdownColumn(context.labelText("example.change"), alignment: .right),
        ],
        rows: all.map { pair in
          let flip = pair.flip
          return [
            .text(name(pair.above)), .text(name(pair.below)),
            flip.map { .text(node($0.component)) } ?? .text("–"),
            tied.contains(pair)
              ? context.labelText("example.tied")
              : flip?.change.map { .text(signedPercent($0)) } ?? context.labelText("example.never"),
          ]
        })
    }
  }

  private func magnitude(_ pair: PairFlip) -> Double { pair.flip?.change?.magnitude ?? .infinity }

  private func sentence(_ pair: PairFlip) -> String {
    guard let flip = pair.flip, let change = flip.change else { return "" }
    return context.label(
      "example.flips_first",
      [
        "above": name(pair.above), "below": name(pair.below), "part": node(flip.component),
        "change": signedPercent(change),
      ])
  }

  /// A relative change with its sign: `+3,2%`.
  func signedPercent(_ change: Double) -> String {
    NumberText.signed(ExactDecimal(nearest: change * 100), places: 1, in: context.language) + "%"
  }
}
