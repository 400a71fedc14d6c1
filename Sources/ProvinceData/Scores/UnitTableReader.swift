internal import Scoring
internal import Text

/// Reads cells in wide form (`unit`, then one column per code) or long form (`unit,code,value`).
struct UnitTableReader {
  let file: String
  let log: FindingLog
  /// The framework that codes are checked against; nil when it could not be read.
  let framework: Framework?

  private var cleaner: ScalarCleaner { ScalarCleaner(file: file, log: log) }

  /// The cells; nil, with a finding, when the header has neither form.
  func read(_ text: String) -> UnitTable? {
    let table = CSVTable(text)
    for position in table.misplacedQuotes { report(.csvQuote, position) }
    if table.separator != "," { report(.csvSeparator(found: String(table.separator)), .start) }
    let header = table.header.map(clean)
    guard let first = header.first, first.text == "unit", header.count > 1 else {
      report(.csvHeaderMissing(column: "unit"), .start)
      return nil
    }
    let rows = table.rows.compactMap { row -> [Scalar]? in
      if row.count == header.count { return row.map(clean) }
      report(.csvRowLength(found: row.count, expected: header.count), row.first?.position ?? .start)
      return nil
    }
    return header.map(\.text) == ["unit", "code", "value"] ? long(rows) : wide(header, rows)
  }

  private func report(_ rule: Rule, _ position: Position) { log.report(rule, in: file, at: position) }

  private func clean(_ cell: CSVTable.CSVCell) -> Scalar {
    cleaner.clean(cell.text, at: cell.position, isQuoted: cell.isQuoted)
  }

  private func line(_ position: Position) -> DataLine { DataLine(file: file, line: position.line) }

  private func wide(_ header: [Scalar], _ rows: [[Scalar]]) -> UnitTable {
    var table = UnitTable(file: file)
    for code in header.dropFirst() {
      checkCode(code)
      if let first = table.position(of: code.text) {
        report(.identifierDuplicate(value: code.text, first: line(first)), code.position)
      }
      table.note(code)
    }
    for row in rows where hasName(row[0]) {
      if let first = table[row[0].text] {
        report(.identifierDuplicate(value: first.name, first: line(first.position)), row[0].position)
        continue
      }
      table.add(row[0])
      for (code, cell) in zip(header, row).dropFirst() { table.set(row[0].text, code.text, cell) }
    }
    return table
  }

  private func long(_ rows: [[Scalar]]) -> UnitTable {
    var table = UnitTable(file: file)
    var seen: [[String]: Position] = [:]
    for row in rows where hasName(row[0]) {
      let (unit, code) = (row[0], row[1])
      checkCode(code)
      if let first = seen.updateValue(code.position, forKey: [unit.text, code.text]) {
        report(.factDuplicate(first: line(first)), code.position)
      }
      table.note(code)
      table.add(unit)
      table.set(unit.text, code.text, row[2])
    }
    return table
  }

  private func hasName(_ cell: Scalar) -> Bool {
    if cell.text.isEmpty { report(.keyMissing(key: "unit"), cell.position) }
    return !cell.text.isEmpty
  }

  private func checkCode(_ cell: Scalar) {
    guard let framework, framework[cell.text] == nil else { return }
    let nearest = NearestWord.find(cell.text, in: framework.nodes.map(\.code))
    report(.scoreCodeUnknown(code: cell.text, nearest: nearest), cell.position)
  }
}
