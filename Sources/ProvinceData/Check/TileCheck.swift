internal import Scoring
internal import Text

/// Checks that a map has one tile for every province of its time and for no other place, and no two tiles on one spot.
struct TileCheck {
  private struct Place: Hashable {
    let row, column: Int
  }

  let entities: [Identifier<Entity>: Entity]
  let log: FindingLog

  func check(_ map: ProvinceMap) {
    var byEntity: [Identifier<Entity>: ProvinceMap.Tile] = [:]
    var byPlace: [Place: ProvinceMap.Tile] = [:]
    for tile in map.tiles {
      let name = tile.entity.rawValue
      let place = Place(row: tile.row, column: tile.column)
      if let first = byEntity[tile.entity] {
        report(.tileTwice(entity: name, line: first.line), tile.line)
      } else if let first = byPlace[place] {
        report(
          .tileTaken(row: tile.row, column: tile.column, entity: first.entity.rawValue, line: first.line),
          tile.line)
      }
      byEntity[tile.entity] = byEntity[tile.entity] ?? tile
      byPlace[place] = byPlace[place] ?? tile
      // A name that is not known is an error of its own.
      if let entity = entities[tile.entity], !map.mayHold(entity) {
        report(.tileNotThere(entity: name), tile.line)
      }
    }
    let missing = entities.values.filter { map.mayHold($0) && byEntity[$0.id] == nil }.map(\.id.rawValue)
    for name in missing.sorted() { report(.tileMissing(entity: name), map.line) }
  }

  private func report(_ rule: Rule, _ line: DataLine) {
    log.report(rule, in: line.file, at: Position(line: line.line, column: 1))
  }
}
