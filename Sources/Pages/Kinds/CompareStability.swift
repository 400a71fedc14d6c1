internal import GFM
internal import Robustness
internal import Scoring

/// The stability of the ranks of the compared provinces, year by year, and the data that are missing to assess it.
struct CompareStability {
  let context: PageContext

  private var compared: [Identifier<Entity>] { context.data.comparedProvinces }

  /// The rankings of known stability that include at least one compared province.
  private var comparable: [YearRanking] {
    context.data.rankStability.filter { ranking in
      ranking.stability != nil && ranking.breakdown.complete.contains { compared.contains($0.entity) }
    }
  }

  /// Adds the section and returns its charts.
  func add(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    body.heading(2, .text(context.label("rank.heading") + " {#firmness}"))
    body.paragraph(
      context.filled(
        "rank.intro",
        ["method": context.link(context.labelText("rank.method_link"), to: .analysis(.intervals))]))
    var charts: [Page.Chart] = []
    let comparable = comparable
    body.paragraph(context.labelText(comparable.isEmpty ? "rank.compare_none" : "rank.compare_some"))
    for ranking in comparable {
      guard let stability = ranking.stability else { continue }
      charts.append(
        try YearRankingSection(context: context, ranking: ranking, stability: stability).add(to: &body))
    }
    try addTable(to: &body)
    addOtherYears(to: &body)
    return charts
  }

  /// How much of the points of each compared province is published, newest year first.
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
      columns: context.columns(of: compared, first: context.labelText("index.year")), rows: rows)
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

  private func addOtherYears(to body: inout MarkdownDocument) {
    let shown = Set(comparable.map(\.year))
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
