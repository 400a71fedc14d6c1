internal import Text

/// Where the parts of a framework stand in its file.
struct FrameworkPlaces {
  let file: String
  private var columns: [String: [String: Position]] = [:]
  /// The columns that have a value, by code.
  private var filled: [String: Set<String>] = [:]

  init(file: String) { self.file = file }

  /// The places of an edition file: where each code is given.
  init(file: String, edition: YAMLNode) {
    self.file = file
    note(edition)
  }

  /// The place of a code, or of the cell of a column in its row; the start of the file when it is not known.
  subscript(code: String, column: String = "code") -> Position {
    columns[code]?[column] ?? columns[code]?["code"] ?? .start
  }

  /// Whether a cell holds something.
  func has(_ code: String, _ column: String) -> Bool { filled[code]?.contains(column) == true }

  /// Remembers a row. Of rows with one code the last one stays.
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
