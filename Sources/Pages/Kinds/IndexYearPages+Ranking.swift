internal import GFM
internal import Scoring

extension IndexYear {
  /// A province of the published list, as far as it is known.
  struct Place {
    let entity: Identifier<Entity>
    let entries: [ScorecardEntry]
    /// The value, nil when it is not known or rows disagree.
    let score: ExactDecimal?
    /// The rank by the known values of the whole list; nil when a value of the list is missing.
    var computedRank: Int?

    var publishedRank: Int? { entries.compactMap(\.rank).min() }
    var isConflicting: Bool { entries.contains { $0.confidence == .conflict } }
  }

  /// The list by published rank, then value; computed ranks only where every value of the list is known.
  package var places: [Place] {
    let rows = Dictionary(
      grouping: context.data.scorecardsOfYear(year).filter { $0.node == .total && $0.applies },
      by: \.entity)
    var places = rows.map { entity, entries -> Place in
      let interval = context.totalInterval(entries)
      return Place(
        entity: entity, entries: entries, score: interval.flatMap { $0.isExact ? $0.lower : nil })
    }
    places.sort { first, second in
      let (one, other) = (first.publishedRank ?? .max, second.publishedRank ?? .max)
      if one != other { return one < other }
      let values = (first.score ?? .zero, second.score ?? .zero)
      return values.0 != values.1 ? values.0 > values.1 : first.entity < second.entity
    }
    if let size = listSize, places.count == size, places.allSatisfy({ $0.score != nil }) {
      let ranks = CompetitionRanking.ranks(of: places.map(\.score), places: 2)
      for index in places.indices { places[index].computedRank = ranks[index] }
    }
    return places
  }

  /// How many provinces the published list holds; nil when no row says so.
  package var listSize: Int? {
    context.data.scorecardsOfYear(year).filter { $0.node == .total }
      .compactMap(\.listSize).max()
  }

  func addRanking(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("index.ranking_heading"))
    let places = places
    guard !places.isEmpty else {
      body.paragraph(context.labelText("index.ranking_nothing"))
      return
    }
    body.paragraph(stability(places))
    let hasGroups = edition?.groups.contains { $0.covers(year: year) } ?? false
    let hasComputed = places.contains { $0.computedRank != nil }
    var columns = [
      MarkdownColumn(context.labelText("index.rank"), alignment: .right),
      MarkdownColumn(context.labelText("index.province")),
      MarkdownColumn(context.labelText("index.value"), alignment: .right),
    ]
    if hasComputed {
      columns.append(MarkdownColumn(context.labelText("index.computed_rank"), alignment: .right))
    }
    if hasGroups { columns.append(MarkdownColumn(context.labelText("index.group"))) }
    columns.append(MarkdownColumn(context.labelText("index.backing")))
    try body.table(
      columns: columns,
      rows: places.map { place in
        var cells = [rankCell(place), context.entity(place.entity), valueCell(place)]
        if hasComputed {
          cells.append(place.computedRank.map { .text(context.whole($0)) } ?? context.unknown)
        }
        if hasGroups { cells.append(groupCell(place)) }
        cells.append(statusCell(place))
        return cells
      })
    if !hasGroups { body.paragraph(context.labelText("index.no_group_bounds")) }
    addNotes(places.flatMap { place in place.entries.map { (place.entity, $0.note) } }, to: &body)
  }

  /// How many of the list are known, and so how firm the ranks are.
  private func stability(_ places: [Place]) -> Markdown {
    let scored = places.filter { place in place.entries.contains { context.totalText($0) != nil } }.count
    let ranked = places.filter { $0.publishedRank != nil }.count
    let doubtful = places.filter(\.isConflicting).map { context.entity($0.entity) }
    guard let listSize else {
      return context.filled("index.firm_unknown_size", ["scored": .text(context.whole(scored))])
    }
    let key = places.contains { $0.computedRank != nil } ? "index.firm_complete" : "index.firm_partial"
    let text = context.filled(
      key,
      [
        "scored": .text(context.whole(scored)), "ranked": .text(context.whole(ranked)),
        "size": .text(context.whole(listSize)),
      ])
    if doubtful.isEmpty { return text }
    return text + " "
      + context.filled("index.firm_conflicts", ["provinces": context.enumeration(doubtful)])
  }

  private func rankCell(_ place: Place) -> Markdown {
    var seen: Set<Int> = []
    let ranks = place.entries.filter { $0.rank.map { seen.insert($0).inserted } ?? false }
    guard !ranks.isEmpty else { return context.unknown }
    return ranks.map { entry in
      let text = entry.rank.map { context.rankText($0, of: entry.listSize) } ?? ""
      // The value beside it carries the marks of the sources where there is one.
      let cited = place.entries.contains { context.totalText($0) != nil && $0.line == entry.line }
      return context.figure(text, at: entry.line, cited ? [] : entry.citations)
    }.joined(separator: " / ")
  }

  private func valueCell(_ place: Place) -> Markdown {
    let values = place.entries.compactMap { entry in
      context.totalText(entry).map { context.figure($0, at: entry.line, entry.citations) }
    }
    return values.isEmpty ? context.unknown : values.joined(separator: " / ")
  }

  private func groupCell(_ place: Place) -> Markdown {
    guard let interval = context.totalInterval(place.entries), let edition else { return context.unknown }
    let groups = edition.groups(for: interval, year: year)
    guard !groups.isEmpty else { return context.labelText("index.no_group") }
    return .text(groups.map(\.label).joined(separator: " / "))
  }

  private func statusCell(_ place: Place) -> Markdown {
    let worst = place.entries.map(\.confidence).first(where: context.doubtful)
    return (worst ?? place.entries.first?.confidence).map(context.status) ?? context.unknown
  }
}
