internal import GFM
internal import Robustness
internal import Scoring

/// The ranks of the units of one year with a complete breakdown, and their stability.
struct YearRankingSection {
  let context: PageContext
  let ranking: YearRanking
  let stability: RankStability

  private var breakdown: YearBreakdown { ranking.breakdown }
  private var units: [YearBreakdown.UnitPoints] { breakdown.complete }
  private var count: String { context.whole(units.count) }

  /// Adds the section and returns its chart.
  func add(to body: inout MarkdownDocument) throws(MarkdownError) -> Page.Chart {
    let names = context.enumeration(stability.order.map { context.entity(units[$0].entity) })
    let values: [String: Markdown] = [
      "count": .text(count), "parts": .text(context.parts(breakdown.parts.count, breakdown.kind)),
      "year": .text(String(ranking.year)), "names": names,
    ]
    body.heading(3, context.filled("rank.cut_heading", values))
    body.quote(.strong(context.filled("rank.not_national", values)) + " " + nationalList)
    try body.table(columns: columns, rows: stability.order.map(row))
    let chart = chart
    body.append(chart.document)
    body.list(sentences)
    body.paragraph(context.prior(stability))
    body.paragraph(context.filled("rank.points_intro", values))
    try addPoints(to: &body, caption: context.filled("rank.points_caption", values))
    return chart.chart
  }

  private var nationalList: Markdown {
    let sizes = context.data.scorecardsOfYear(ranking.year).filter { $0.node == .total }
      .compactMap(\.listSize)
    guard let size = sizes.max() else { return context.labelText("rank.national_unknown") }
    return context.labelText("rank.national_size", ["size": context.whole(size)])
  }

  private var columns: [MarkdownColumn] {
    [
      MarkdownColumn(
        context.labelText("rank.within", ["count": count]), alignment: .right),
      MarkdownColumn(context.labelText("index.province")),
      MarkdownColumn(context.labelText("rank.interval"), alignment: .right),
      MarkdownColumn(context.labelText("rank.sum"), alignment: .right),
      MarkdownColumn(context.labelText("rank.national"), alignment: .right),
    ]
  }

  private func row(_ position: Int) -> [Markdown] {
    let unit = units[position]
    let found = stability.result.units[position]
    return [
      found.rank.map { .text(context.whole($0)) } ?? context.unknown, context.entity(unit.entity),
      .text(context.rankInterval(found.ranks)),
      unit.total.map { .text(NumberText.decimal($0, places: 2, in: context.language)) } ?? context.unknown,
      nationalRank(unit.entity),
    ]
  }

  private func nationalRank(_ entity: Identifier<Entity>) -> Markdown {
    let ranked = context.totals(of: entity, year: ranking.year).filter { $0.rank != nil }
    guard !ranked.isEmpty else { return context.unknown }
    return ranked.map { entry in
      context.figure(
        entry.rank.map { context.rankText($0, of: entry.listSize) } ?? "", at: entry.line, entry.citations)
    }.joined(separator: " / ")
  }

  private var chart: PageContext.ChartBlock {
    let names = stability.order.map { position in
      let found = stability.result.units[position]
      return context.label(
        "rank.chart_unit",
        [
          "name": context.entityName(units[position].entity), "rank": context.whole(found.rank ?? 0),
          "interval": context.rankInterval(found.ranks),
        ])
    }
    let values = [
      "count": count, "parts": context.parts(breakdown.parts.count, breakdown.kind),
      "year": String(ranking.year),
      "list": names.joined(separator: "; "),
    ]
    return context.rankChart(
      stability, name: "rank-\(ranking.year)-\(breakdown.kind.rawValue)", of: .indexYear(ranking.year),
      title: context.label("rank.chart_title", values),
      alternative: context.label("rank.chart_alternative", values),
      note: context.label("rank.chart_note", values), caption: context.label("rank.chart_caption", values)
    ) { context.entityName(units[$0].entity) }
  }

  /// One sentence per pair, in rank order, with the smallest change of a weight that swaps it.
  private var sentences: [Markdown] {
    stability.flips.compactMap { pair in
      guard let told = context.pairSentence(stability, pair, name: { context.entity(units[$0].entity) })
      else { return nil }
      return told + " "
        + context.flipSentence(pair) { node in
          let code = NodeCode(stability.index.nodes[node].code)
          return code.map { context.text(ScoreWording.label($0, edition: breakdown.edition)) } ?? ""
        }
    }
  }

  /// The points that were compared, each with its line and sources.
  private func addPoints(to body: inout MarkdownDocument, caption: Markdown) throws(MarkdownError) {
    let maxima = breakdown.maxima ?? []
    let columns = zip(breakdown.parts, maxima).map { part, maximum in
      let name = context.text(ScoreWording.label(part, edition: breakdown.edition))
      return MarkdownColumn(
        context.labelText(
          "rank.part_column", ["part": name.capitalizedFirst, "maximum": context.exact(maximum)]),
        alignment: .right)
    }
    try body.table(
      caption: caption, columns: [MarkdownColumn(context.labelText("index.province"))] + columns,
      rows: stability.order.map { position in
        let unit = units[position]
        return [context.entity(unit.entity)]
          + zip(breakdown.parts, unit.points).map { points($1, of: $0, in: unit) }
      })
  }

  private func points(_ points: ExactDecimal?, of part: ScoreKey, in unit: YearBreakdown.UnitPoints)
    -> Markdown
  {
    guard let points else { return context.unknown }
    let number = NumberText.decimal(points, places: 2, in: context.language)
    let entries = unit.analysis[part]?.entries ?? []
    if let entry = entries.first(where: { $0.points != nil }) {
      let printed = entry.points.map { NumberText.printed($0, in: context.language) } ?? number
      return context.figure(printed, of: entry, entry.citations)
    }
    if let entry = entries.first(where: { $0.percent != nil }), let percent = entry.percent {
      let printed = NumberText.value(percent, unit: .percent, in: context.language)
      return context.figure(printed, of: entry, entry.citations) + " = " + .text(number)
    }
    return context.labelText("index.follows", ["value": number])
  }
}
