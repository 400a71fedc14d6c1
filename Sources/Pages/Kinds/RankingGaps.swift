internal import GFM
internal import Robustness
internal import Scoring

/// The data that are missing to assess the stability of the ranks of a year.
struct RankingGaps {
  let context: PageContext
  let rankings: [YearRanking]

  /// Adds one item per breakdown: how complete its units are and what keeps each one out.
  func add(to body: inout MarkdownDocument) {
    let items = rankings.compactMap(item)
    guard !items.isEmpty else {
      body.paragraph(context.labelText("rank.nothing_published"))
      return
    }
    let isPossible = rankings.contains { $0.stability != nil }
    body.paragraph(context.labelText(isPossible ? "rank.gaps_others" : "rank.gaps_intro"))
    body.list(items)
  }

  private func item(_ ranking: YearRanking) -> Markdown? {
    let breakdown = ranking.breakdown
    guard !breakdown.units.isEmpty else { return nil }
    let name = Markdown.strong(context.labelText("rank.kind_" + breakdown.kind.rawValue))
    var sentences: [Markdown] = []
    if ranking.stability == nil {
      sentences.append(
        context.labelText(
          breakdown.complete.isEmpty ? "rank.no_unit" : "rank.one_unit",
          ["parts": context.parts(breakdown.parts.count, breakdown.kind)]))
      if breakdown.maxima == nil { sentences.append(context.labelText("rank.maxima_unknown")) }
    }
    let shown = breakdown.units.filter { ranking.stability == nil || $0.obstacle != nil }
    guard !shown.isEmpty else { return nil }
    let list = shown.map { context.entity($0.entity) + " " + state($0, of: breakdown) }
    return name + ". " + (sentences + [list.joined(separator: "; ") + "."]).joined(separator: " ")
  }

  /// How many parts of a unit are known and what keeps it out of the ranking: `mới biết 2/8`.
  func state(_ unit: YearBreakdown.UnitPoints, of breakdown: YearBreakdown) -> Markdown {
    let counts = ["known": context.whole(unit.knownCount), "all": context.whole(breakdown.parts.count)]
    guard let obstacle = unit.obstacle else { return context.labelText("rank.state_complete", counts) }
    return context.labelText("rank.state_" + obstacle.rawValue, counts)
  }
}

extension IndexYear {
  /// Adds the stability of the ranks where enough is known and what is missing where not, folded, and returns the
  /// charts.
  func addStability(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    var charts: [Page.Chart] = []
    try body.details(2, .text(context.label("rank.heading") + " {#firmness}")) { body throws(MarkdownError) in
      charts = try addRanks(to: &body)
    }
    return charts
  }

  private func addRanks(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    body.paragraph(
      context.filled(
        "rank.intro",
        ["method": context.link(context.labelText("rank.method_link"), to: .analysis(.intervals))]
      ))
    guard edition != nil else {
      body.paragraph(context.labelText("rank.no_edition"))
      return []
    }
    let rankings = context.data.rankStabilityOfYear(year)
    var charts: [Page.Chart] = []
    for ranking in rankings {
      guard let stability = ranking.stability else { continue }
      charts.append(
        try YearRankingSection(context: context, ranking: ranking, stability: stability).add(to: &body))
    }
    RankingGaps(context: context, rankings: rankings).add(to: &body)
    return charts
  }
}
