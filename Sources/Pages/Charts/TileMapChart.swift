internal import Text

/// A map of the country with one tile for each province: its name and its figure, in a shade for its rank. A tile
/// without a figure is hatched where the figure would stand.
struct TileMapChart: Sendable {
  /// How a tile is filled.
  enum Shade: CaseIterable, Sendable {
    /// In the first, second or last third of the ranks.
    case upper, middle, lower
    /// With a value and no rank.
    case unranked
    /// Sources disagree.
    case unsettled
    case unknown

    /// The third of a list that a rank is in.
    init(rank: Int, of size: Int) {
      switch (rank - 1) * 3 / max(size, 1) {
      case ...0: self = .upper
      case 1: self = .middle
      default: self = .lower
      }
    }

    /// The fill of the figure, and the class of text on it.
    fileprivate var style: (fill: ChartFill, ink: String) {
      switch self {
      case .upper: (.solid("confirmed"), "on-dark")
      case .middle: (.solid("single"), "on-dark")
      case .lower: (.solid("derived"), "on-light")
      case .unranked: (.solid("f2"), "on-dark")
      case .unsettled: (.unsettled, "halo")
      case .unknown: (.unknown, "halo")
      }
    }
  }

  struct Tile: Sendable {
    /// The row from the north and the column from the west, 1 is the first.
    let row, column: Int
    /// The short name, drawn on two lines at most.
    let name: String
    /// What may stand below the name; the first that fits does.
    let figures: [String]
    /// The name and the figure in full, which a pointer shows.
    let title: String
    let shade: Shade
  }

  let text: ChartText
  let tiles: [Tile]
  /// The label of each shade that the legend explains.
  let legend: [Shade: String]

  /// A tile with the space below it.
  private static let pitch = 57.0
  private static let gap = 3.0
  /// Where the figure begins in a tile.
  private static let nameHeight = 36.0
  private static let widest = 84.0

  var svg: String {
    SVGDocument.make(text, table) { canvas in
      let shades = Set(tiles.map(\.shade))
      canvas.legend(
        Shade.allCases.filter(shades.contains).compactMap { shade in
          legend[shade].map { ChartLegendEntry(fill: shade.style.fill, label: $0) }
        })
      canvas.cursor += 8
      let columns = tiles.map(\.column).max() ?? 1
      let width = Self.width(ofTilesIn: columns)
      let step = width + Self.gap
      let left = (ChartMetrics.width - step * Double(columns)) / 2
      let top = canvas.cursor
      for tile in tiles {
        draw(
          tile, x: left + step * Double(tile.column - 1), y: top + Self.pitch * Double(tile.row - 1),
          width: width, on: &canvas)
      }
      canvas.cursor = top + Self.pitch * Double(tiles.map(\.row).max() ?? 0)
    }
  }

  private func draw(_ tile: Tile, x: Double, y: Double, width: Double, on canvas: inout SVGCanvas) {
    let height = Self.pitch - Self.gap
    let (fill, ink) = tile.shade.style
    canvas.add("<g><title>\(MarkupText.escaped(tile.title))</title>")
    var nameStyle = "middle " + ink
    if case .solid = fill {
      canvas.box(x: x, y: y, width: width, height: height, fill)
    } else {
      // The name stands on the plain ground, where it is easier to read.
      canvas.box(x: x, y: y + Self.nameHeight, width: width, height: height - Self.nameHeight, fill)
      canvas.frame(x: x, y: y, width: width, height: height)
      nameStyle = "middle"
    }
    let middle = x + width / 2
    let lines = Self.lines(of: tile.name, in: width)
    for (place, line) in lines.enumerated() {
      let shift = lines.count == 1 ? 8.0 : 0
      canvas.text(line, x: middle, y: y + 15 + 16 * Double(place) + shift, nameStyle)
    }
    let figure = tile.figures.first {
      TextMeasure.width($0, size: ChartMetrics.text, isBold: true) <= width
    }
    canvas.text(figure ?? "", x: middle, y: y + 50, "strong middle \(ink)")
    canvas.add("</g>")
  }

  /// The lines of a name in a tile, two at most.
  static func lines(of name: String, in width: Double) -> [String] {
    Array(TextMeasure.wrap(name, size: ChartMetrics.text, maximum: width).prefix(2))
  }

  /// The width of a tile of a map with so many columns.
  static func width(ofTilesIn columns: Int) -> Double {
    min(ChartMetrics.inner / Double(max(columns, 1)), widest) - gap
  }
}

extension TileMapChart {
  private var table: ChartTable {
    ChartTable(
      [ChartTable.Column.name, ChartTable.Column.shown], in: text.language,
      rows: tiles.map { [.text($0.name), .text($0.title)] })
  }
}
