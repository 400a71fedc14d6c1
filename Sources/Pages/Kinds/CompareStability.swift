internal import GFM
internal import Robustness
internal import Scoring

/// How firm the ranks of the compared provinces are, year by year, and what is missing to say it.
struct CompareStability {
  let context: PageContext

  private var compared: [Identifier<Entity>] { context.data.comparedProvinces }

  /// The years in which at least one compared province can be put in order with another unit.
  private var possible: [YearRanking] {
    context.data.rankStability.filter { ranking in
      ranking.stability != nil && ranking.breakdown.complete.contains { compared.contains($0.entity) }
    }
  }

  /// Adds the section; the charts that were drawn.
  func add(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    body.heading(2, .text(context.label("rank.heading") + " {#firmness}"))
    body.paragraph(
      context.filled(
        "rank.intro",
        ["method": context.link(context.labelText("rank.method_link"), to: .analysis(.intervals))]))
    var charts: [Page.Chart] = []
    let possible = possible
    body.paragraph(context.labelText(possible.isEmpty ? "rank.compare_none" : "rank.compare_some"))
    for ranking in possible {
      guard let stability = ranking.stability else { continue }
      charts.append(
        try YearRankingSection(context: context, ranking: ranking, stability: stability).add(to: &body))
    }
    try addTable(to: &body)
    addElsewhere(to: &body)
    return charts
  }

  /// What each compared province has published below the total, newest year first.
  private func addTable(to body: inout MarkdownDocument) throws(MarkdownError) {
    let rankings = context.data.rankStability
    let rows = context.data.indexYears.compactMap { year -> [Markdown]? in
      let ofYear = rankings.filter { $0.year == year }
      let cells = compared.map { state(of: $0, in: ofYear) }
      guard cells.contains(where: { $0 != nil }) else { return nil }
      return [context.link(.text(String(year)), to: .indexYear(year), anchor: "firmness")]
        + cells.map { $0 ?? context.labelText("rank.compare_nothing") }
    }
    guard !rows.isEmpty else { return }
    try body.table(
      columns: [MarkdownColumn(context.labelText("index.year"))]
        + compared.map { MarkdownColumn(.text(context.entityName($0))) },
      rows: rows)
  }

  private func state(of entity: Identifier<Entity>, in rankings: [YearRanking]) -> Markdown? {
    let states = rankings.compactMap { ranking -> Markdown? in
      guard let unit = ranking.breakdown.units.first(where: { $0.entity == entity }) else { return nil }
      return context.filled(
        "rank.compare_state",
        [
          "kind": context.labelText("rank.kind_" + ranking.breakdown.kind.rawValue),
          "state": RankingGaps(context: context, rankings: rankings).state(unit, of: ranking.breakdown),
        ])
    }
    return states.isEmpty ? nil : states.joined(separator: "; ")
  }

  private func addElsewhere(to body: inout MarkdownDocument) {
    let shown = Set(possible.map(\.year))
    let others = context.data.rankStability.filter { $0.stability != nil && !shown.contains($0.year) }
    guard !others.isEmpty else { return }
    let list = others.map { ranking in
      let names = context.enumeration(ranking.breakdown.complete.map { context.entity($0.entity) })
      return context.link(.text(String(ranking.year)), to: .indexYear(ranking.year), anchor: "firmness")
        + " (" + names + ")"
    }
    body.paragraph(context.filled("rank.compare_elsewhere", ["list": list.joined(separator: "; ")]))
  }
}
