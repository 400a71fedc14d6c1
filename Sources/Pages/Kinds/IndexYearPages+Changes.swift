internal import GFM
internal import Scoring

extension IndexYear {
  private func analysis(_ entity: Identifier<Entity>, _ year: Int) -> ScorecardAnalysis? {
    context.data.scorecard(of: entity, year: year)
  }

  private func signed(_ interval: Interval) -> String {
    func text(_ value: ExactDecimal) -> String {
      NumberText.signed(value, places: 2, in: context.language)
    }
    guard !interval.isExact else { return text(interval.lower) }
    let outward = interval.roundedOutward(places: 2)
    return context.label("common.range", ["from": text(outward.lower), "to": text(outward.upper)])
  }

  /// Adds the gaps between compared provinces with a known value, and their split by component where it is known,
  /// folded.
  func addGaps(to body: inout MarkdownDocument) throws(MarkdownError) {
    let known = context.data.comparedProvinces.compactMap { id in
      context.totalInterval(context.totals(of: id, year: year)).map { (id: id, value: $0) }
    }.sorted { $0.value.middle > $1.value.middle }
    guard known.count > 1 else { return }
    var rows: [[Markdown]] = []
    for (index, first) in known.enumerated() {
      for second in known[(index + 1)...] {
        let sources = [first.id, second.id].flatMap { context.totals(of: $0, year: year) }
          .flatMap { $0.citations.prefix(1) }
        rows.append([
          context.entity(first.id) + " − " + context.entity(second.id),
          .text(signed(first.value - second.value)) + " " + context.cites(sources),
          split(first.id, second.id),
        ])
      }
    }
    try body.details(2, context.labelText("index.gaps_heading")) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("index.pair")),
          MarkdownColumn(context.labelText("index.gap_points"), alignment: .right),
          MarkdownColumn(context.labelText("index.split")),
        ],
        rows: rows)
    }
  }

  private func split(_ first: Identifier<Entity>, _ second: Identifier<Entity>) -> Markdown {
    guard let one = analysis(first, year), let other = analysis(second, year),
      let shares = Contributions.toGap(one, other)
    else { return context.labelText("index.split_conflict") }
    let known = shares.filter { if case .node = $0.part { true } else { false } }
    guard !known.isEmpty else { return context.labelText("index.split_unknown") }
    return shares.map { share in
      let amount = NumberText.signed(share.points, places: 2, in: context.language)
      return .text(partName(share.part) + " " + amount)
    }.joined(separator: "; ")
  }

  private func partName(_ part: Contribution.ContributionPart) -> String {
    switch part {
    case .node(let code): code.description
    case .together(let codes):
      context.text(ScoreWording.list(codes.map { ScoreKey($0) }, edition: edition))
    }
  }

  /// Adds what the changes against the year before consist of, folded. Where a new edition began, the values of both
  /// years stand there too, marked, because the ranking shows no change.
  func addChanges(to body: inout MarkdownDocument) throws(MarkdownError) {
    let before = year - 1
    let units = Set(context.data.scorecardsOfYear(year).map(\.entity))
    let rows = context.data.entityOrder.filter(units.contains).compactMap {
      id -> (Identifier<Entity>, Interval, Interval)? in
      guard let old = context.totalInterval(context.totals(of: id, year: before)),
        let new = context.totalInterval(context.totals(of: id, year: year))
      else { return nil }
      return (id, old, new)
    }
    let explained = rows.compactMap { explanation($0.0, from: before) }
    let crosses = !isComparedWithYearBefore
    guard crosses ? !rows.isEmpty : !explained.isEmpty else { return }
    let heading = context.labelText("index.changes_heading", ["year": String(before)])
    try body.details(2, heading) { body throws(MarkdownError) in
      if crosses { try addCrossing(rows, before: before, to: &body) }
      if explained.isEmpty { body.paragraph(context.labelText("index.changes_no_split_cross")) }
      body.list(explained)
    }
  }

  /// Adds changes across editions, each with its mark.
  private func addCrossing(
    _ rows: [(Identifier<Entity>, Interval, Interval)], before: Int, to body: inout MarkdownDocument
  ) throws(MarkdownError) {
    body.quote(
      context.breakMark(context.label("index.break_mark")) + " "
        + context.filled(
          "index.changes_cross",
          ["before": context.editionLink(forYear: before), "now": context.editionLink(forYear: year)]))
    let mark = context.breakMark(context.label("index.break_short"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("index.province")),
        MarkdownColumn(.text(String(before)), alignment: .right),
        MarkdownColumn(.text(String(year)), alignment: .right),
        MarkdownColumn(context.labelText("index.change"), alignment: .right),
      ],
      rows: rows.map { id, old, new in
        [
          context.entity(id), values(id, before), values(id, year), .text(signed(new - old)) + " " + mark,
        ]
      })
  }

  /// The printed values of a province and year, conflicting ones side by side.
  private func values(_ id: Identifier<Entity>, _ year: Int) -> Markdown {
    context.totals(of: id, year: year).compactMap { entry in
      context.totalText(entry).map { context.figure($0, at: entry.line, entry.citations) }
    }.joined(separator: " / ")
  }

  /// The change split into performance and weights; nil when no component is known in both years.
  private func explanation(_ id: Identifier<Entity>, from before: Int) -> Markdown? {
    guard let old = analysis(id, before), let new = analysis(id, year),
      let change = ScoreChange(from: old, to: new), !change.parts.isEmpty
    else { return nil }
    func signed(_ value: ExactDecimal) -> String {
      NumberText.signed(value, places: 2, in: context.language)
    }
    let parts = change.parts.map { part in
      context.label(
        "index.change_part",
        [
          "component": part.component.description, "performance": signed(part.performance),
          "weights": signed(part.weights),
        ])
    }
    return context.filled(
      "index.change_split",
      [
        "province": context.entity(id), "change": .text(signed(change.change)),
        "parts": .text(parts.joined(separator: "; ")), "rest": .text(signed(change.unexplained)),
      ])
  }
}
