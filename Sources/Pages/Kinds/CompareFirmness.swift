internal import GFM
internal import Robustness
internal import Scoring

/// How firm the ranks of the compared provinces are, year by year, and what is missing to say it.
struct CompareFirmness {
  let context: PageContext

  private var compared: [Identifier<Entity>] { context.data.comparedProvinces }

  /// The years in which at least one compared province can be put in order with another unit.
  private var possible: [YearStanding] {
    context.data.rankStability.filter { standing in
      standing.firmness != nil && standing.cut.complete.contains { compared.contains($0.entity) }
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
    for standing in possible {
      guard let firmness = standing.firmness else { continue }
      charts.append(
        try StandingSection(context: context, standing: standing, firmness: firmness).add(to: &body))
    }
    try addTable(to: &body)
    addElsewhere(to: &body)
    return charts
  }

  /// What each compared province has published below the total, newest year first.
  private func addTable(to body: inout MarkdownDocument) throws(MarkdownError) {
    let standings = context.data.rankStability
    let rows = context.data.indexYears.compactMap { year -> [Markdown]? in
      let ofYear = standings.filter { $0.year == year }
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

  private func state(of entity: Identifier<Entity>, in standings: [YearStanding]) -> Markdown? {
    let states = standings.compactMap { standing -> Markdown? in
      guard let unit = standing.cut.units.first(where: { $0.entity == entity }) else { return nil }
      return context.filled(
        "rank.compare_state",
        [
          "kind": context.labelText("rank.kind_" + standing.cut.kind.rawValue),
          "state": StandingGaps(context: context, standings: standings).state(unit, of: standing.cut),
        ])
    }
    return states.isEmpty ? nil : states.joined(separator: "; ")
  }

  private func addElsewhere(to body: inout MarkdownDocument) {
    let shown = Set(possible.map(\.year))
    let others = context.data.rankStability.filter { $0.firmness != nil && !shown.contains($0.year) }
    guard !others.isEmpty else { return }
    let list = others.map { standing in
      let names = context.enumeration(standing.cut.complete.map { context.entity($0.entity) })
      return context.link(.text(String(standing.year)), to: .indexYear(standing.year), anchor: "firmness")
        + " (" + names + ")"
    }
    body.paragraph(context.filled("rank.compare_elsewhere", ["list": list.joined(separator: "; ")]))
  }
}
