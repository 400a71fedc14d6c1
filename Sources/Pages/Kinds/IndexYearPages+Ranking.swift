internal import GFM
internal import Scoring

extension IndexYear {
  /// A province of the published list.
  struct ListedProvince {
    let entity: Identifier<Entity>
    let entries: [ScorecardEntry]
    /// The value; nil when it is not known or rows disagree.
    let score: ExactDecimal?
    /// The rank by the known values of the whole list; nil when a value of the list is missing.
    var computedRank: Int?

    var publishedRank: Int? { entries.compactMap(\.rank).min() }
    var isConflicting: Bool { entries.contains { $0.confidence == .conflict } }
  }

  /// The list by published rank, then value; computed ranks only where every value of the list is known.
  var provinces: [ListedProvince] {
    let rows = Dictionary(
      grouping: context.data.scorecardsOfYear(year).filter { $0.node == .total && $0.applies },
      by: \.entity)
    var provinces = rows.map { entity, entries -> ListedProvince in
      let interval = context.totalInterval(entries)
      return ListedProvince(
        entity: entity, entries: entries, score: interval.flatMap { $0.isExact ? $0.lower : nil })
    }
    provinces.sort { first, second in
      let (one, other) = (first.publishedRank ?? .max, second.publishedRank ?? .max)
      if one != other { return one < other }
      let values = (first.score ?? .zero, second.score ?? .zero)
      return values.0 != values.1 ? values.0 > values.1 : first.entity < second.entity
    }
    if let size = listSize, provinces.count == size, provinces.allSatisfy({ $0.score != nil }) {
      let ranks = CompetitionRanking.ranks(of: provinces.map(\.score), places: 2)
      for index in provinces.indices { provinces[index].computedRank = ranks[index] }
    }
    return provinces
  }

  /// How many provinces the published list holds; nil when no row says so.
  var listSize: Int? {
    context.data.scorecardsOfYear(year).filter { $0.node == .total }
      .compactMap(\.listSize).max()
  }

  func addRanking(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("index.ranking_heading"))
    let provinces = provinces
    guard !provinces.isEmpty else {
      body.paragraph(context.labelText("index.ranking_nothing"))
      return
    }
    body.paragraph(coverage(provinces))
    let hasGroups = edition?.groups.contains { $0.covers(year: year) } ?? false
    let hasComputed = provinces.contains { $0.computedRank != nil }
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
      rows: provinces.map { province in
        var cells = [rankCell(province), context.entity(province.entity), valueCell(province)]
        if hasComputed {
          cells.append(province.computedRank.map { .text(context.whole($0)) } ?? context.unknown)
        }
        if hasGroups { cells.append(groupCell(province)) }
        cells.append(statusCell(province))
        return cells
      })
    if !hasGroups { body.paragraph(context.labelText("index.no_group_bounds")) }
    addNotes(provinces.flatMap { province in province.entries.map { (province.entity, $0.note) } }, to: &body)
  }

  /// How much of the list is known, which limits what the ranks say.
  private func coverage(_ provinces: [ListedProvince]) -> Markdown {
    let scored = provinces.filter { province in province.entries.contains { context.totalText($0) != nil } }
      .count
    let ranked = provinces.filter { $0.publishedRank != nil }.count
    let doubtful = provinces.filter(\.isConflicting).map { context.entity($0.entity) }
    guard let listSize else {
      return context.filled("index.firm_unknown_size", ["scored": .text(context.whole(scored))])
    }
    let key = provinces.contains { $0.computedRank != nil } ? "index.firm_complete" : "index.firm_partial"
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

  private func rankCell(_ province: ListedProvince) -> Markdown {
    var seen: Set<Int> = []
    let ranks = province.entries.filter { $0.rank.map { seen.insert($0).inserted } ?? false }
    guard !ranks.isEmpty else { return context.unknown }
    return ranks.map { entry in
      let text = entry.rank.map { context.rankText($0, of: entry.listSize) } ?? ""
      // A value on the same line already carries the source marks.
      let cited = province.entries.contains { context.totalText($0) != nil && $0.line == entry.line }
      return context.figure(text, of: entry, cited ? [] : entry.citations)
    }.joined(separator: " / ")
  }

  private func valueCell(_ province: ListedProvince) -> Markdown {
    let values = province.entries.compactMap { entry in
      context.totalText(entry).map { context.figure($0, of: entry, entry.citations) }
    }
    return values.isEmpty ? context.unknown : values.joined(separator: " / ")
  }

  private func groupCell(_ province: ListedProvince) -> Markdown {
    guard let interval = context.totalInterval(province.entries), let edition else { return context.unknown }
    let groups = edition.groups(for: interval, year: year)
    guard !groups.isEmpty else { return context.labelText("index.no_group") }
    return .text(groups.map(\.label).joined(separator: " / "))
  }

  private func statusCell(_ province: ListedProvince) -> Markdown {
    let worst = province.entries.map(\.confidence).first(where: context.doubtful)
    return (worst ?? province.entries.first?.confidence).map(context.status) ?? context.unknown
  }
}
