internal import Scoring
internal import Text

/// The figures of a chart as a table, which stands in the drawing itself, so that whoever has the chart has its data.
struct ChartTable: Sendable {
  /// A cell; nil is unknown.
  enum Cell: Sendable {
    case text(String)
    case number(ExactDecimal)

    static func whole(_ number: Int) -> Cell { .number(ExactDecimal(number)) }
  }

  /// The names of the columns in the language of the chart.
  let columns: [String]
  /// Each row has a cell for each column.
  let rows: [[Cell?]]

  /// - Parameter columns: the names in both languages.
  init(_ columns: [LocalizedText], in language: Language, rows: [[Cell?]]) {
    (self.columns, self.rows) = (columns.map { $0[language] }, rows)
  }

  /// `{"columns":["Năm"],"rows":[[2024]]}`.
  var json: String {
    let cells = rows.map { row in
      JSONValue.array(
        row.map { cell in
          switch cell {
          case .text(let text): .string(text)
          case .number(let number): .number(number.description)
          case nil: .null
          }
        })
    }
    let table = JSONValue.object([
      ("columns", .array(columns.map { .string($0) })), ("rows", .array(cells)),
    ])
    return String(JSONValue.line(table).document.dropLast())
  }
}

extension ChartTable {
  /// The columns that charts share.
  enum Column {
    static let year = LocalizedText(vi: "Năm", en: "Year")
    static let name = LocalizedText(vi: "Tên", en: "Name")
    static let lower = LocalizedText(vi: "Ít nhất", en: "Lowest")
    static let upper = LocalizedText(vi: "Nhiều nhất", en: "Highest")
    static let shown = LocalizedText(vi: "Như hiển thị", en: "As shown")
  }
}

extension Interval {
  /// Both ends as cells of a table.
  var cells: [ChartTable.Cell?] { [.number(lower), .number(upper)] }
}
