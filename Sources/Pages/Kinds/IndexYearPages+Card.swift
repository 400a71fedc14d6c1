internal import Scoring

extension IndexYear {
  /// The number of provinces on a card.
  private static let mostStandings = 4

  /// Where the compared provinces stand; without one of them, who stands highest among the known.
  var card: ShareCard {
    let compared = comparedStandings.known
    let shown = Array(
      (compared.isEmpty ? Array(standings.known.prefix(1)) : compared).prefix(Self.mostStandings))
    return ShareCard(
      topic: context.label("card.index"),
      title: shown.isEmpty
        ? context.label("year.lead_nothing", ["index": name, "year": String(year)])
        : context.label("year.title", ["index": name, "year": String(year)]),
      figure: shown.isEmpty ? .none : .standings(shown.map(row)),
      source: context.sourceLine(shown.flatMap(\.figures).flatMap(\.citations)))
  }

  private func row(_ standing: YearStanding) -> ShareCard.Standing {
    var seen: Set<String> = []
    let values = standing.figures.compactMap(\.text).filter { seen.insert($0).inserted }
    let doubts = [Confidence.conflict, .ownStatement, .derived].filter { confidence in
      standing.figures.contains { $0.confidence == confidence }
    }.map { context.label($0 == .conflict ? "card.conflict" : "status." + $0.rawValue) }
    return ShareCard.Standing(
      name: context.entityName(standing.entity),
      rank: standing.rank == nil
        ? context.label("card.rank_unknown")
        : context.label("card.rank", ["rank": plainRanks(standing)]),
      value: values.isEmpty ? context.label("card.value_unknown") : values.joined(separator: " / "),
      doubts: doubts.joined(separator: ", "), place: place(of: standing))
  }

  /// The distinct ranks, the best first.
  private func plainRanks(_ standing: YearStanding) -> String {
    Set(standing.figures.compactMap(\.rank)).sorted()
      .map { context.rankText($0, of: standings.listSize) }.joined(separator: " / ")
  }

  /// Where on the list a province stands, from 0 to 1; nil unless it has one rank on a list of known length.
  private func place(of standing: YearStanding) -> Double? {
    let ranks = Set(standing.figures.compactMap(\.rank))
    guard ranks.count == 1, let rank = ranks.first, let size = standings.listSize, size > 1, rank <= size
    else {
      return nil
    }
    return Double(rank - 1) / Double(size - 1)
  }
}
