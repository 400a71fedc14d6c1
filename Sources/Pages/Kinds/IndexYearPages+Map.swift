internal import Scoring

extension IndexYear {
  /// The provinces as tiles, each where it roughly lies; nil when the data have no map.
  var mapChart: PageContext.ChartBlock? {
    guard let map = standings.map else { return nil }
    let known = Dictionary(
      standings.known.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
    let size = standings.listSize ?? map.tiles.count
    let tiles = map.tiles.map { tile -> TileMapChart.Tile in
      let standing = known[tile.entity]
      return TileMapChart.Tile(
        row: tile.row, column: tile.column,
        name: tile.label.map(context.text) ?? context.entityName(tile.entity),
        figures: standing.map(figures) ?? ["?"],
        title: context.entityName(tile.entity) + ": "
          + (standing.map(description) ?? context.label("year.map_unknown")),
        shade: standing.map { shade($0, of: size) } ?? .unknown)
    }
    let values = [
      "index": name, "year": String(year), "size": context.whole(map.tiles.count),
      "known": context.whole(map.tiles.count - standings.unknown.count),
      "unknown": context.whole(standings.unknown.count),
    ]
    let alternative = context.label("year.map_alternative", values)
    let chart = TileMapChart(
      text: ChartText(
        title: context.label("year.map_title", values), description: alternative,
        note: context.label("year.map_note"), language: context.language),
      tiles: tiles, legend: legend(size: size))
    return context.chart(
      "map-\((index?.id ?? "index").lowercased())-\(year)", of: context.route(of: index, year: year),
      svg: chart.svg, alternative: alternative,
      caption: context.label("year.map_caption", values))
  }

  private func shade(_ standing: YearStanding, of size: Int) -> TileMapChart.Shade {
    if standing.isConflicting { return .unsettled }
    return standing.rank.map { TileMapChart.Shade(rank: $0, of: size) } ?? .unranked
  }

  /// What may stand in the tile of a province: its value, or else its rank.
  private func figures(_ standing: YearStanding) -> [String] {
    if standing.isConflicting { return ["≠"] }
    let value = standing.value.map { NumberText.printed($0, in: context.language) }
    return [value, standing.rank.map { "#" + context.whole($0) }].compactMap { $0 }
  }

  /// The values and ranks of a province in full.
  private func description(_ standing: YearStanding) -> String {
    var seen: Set<String> = []
    return standing.figures.compactMap { figure in
      let rank = figure.rank.map {
        context.label("index.rank_only", ["rank": context.rankText($0, of: figure.listSize)])
      }
      let parts = [figure.text, rank].compactMap { $0 }.joined(separator: ", ")
      return seen.insert(parts).inserted ? parts : nil
    }.joined(separator: " / ")
  }

  private func legend(size: Int) -> [TileMapChart.Shade: String] {
    var legend: [TileMapChart.Shade: String] = [
      .unranked: context.label("year.map_unranked"), .unsettled: context.label("year.map_unsettled"),
      .unknown: context.label("year.map_unknown"),
    ]
    let ranks = Dictionary(grouping: 1...max(size, 1)) { TileMapChart.Shade(rank: $0, of: size) }
    for (shade, ranks) in ranks {
      guard let first = ranks.first, let last = ranks.last else { continue }
      legend[shade] = context.label(
        "year.map_ranks", ["from": context.whole(first), "to": context.whole(last)])
    }
    return legend
  }
}
