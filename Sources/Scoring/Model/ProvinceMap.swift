package import Text

/// A map of the country with one tile for each province, as it is divided for some time.
package struct ProvinceMap: Encodable, Sendable {
  /// A province at its place in the grid.
  package struct Tile: Encodable, Sendable {
    package let entity: Identifier<Entity>
    /// The name in the tile; nil when the name of the province is short enough.
    package let label: LocalizedText?
    /// The row from the north, 1 is the first.
    package let row: Int
    /// The column from the west, 1 is the first.
    package let column: Int
    package let line: DataLine

    package init(entity: Identifier<Entity>, label: LocalizedText?, row: Int, column: Int, line: DataLine) {
      self.entity = entity
      self.label = label
      self.row = row
      self.column = column
      self.line = line
    }
  }

  /// The first day of this division; nil when it is not told.
  package let from: PartialDate?
  /// The last day of this division; nil while it lasts.
  package let until: PartialDate?
  /// The tiles, in file order.
  package let tiles: [Tile]
  package let line: DataLine

  package init(from: PartialDate?, until: PartialDate?, tiles: [Tile], line: DataLine) {
    self.from = from
    self.until = until
    self.tiles = tiles
    self.line = line
  }

  /// Whether a province or city exists while the country is divided like this.
  package func mayHold(_ entity: Entity) -> Bool {
    guard entity.kind == .province || entity.kind == .city else { return false }
    // The end of a division is the end of those that are merged then, so one day decides.
    guard let day = until?.lastDay ?? from?.firstDay else { return entity.until == nil }
    return (entity.from.map { $0.firstDay <= day } ?? true)
      && (entity.until.map { day <= $0.lastDay } ?? true)
  }
}
