internal import Scoring
internal import Text

extension MappingReader {
  /// The maps of the country, one for each division into provinces.
  func provinceMaps() -> [ProvinceMap]? {
    required(
      "maps", .mappings { $0.provinceMap() }, "Các bản đồ ô vuông, mỗi cách chia tỉnh một bản.",
      "The tile maps, one for each division into provinces.")
  }

  private func provinceMap() -> ProvinceMap? {
    let from = optional("from", .date, "Cách chia này có từ ngày.", "The first day of this division.")
    let until = optional("until", .date, "Ngày cuối của cách chia này.", "The last day of this division.")
    let tiles = required(
      "tiles", .mappings { $0.tile() }, "Các ô, mỗi tỉnh một ô.", "The tiles, one for each province.")
    return tiles.map { ProvinceMap(from: from, until: until, tiles: $0, line: line) }
  }

  private func tile() -> ProvinceMap.Tile? {
    let entity: Identifier<Entity>? = required(
      "entity", .reference(.entity), "Tỉnh hoặc thành phố.", "The province or city.")
    let row = required("row", .whole(1...40), "Hàng, đếm từ phía bắc.", "The row, counted from the north.")
    let column = required(
      "column", .whole(1...12), "Cột, đếm từ phía tây.", "The column, counted from the west.")
    let label = optional(
      "label", .localized, "Tên ngắn để ghi trong ô.", "A short name to write in the tile.")
    guard let entity, let row, let column else { return nil }
    return ProvinceMap.Tile(entity: entity, label: label, row: row, column: column, line: line)
  }
}
