internal import Text

/// Cells by unit and code, with their places.
struct UnitTable {
  /// One unit and its cells that are not empty.
  struct TableUnit {
    let name: String
    /// Where the name first stands.
    let position: Position
    var cells: [String: Scalar]
  }

  let file: String
  /// The units, in the order in which they first stand.
  private(set) var units: [TableUnit] = []
  private var places: [String: Int] = [:]
  private var codes: [String: Position] = [:]

  init(file: String) { self.file = file }

  /// The unit of a name; nil when there is none.
  subscript(name: String) -> TableUnit? { places[name].map { units[$0] } }

  /// Where a code first stands; nil when it stands nowhere.
  func position(of code: String) -> Position? { codes[code] }

  /// Where the cell of a unit stands, or else the unit, or else the start of the file.
  func position(of unit: String, _ code: String) -> Position {
    self[unit]?.cells[code]?.position ?? self[unit]?.position ?? .start
  }

  /// Remembers where a code stands.
  mutating func note(_ code: Scalar) { codes[code.text] = codes[code.text] ?? code.position }

  /// Adds a unit unless it is there.
  mutating func add(_ unit: Scalar) {
    guard places[unit.text] == nil else { return }
    places[unit.text] = units.count
    units.append(TableUnit(name: unit.text, position: unit.position, cells: [:]))
  }

  /// Sets the cell of a unit that is there; an empty cell is not kept.
  mutating func set(_ unit: String, _ code: String, _ cell: Scalar) {
    guard let place = places[unit] else { return }
    units[place].cells[code] = cell.text.isEmpty ? nil : cell
  }
}
