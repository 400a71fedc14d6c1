internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// Ranks under changed weights.
  func intervals() throws(MarkdownError) -> Page.PageContent {
    try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.intervals_lead", intervalValues))
      add("intervals", intervalValues, to: &content) { text in
        RankIntervalChart(
          text: text, rows: order.compactMap(intervalRow), ranks: order.count,
          axisTitle: context.label("rank.axis"),
          legend: .init(
            interval: context.label("rank.key_interval"), rank: context.label("rank.key_rank"))
        ).svg
      }
      content.body.paragraph(context.prior(stability))
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("index.rank"), alignment: .right),
          MarkdownColumn(context.labelText("example.unit")),
          MarkdownColumn(context.labelText("index.points"), alignment: .right),
          MarkdownColumn(context.labelText("rank.interval"), alignment: .right),
          MarkdownColumn(context.labelText("example.median"), alignment: .right),
          MarkdownColumn(context.labelText("example.mean"), alignment: .right),
        ],
        rows: order.map(intervalCells))
    }
  }

  private func intervalRow(_ position: Int) -> RankIntervalChart.RankIntervalBar? {
    let unit = stability.result.units[position]
    guard let ends = ends(position) else { return nil }
    return RankIntervalChart.RankIntervalBar(
      label: unit.name, rank: unit.rank, low: ExactDecimal(nearest: ends.low),
      high: ExactDecimal(nearest: ends.high), value: context.rankInterval(unit.ranks))
  }

  private func ends(_ position: Int) -> (low: Double, high: Double)? {
    let ranks = stability.result.units[position].ranks
    guard let low = ranks.percentile(RankStability.tails.low),
      let high = ranks.percentile(RankStability.tails.high)
    else { return nil }
    return (low, high)
  }

  private func intervalCells(_ position: Int) -> [Markdown] {
    let unit = stability.result.units[position]
    let mean = unit.ranks.mean.map { mean in
      context.decimal(mean, places: 2) + " ± " + context.decimal(unit.ranks.meanError ?? 0, places: 2)
    }
    let cells = [
      unit.rank.map(context.whole), unit.name, unit.score.map { context.decimal($0, places: 2) },
      context.rankInterval(unit.ranks),
      unit.ranks.percentile(0.5).map { NumberText.exact(ExactDecimal(nearest: $0), in: context.language) },
      mean,
    ]
    return cells.map { $0.map { .text($0) } ?? context.unknown }
  }

  /// The values of the page's texts on the widest interval and the number of narrow ones.
  private var intervalValues: [String: String] {
    let widths = order.map { position in ends(position).map { $0.high - $0.low } ?? 0 }
    let widest = widths.indices.max { (widths[$0], -$0) < (widths[$1], -$1) }.map { order[$0] }
    let firm = widths.filter { $0 <= 2 }.count
    return [
      "units": context.whole(order.count), "firm": context.whole(firm),
      "widest": widest.map(name) ?? "",
      "rank": widest.flatMap { stability.result.units[$0].rank }.map(context.whole) ?? "",
      "interval": widest.map { context.rankInterval(stability.result.units[$0].ranks) } ?? "",
    ]
  }

  /// Pairs of neighbours, and the groups that cannot be told apart.
  func pairs() throws(MarkdownError) -> Page.PageContent {
    let told = results.neighbours.filter { !isOpen($0) }.count
    let place = Dictionary(zip(order, order.indices.map { $0 + 1 }), uniquingKeysWith: { first, _ in first })
    let largest = results.groups.map(\.count).max() ?? 0
    let values = [
      "told": context.whole(told), "pairs": context.whole(results.neighbours.count),
      "groups": context.whole(results.groups.count), "largest": context.whole(largest),
      "level": context.decimal(RankStability.level * 100, places: 0) + "%",
    ]
    return try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.pairs_lead", values))
      add("groups", values, to: &content) { text in
        RankIntervalChart(
          text: text,
          rows: results.groups.compactMap { group in
            guard let first = group.first, let last = group.last, let low = place[first],
              let high = place[last]
            else { return nil }
            return RankIntervalChart.RankIntervalBar(
              label: name(first) + " – " + name(last), rank: nil, low: ExactDecimal(low),
              high: ExactDecimal(high), value: context.whole(group.count))
          },
          ranks: order.count, axisTitle: context.label("example.place"),
          legend: .init(interval: context.label("example.key_group", values))
        ).svg
      }
      if !results.pairsOutsideGroups.isEmpty {
        let pairs = results.pairsOutsideGroups.map { $0.map(name).joined(separator: " – ") }
        let outside = ["outside": context.whole(pairs.count), "list": pairs.joined(separator: ", ")]
        content.body.paragraph(
          context.labelText("example.pairs_outside", values.merging(outside) { $1 }))
      }
      content.body.list(
        results.neighbours.filter(isOpen).prefix(3).compactMap { pair in
          context.pairSentence(stability, pair) { .text(name($0)) }
        })
      content.body.paragraph(context.labelText("example.pairs_table"))
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.above")),
          MarkdownColumn(context.labelText("example.below")),
          MarkdownColumn(context.labelText("example.share"), alignment: .right),
          MarkdownColumn(context.labelText("example.verdict", values)),
        ],
        rows: results.neighbours.map(pairCells))
    }
  }

  private func isOpen(_ pair: PairFlip) -> Bool {
    stability.result.pairs?.cannotBeToldApart(pair.above, pair.below, level: RankStability.level) ?? true
  }

  private func pairCells(_ pair: PairFlip) -> [Markdown] {
    let share = stability.result.pairs?.share(of: pair.above, above: pair.below)
    let error = share.flatMap {
      RankDistribution.shareError($0, draws: stability.result.pairs?.draws ?? 0)
    }
    let text = share.map {
      context.percent($0) + " ± " + context.decimal((error ?? 0) * 100, places: 1)
    }
    return [
      .text(name(pair.above)), .text(name(pair.below)), text.map { .text($0) } ?? context.unknown,
      context.labelText(isOpen(pair) ? "example.open" : "example.told"),
    ]
  }
}
