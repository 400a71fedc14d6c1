internal import GFM
internal import Scoring

/// Every figure of some entities that another source contradicts, with the contradicting statement.
struct ConflictList {
  let context: PageContext
  let entities: [Identifier<Entity>]

  /// One item for each figure, by entity in the order given, then by year, newest first.
  var items: [Markdown] {
    entities.flatMap { entity in
      (outcomes(entity) + published(entity) + scorecards(entity)).sorted { $0.year > $1.year }.map(\.text)
    }
  }

  private struct Item {
    let year: Int
    let text: Markdown
  }

  private func item(
    _ entity: Identifier<Entity>, _ year: Int, subject: Markdown, value: Markdown, _ remark: Markdown?
  ) -> Item {
    let head = Markdown.strong(.text(context.entityName(entity))) + ". " + subject + ": " + value
    return Item(year: year, text: remark.map { head + ". " + $0 } ?? head + ".")
  }

  private func outcomes(_ entity: Identifier<Entity>) -> [Item] {
    context.data.outcomesOfEntity(entity).filter { $0.confidence == .conflict }.compactMap {
      outcome in
      guard let indicator = context.data.indicator(outcome.indicator) else { return nil }
      let value = context.figure(
        context.text(AttainmentWording.value(outcome, unit: indicator.unit)), at: outcome.line,
        outcome.citations)
      return item(
        entity, outcome.year,
        subject: context.link(context.markdown(indicator.name), to: .indicator(indicator.id)) + ", "
          + .text(context.period(outcome)), value: value,
        context.remark(outcome.note, contradictedBy: outcome.contradictedBy, citations: outcome.citations))
    }
  }

  private func published(_ entity: Identifier<Entity>) -> [Item] {
    context.data.publishedOfEntity(entity).filter { $0.confidence == .conflict }.map { figure in
      let name = context.data.indexes.first { $0.id == figure.index }.map { context.text($0.name) }
      var texts: [String] = []
      if let value = figure.value {
        texts.append(
          context.bounded(
            NumberText.value(value, unit: figure.unit, in: context.language), figure.bound))
      }
      if let rank = figure.rank {
        texts.append(
          context.label("index.rank_only", ["rank": context.rankText(rank, of: figure.listSize)]))
      }
      return item(
        entity, figure.year, subject: .text((name ?? figure.index) + " " + String(figure.year)),
        value: context.figure(texts.joined(separator: ", "), at: figure.line, figure.citations),
        context.remark(figure.note, contradictedBy: figure.contradictedBy, citations: figure.citations))
    }
  }

  private func scorecards(_ entity: Identifier<Entity>) -> [Item] {
    context.data.indexYears.flatMap { year -> [Item] in
      guard let analysis = context.data.scorecard(of: entity, year: year) else { return [] }
      return analysis.entries.filter { $0.confidence == .conflict }.map { entry in
        let node = ScoreWording.label(entry.node, edition: analysis.edition)
        let index = context.scorecardIndex.map { context.text($0.name) } ?? ""
        let name = entry.node == .total ? index : index + ", " + context.text(node)
        return item(
          entity, year, subject: context.link(.text(name + " " + String(year)), to: .indexYear(year)),
          value: value(entry),
          context.remark(entry.note, contradictedBy: entry.contradictedBy, citations: entry.citations))
      }
    }
  }

  /// The published points, percentage and rank of a node as one figure.
  private func value(_ entry: ScorecardEntry) -> Markdown {
    var texts: [String] = []
    if let points = entry.points {
      let top = entry.maximum.map { "/" + NumberText.printed($0, in: context.language) } ?? ""
      texts.append(NumberText.printed(points, in: context.language) + top)
    }
    if let percent = entry.percent {
      texts.append(NumberText.value(percent, unit: .percent, in: context.language))
    }
    if let rank = entry.rank {
      texts.append(context.label("index.rank_only", ["rank": context.rankText(rank, of: entry.listSize)]))
    }
    guard !texts.isEmpty else { return context.unknown }
    return context.figure(texts.joined(separator: ", "), at: entry.line, entry.citations)
  }
}
