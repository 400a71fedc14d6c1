package import GFM
package import Robustness
internal import Scoring

extension PageContext {
  /// A computed number with a fixed count of decimals.
  package func decimal(_ value: Double, places: Int) -> String {
    NumberText.decimal(ExactDecimal(nearest: value), places: places, in: language)
  }

  /// A share between 0 and 1 in percent with one decimal: `93,4%`.
  package func percent(_ share: Double) -> String { decimal(share * 100, places: 1) + "%" }

  /// `8 lĩnh vực` or `4 khối điểm`.
  package func parts(_ count: Int, _ kind: YearBreakdown.BreakdownKind) -> String {
    label("rank.parts_" + kind.rawValue, ["count": whole(count)])
  }

  /// The 5th to the 95th percentile of a rank: `1–2`, or the one rank where both are the same.
  func rankInterval(_ ranks: RankDistribution) -> String {
    guard let low = ranks.percentile(RankStability.tails.low),
      let high = ranks.percentile(RankStability.tails.high)
    else { return label("common.unknown") }
    let ends = [low, high].map { rank($0) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }

  /// A rank or a value between two, to one decimal: `3` or `3,5`.
  private func rank(_ value: Double) -> String {
    let tenth = ExactDecimal(nearest: value).rounded(places: 1)
    return NumberText.exact(tenth, in: language)
  }

  /// How the weights were drawn.
  package func prior(_ stability: RankStability) -> Markdown {
    let settings = stability.settings
    var share = ""
    if case .uniform(let most) = settings.prior { share = decimal(most * 100, places: 0) + "%" }
    return filled(
      "rank.prior",
      [
        "share": .text(share), "draws": .text(whole(stability.result.draws)),
        "excluded": .text(whole(stability.result.excluded.values.reduce(0, +))),
        "seed": .text("\(settings.seed)"),
        "method": link(labelText("rank.method_link"), to: .analysis(.intervals)),
      ])
  }

  /// Whether two units can be told apart, and how often one is above the other; nil without draws.
  func pairSentence(_ stability: RankStability, _ pair: PairFlip, name: (Int) -> Markdown) -> Markdown? {
    guard let pairs = stability.result.pairs, let share = pairs.share(of: pair.above, above: pair.below),
      let error = RankDistribution.shareError(share, draws: pairs.draws)
    else { return nil }
    if share == 1 {
      return filled("rank.pair_always", ["above": name(pair.above), "below": name(pair.below)])
    }
    let isOpen = pairs.cannotBeToldApart(pair.above, pair.below, level: RankStability.level)
    return filled(
      isOpen ? "rank.pair_open" : "rank.pair_told",
      [
        "above": name(pair.above), "below": name(pair.below), "share": .text(percent(share)),
        "error": .text(decimal(error * 100, places: 1)),
        "level": .text(decimal(RankStability.level * 100, places: 0) + "%"),
      ])
  }

  /// The smallest change of one weight that swaps two units.
  func flipSentence(_ pair: PairFlip, part: (Int) -> String) -> Markdown {
    guard let flip = pair.flip, let change = flip.change else { return labelText("rank.flip_never") }
    let values = ["part": part(flip.component), "change": percent(change.magnitude)]
    return labelText(change < 0 ? "rank.flip_less" : "rank.flip_more", values)
  }

  /// A chart of ranks and their intervals, the best unit first.
  func rankChart(
    _ stability: RankStability, name: String, of page: Route, title: String, alternative: String,
    note: String?,
    caption: String, unit: (Int) -> String
  ) -> ChartBlock {
    let rows = stability.order.compactMap { position -> RankIntervalChart.RankIntervalBar? in
      let found = stability.result.units[position]
      guard let low = found.ranks.percentile(RankStability.tails.low),
        let high = found.ranks.percentile(RankStability.tails.high)
      else { return nil }
      return RankIntervalChart.RankIntervalBar(
        label: unit(position), rank: found.rank, low: ExactDecimal(nearest: low),
        high: ExactDecimal(nearest: high), value: rankInterval(found.ranks))
    }
    let chart = RankIntervalChart(
      text: ChartText(title: title, description: alternative, note: note, language: language),
      rows: rows, ranks: stability.order.count, axisTitle: label("rank.axis"),
      legend: .init(interval: label("rank.key_interval"), rank: label("rank.key_rank")))
    return self.chart(name, of: page, svg: chart.svg, alternative: alternative, caption: caption)
  }
}

extension ExactDecimal {
  /// The nearest ten-thousandth of a computed number, clamped to the range of the type.
  package init(nearest value: Double) {
    let scaled = (value * 10_000).rounded()
    self.init(tenThousandths: Int64(exactly: scaled) ?? (scaled > 0 ? .max : .min))
  }
}
