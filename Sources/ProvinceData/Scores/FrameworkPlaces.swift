internal import Text

/// The positions of the nodes of a framework in its file.
struct FrameworkPlaces {
  let file: String
  private var columns: [String: [String: Position]] = [:]
  /// The columns that have a value, by code.
  private var filled: [String: Set<String>] = [:]

  init(file: String) { self.file = file }

  /// The positions of the codes in an edition file.
  init(file: String, edition: YAMLNode) {
    self.file = file
    note(edition)
  }

  /// The position of a cell in the row of a code, or else of the code, or else the start of the file.
  subscript(code: String, column: String = "code") -> Position {
    columns[code]?[column] ?? columns[code]?["code"] ?? .start
  }

  /// Whether the cell of a column is filled.
  func has(_ code: String, _ column: String) -> Bool { filled[code]?.contains(column) == true }

  /// Records a row. Of rows with the same code the last counts.
  mutating func note(_ code: String, _ row: [TableColumn]) {
    columns[code] = Dictionary(
      row.map { ($0.key.name, $0.position) }, uniquingKeysWith: { first, _ in first })
    filled[code] = Set(row.filter(\.isFilled).map(\.key.name))
  }

  private mutating func note(_ node: YAMLNode) {
    for entry in node.entries ?? [] {
      if entry.key.text == "code", let code = entry.value.scalar {
        columns[code.text] = columns[code.text] ?? ["code": code.position]
      }
      note(entry.value)
    }
    for item in node.items ?? [] { note(item) }
  }
}
