internal import Scoring

/// Reads scores in wide form (`unit`, then one column a code) or long form (`unit,code,value`).
struct ScoreTableReader {
  let file: String
  let log: FindingLog
  /// What the codes are held against; nil when it could not be read.
  let framework: Framework?

  private var cleaner: ScalarCleaner { ScalarCleaner(file: file, log: log) }

  func read(_ text: String) -> ScoreTable? {
    let table = CSVReader.read(text)
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

  private func report(_ rule: DataRule, _ position: Position) { log.report(rule, in: file, at: position) }

  private func clean(_ cell: CSVTable.Cell) -> Scalar {
    cleaner.clean(cell.text, at: cell.position, isQuoted: cell.isQuoted)
  }

  private func line(_ scalar: Scalar) -> DataLine { DataLine(file: file, line: scalar.position.line) }

  private func wide(_ header: [Scalar], _ rows: [[Scalar]]) -> ScoreTable {
    for cell in header.dropFirst() { checkCode(cell) }
    var seen: [String: DataLine] = [:]
    let units = rows.compactMap { row -> ScoreTable.Unit? in
      guard let unit = row.first, hasName(unit) else { return nil }
      if let first = seen[unit.text] {
        report(.identifierDuplicate(value: unit.text, first: first), unit.position)
        return nil
      }
      seen[unit.text] = line(unit)
      var scores: [String: ScoreTable.Score] = [:]
      for (code, cell) in zip(header, row).dropFirst() { scores[code.text] = score(cell, code: code.text) }
      return ScoreTable.Unit(name: unit.text, scores: scores)
    }
    return ScoreTable(units: units)
  }

  private func long(_ rows: [[Scalar]]) -> ScoreTable {
    var names: [String] = []
    var scores: [String: [String: ScoreTable.Score]] = [:]
    var seen: [[String]: DataLine] = [:]
    for row in rows where hasName(row[0]) {
      let (unit, code) = (row[0].text, row[1])
      checkCode(code)
      if scores[unit] == nil { names.append(unit) }
      if let first = seen[[unit, code.text]] { report(.factDuplicate(first: first), code.position) }
      seen[[unit, code.text]] = line(code)
      scores[unit, default: [:]][code.text] = score(row[2], code: code.text)
    }
    return ScoreTable(units: names.map { ScoreTable.Unit(name: $0, scores: scores[$0] ?? [:]) })
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

  /// Nil for an empty cell, which is not known, and, with a finding, for what is no score.
  private func score(_ cell: Scalar, code: String) -> ScoreTable.Score? {
    if cell.text.isEmpty { return nil }
    if cell.text.lowercased() == "na" { return .notApplicable }
    guard let points = ExactDecimal(cell.text) else {
      report(NumberCheck.fault(of: cell.text) ?? .numberMalformed(value: cell.text), cell.position)
      return nil
    }
    if points < .zero { report(.numberNegative(value: cell.text), cell.position) }
    if let maximum = framework?[code]?.maximum, points > maximum {
      report(.pointsOverMaximum(points: cell.text, maximum: maximum.description), cell.position)
    }
    return .points(points)
  }
}
