internal import GFM
internal import Robustness
internal import Scoring

extension ExampleSection {
  /// The best and worst rank of each unit while no weight moves farther than in the draws.
  func ranges() throws(MarkdownError) -> Page.PageContent {
    let ranges = Dictionary(results.ranges.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = order.compactMap { ranges[$0] }
    let widest = shown.max { ($0.width, -$0.unit) < ($1.width, -$1.unit) }
    let values = [
      "units": context.whole(shown.count), "exact": context.whole(shown.filter(\.isExact).count),
      "share": context.decimal(ExampleResults.rangeShare * 100, places: 0) + "%",
      "fixed": context.whole(shown.filter { $0.width == 0 }.count),
      "widest": widest.map { name($0.unit) } ?? "",
      "best": widest.map { context.whole($0.best.lowerBound) } ?? "",
      "worst": widest.map { context.whole($0.worst.upperBound) } ?? "",
    ]
    return try section { content throws(MarkdownError) in
      content.body.paragraph(context.labelText("example.ranges_lead", values))
      add("ranges", values, to: &content) { text in
        RankIntervalChart(
          text: text, rows: shown.compactMap(rangeRow), ranks: order.count,
          axisTitle: context.label("rank.axis"),
          legend: .init(
            interval: context.label("rank.key_interval"), rank: context.label("rank.key_rank"),
            possible: context.label("example.key_possible"))
        ).svg
      }
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("index.rank"), alignment: .right),
          MarkdownColumn(context.labelText("example.unit")),
          MarkdownColumn(context.labelText("example.best"), alignment: .right),
          MarkdownColumn(context.labelText("example.worst"), alignment: .right),
          MarkdownColumn(context.labelText("rank.interval"), alignment: .right),
        ],
        rows: shown.map { range in
          let unit = stability.result.units[range.unit]
          return [
            unit.rank.map { .text(context.whole($0)) } ?? context.unknown, .text(unit.name),
            .text(bound(range.best)), .text(bound(range.worst)), .text(context.rankInterval(unit.ranks)),
          ]
        })
    }
  }

  private func rangeRow(_ range: RankRange) -> RankIntervalChart.RankIntervalBar? {
    let unit = stability.result.units[range.unit]
    guard let low = unit.ranks.percentile(RankStability.tails.low),
      let high = unit.ranks.percentile(RankStability.tails.high)
    else { return nil }
    let ends = [range.best.lowerBound, range.worst.upperBound].map(context.whole)
    return RankIntervalChart.RankIntervalBar(
      label: unit.name, rank: unit.rank, low: ExactDecimal(nearest: low), high: ExactDecimal(nearest: high),
      possible: range.best.lowerBound...range.worst.upperBound,
      value: ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–"))
  }

  /// A rank, or its proven bounds.
  private func bound(_ ranks: ClosedRange<Int>) -> String {
    if ranks.count == 1 { return context.whole(ranks.lowerBound) }
    return context.label(
      "common.range", ["from": context.whole(ranks.lowerBound), "to": context.whole(ranks.upperBound)])
  }
}

extension RankRange {
  /// The number of ranks between the outer bounds.
  fileprivate var width: Int { worst.upperBound - best.lowerBound }
}
