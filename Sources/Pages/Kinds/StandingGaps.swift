internal import GFM
internal import Robustness
internal import Scoring

/// What is missing to say how firm the order of a year is.
struct StandingGaps {
  let context: PageContext
  let standings: [YearStanding]

  /// One item a cut: how many units have it whole, and what each other one lacks.
  func add(to body: inout MarkdownDocument) {
    let items = standings.compactMap(item)
    guard !items.isEmpty else {
      body.paragraph(context.labelText("rank.nothing_published"))
      return
    }
    let isPossible = standings.contains { $0.firmness != nil }
    body.paragraph(context.labelText(isPossible ? "rank.gaps_others" : "rank.gaps_intro"))
    body.list(items)
  }

  private func item(_ standing: YearStanding) -> Markdown? {
    let cut = standing.cut
    guard !cut.units.isEmpty else { return nil }
    let name = Markdown.strong(context.labelText("rank.kind_" + cut.kind.rawValue))
    var sentences: [Markdown] = []
    if standing.firmness == nil {
      sentences.append(
        context.labelText(
          cut.complete.isEmpty ? "rank.no_unit" : "rank.one_unit",
          ["parts": context.parts(cut.parts.count, cut.kind)]))
      if cut.maxima == nil { sentences.append(context.labelText("rank.maxima_unknown")) }
    }
    let shown = cut.units.filter { standing.firmness == nil || $0.obstacle != nil }
    guard !shown.isEmpty else { return nil }
    let list = shown.map { context.entity($0.entity) + " " + state($0, of: cut) }
    return name + ". " + (sentences + [list.joined(separator: "; ") + "."]).joined(separator: " ")
  }

  /// How much is known of one unit, and what keeps it from taking part: `mới biết 2/8`.
  func state(_ unit: YearCut.UnitPoints, of cut: YearCut) -> Markdown {
    let counts = ["known": context.whole(unit.knownCount), "all": context.whole(cut.parts.count)]
    guard let obstacle = unit.obstacle else { return context.labelText("rank.state_complete", counts) }
    return context.labelText("rank.state_" + obstacle.rawValue, counts)
  }
}

extension IndexYear {
  /// How firm the order is, where the parts of enough units are known, and what is missing where not. The
  /// charts that were drawn.
  func addFirmness(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    body.heading(2, .text(context.label("rank.heading") + " {#firmness}"))
    body.paragraph(
      context.filled(
        "rank.intro",
        ["method": context.link(context.labelText("rank.method_link"), to: .analysis(.intervals))]
      ))
    guard edition != nil else {
      body.paragraph(context.labelText("rank.no_edition"))
      return []
    }
    let standings = context.data.rankStabilityOfYear(year)
    var charts: [Page.Chart] = []
    for standing in standings {
      guard let firmness = standing.firmness else { continue }
      charts.append(
        try StandingSection(context: context, standing: standing, firmness: firmness).add(to: &body))
    }
    StandingGaps(context: context, standings: standings).add(to: &body)
    return charts
  }
}
