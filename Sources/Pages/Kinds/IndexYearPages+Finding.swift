internal import GFM
internal import Scoring

extension IndexYear {
  /// Who leads among the known, and where the compared provinces stand.
  var finding: Markdown {
    let compared = comparedStandings
    var sentences = [leaders]
    let others = compared.known.filter { !first.map(\.entity).contains($0.entity) }.map(place)
    if !others.isEmpty {
      sentences.append(context.filled("year.compared", ["list": others.joined(separator: "; ")]))
    }
    if !compared.unknown.isEmpty {
      let names = compared.unknown.map(context.entity)
      sentences.append(context.filled("year.compared_unknown", ["list": context.enumeration(names)]))
    }
    return sentences.joined(separator: " ")
  }

  /// How much of the country is known, and the national average where one is.
  var coverage: Markdown {
    let ranked = standings.known.filter { $0.rank != nil }.count
    var values = [
      "scored": Markdown.text(context.whole(standings.known.filter(\.hasValue).count)),
      "ranked": .text(context.whole(ranked)),
    ]
    var sentences: [Markdown] = []
    if let size = standings.countrySize {
      let open = max(size - standings.known.count, 0)
      values["size"] = .text(context.whole(size))
      values["unknown"] = .text(context.whole(open))
      sentences.append(context.filled(open == 0 ? "year.known_all" : "year.known", values))
      if let listed = standings.listSize, listed != size {
        sentences.append(context.labelText("year.list_size", ["size": context.whole(listed)]))
      }
    } else {
      sentences.append(context.filled("year.known_open", values))
    }
    if let average { sentences.append(average) }
    if let edition {
      sentences.append(context.filled("year.edition", ["edition": context.editionLink(edition)]))
    }
    let doubtful = standings.known.filter(\.isConflicting).map { context.entity($0.entity) }
    if !doubtful.isEmpty {
      sentences.append(context.filled("year.conflicts", ["list": context.enumeration(doubtful)]))
    }
    return sentences.joined(separator: " ")
  }

  /// The national average; nil when none is known.
  var average: Markdown? {
    let averages = figures.filter { figure in
      figure.measure == .average && figure.node.isEmpty
        && context.data.mention(figure.entity)?.kind == .nation
    }
    guard !averages.isEmpty else { return nil }
    return context.filled("year.average", ["average": context.published(averages)])
  }

  /// Those on the best known rank; empty when no rank is known.
  private var first: [YearStanding] {
    guard let best = standings.known.first?.rank else { return [] }
    return standings.known.filter { $0.rank == best }
  }

  private var leaders: Markdown {
    var values: [String: Markdown] = ["index": .text(name), "year": .text(String(year))]
    guard let leader = first.first else {
      return context.filled(standings.known.isEmpty ? "year.lead_nothing" : "year.lead_no_rank", values)
    }
    values["leaders"] = context.enumeration(first.map { context.entity($0.entity) })
    values["value"] = self.values(leader)
    values["rank"] = .text(ranks(leader, of: standings.listSize))
    let isFirst = leader.rank == 1
    let hasValue = first.allSatisfy(\.hasValue)
    let key =
      isFirst
      ? (hasValue ? "year.lead_first" : "year.lead_first_rank")
      : (hasValue ? "year.lead_best" : "year.lead_best_rank")
    return context.filled(key, values)
  }

  /// A compared province with its rank and value, as it stands in an enumeration.
  private func place(_ standing: YearStanding) -> Markdown {
    let name = context.entity(standing.entity)
    let values = [
      "province": name, "rank": .text(ranks(standing, of: nil)), "value": self.values(standing),
    ]
    if standing.rank == nil { return context.filled("year.place_value", values) }
    return context.filled(standing.hasValue ? "year.place" : "year.place_rank", values)
  }

  /// The distinct ranks of a province, the best first. One that is derived without a value says so; with a value, the
  /// value does.
  private func ranks(_ standing: YearStanding, of size: Int?) -> String {
    let ranked = standing.figures.filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
    var seen: Set<Int> = []
    return ranked.compactMap { figure -> String? in
      guard let rank = figure.rank, seen.insert(rank).inserted else { return nil }
      let text = context.rankText(rank, of: size)
      let isMarked = figure.confidence == .derived && figure.text == nil
      return isMarked ? context.label("year.derived", ["value": text]) : text
    }.joined(separator: " / ")
  }

  /// The distinct values of a province, with their data lines and sources.
  private func values(_ standing: YearStanding) -> Markdown {
    var seen: Set<String> = []
    return standing.figures.compactMap { figure in
      guard let text = figure.text, seen.insert(text).inserted else { return nil }
      return figure.confidence == .derived
        ? context.labelText("year.derived", ["value": text])
        : context.figure(text, at: figure.line, figure.citations)
    }.joined(separator: " / ")
  }

  /// The compared provinces, or what they became part of, that have a figure, by rank; and those that have none.
  var comparedStandings: (known: [YearStanding], unknown: [Identifier<Entity>]) {
    var wanted: Set<Identifier<Entity>> = []
    var unknown: [Identifier<Entity>] = []
    let known = Set(standings.known.map(\.entity))
    for id in context.data.comparedProvinces {
      let found = ([id] + (context.data.mention(id)?.successors ?? [])).filter(known.contains)
      wanted.formUnion(found)
      if found.isEmpty { unknown.append(id) }
    }
    return (standings.known.filter { wanted.contains($0.entity) }, unknown)
  }

  /// The name of a province as it stands in its tile; linked to its page if it has one.
  private func shortName(_ id: Identifier<Entity>) -> Markdown {
    guard let short = standings.shortNames[id] else { return context.entity(id) }
    return context.data.mention(id)?.hasProfile == true
      ? context.link(.text(short), to: .province(id)) : .text(short)
  }

  /// Adds what was not found.
  func addGapsInKnowledge(to body: inout MarkdownDocument) {
    func names(_ entities: [Identifier<Entity>]) -> [String: Markdown] {
      [
        "count": .text(context.whole(entities.count)),
        "list": entities.map(shortName).joined(separator: ", "),
      ]
    }
    var items: [Markdown] = []
    let onlyRanked = standings.known.filter { !$0.hasValue }.map(\.entity)
    let onlyValued = standings.known.filter { $0.rank == nil }.map(\.entity)
    for (key, entities) in [
      ("year.gap_none", standings.unknown), ("year.gap_value", onlyRanked), ("year.gap_rank", onlyValued),
    ] where !entities.isEmpty {
      items.append(context.filled(key, names(entities)))
    }
    if isScored {
      if edition == nil { items.append(context.labelText("index.edition_unknown")) }
      if context.scored(below: .total, year: year).isEmpty {
        items.append(context.labelText("index.scorecards_nothing"))
      }
    }
    items += missingFigures
    guard !items.isEmpty else { return }
    body.heading(2, context.labelText("year.gaps_heading"))
    body.list(items)
  }
}
