internal import Text

/// Cells by unit and code, with their positions.
struct UnitTable {
  /// One unit and its cells that are not empty.
  struct TableUnit {
    let name: String
    /// The first position of the name.
    let position: Position
    var cells: [String: Scalar]
  }

  let file: String
  /// The units, in order of first appearance.
  private(set) var units: [TableUnit] = []
  private var places: [String: Int] = [:]
  private var codes: [String: Position] = [:]

  init(file: String) { self.file = file }

  subscript(name: String) -> TableUnit? { places[name].map { units[$0] } }

  /// The first position of a code; nil when the table does not have it.
  func position(of code: String) -> Position? { codes[code] }

  /// The position of the cell of a unit, or else of the unit, or else the start of the file.
  func position(of unit: String, _ code: String) -> Position {
    self[unit]?.cells[code]?.position ?? self[unit]?.position ?? .start
  }

  /// Records the position of a code.
  mutating func note(_ code: Scalar) { codes[code.text] = codes[code.text] ?? code.position }

  /// Adds a unit unless the table has it.
  mutating func add(_ unit: Scalar) {
    guard places[unit.text] == nil else { return }
    places[unit.text] = units.count
    units.append(TableUnit(name: unit.text, position: unit.position, cells: [:]))
  }

  /// Sets a cell of an existing unit; an empty cell is dropped.
  mutating func set(_ unit: String, _ code: String, _ cell: Scalar) {
    guard let place = places[unit] else { return }
    units[place].cells[code] = cell.text.isEmpty ? nil : cell
  }
}
