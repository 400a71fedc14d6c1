internal import Scoring

/// Reads scores in wide form (`unit`, then one column a code) or long form (`unit,code,value`).
struct ScoreTableReader {
  let session: LoadSession
  let framework: Framework?

  func read(_ source: SourceText) -> ScoreTable? {
    let read = CSVReader.rows(of: source)
    for place in read.faults { session.report(.csvQuote, at: place) }
    guard let header = read.rows.first, let first = header.first else { return nil }
    guard first.text == "unit", header.count > 1 else {
      let isSeparated = header.count == 1 && first.text.contains(";")
      session.report(isSeparated ? .csvSeparator : .csvHeader(.missing("unit")), at: first.place)
      return nil
    }
    let rows = read.rows.dropFirst().filter { row in
      if row.count == header.count { return true }
      session.report(.csvRowLength(found: row.count, expected: header.count), at: row[0].place)
      return false
    }
    return header.map(\.text) == ["unit", "code", "value"] ? long(rows) : wide(header, rows)
  }

  private func wide(_ header: [CSVReader.Cell], _ rows: [[CSVReader.Cell]]) -> ScoreTable {
    for cell in header.dropFirst() { checkCode(cell) }
    var seen: [String: Place] = [:]
    let units = rows.compactMap { row -> ScoreTable.Unit? in
      guard let unit = name(row[0]) else { return nil }
      if let first = seen[unit] {
        session.report(.idDuplicate(unit, first: first), at: row[0].place)
        return nil
      }
      seen[unit] = row[0].place
      var scores: [String: ScoreTable.Score] = [:]
      for (code, cell) in zip(header, row).dropFirst() { scores[code.text] = score(cell, code: code.text) }
      return ScoreTable.Unit(name: unit, scores: scores)
    }
    return ScoreTable(units: units)
  }

  private func long(_ rows: [[CSVReader.Cell]]) -> ScoreTable {
    var names: [String] = []
    var scores: [String: [String: ScoreTable.Score]] = [:]
    var seen: [String: Place] = [:]
    for row in rows {
      guard let unit = name(row[0]) else { continue }
      let code = row[1]
      checkCode(code)
      if scores[unit] == nil { names.append(unit) }
      if let first = seen.updateValue(code.place, forKey: unit + "\u{0}" + code.text) {
        session.report(.factDuplicate(first: first), at: code.place)
      }
      scores[unit, default: [:]][code.text] = score(row[2], code: code.text)
    }
    return ScoreTable(units: names.map { ScoreTable.Unit(name: $0, scores: scores[$0] ?? [:]) })
  }

  private func name(_ cell: CSVReader.Cell) -> String? {
    if !cell.text.isEmpty { return SourceText.normalised(cell.text) }
    session.report(.keyMissing(Field("unit", isColumn: true)), at: cell.place)
    return nil
  }

  private func checkCode(_ cell: CSVReader.Cell) {
    guard let framework, framework[cell.text] == nil else { return }
    let suggestion = nearest(to: cell.text, among: framework.nodes.map(\.code))
    session.report(.scoreCodeUnknown(cell.text, suggestion: suggestion), at: cell.place)
  }

  /// Nil for an empty cell, which is not known, and, with a finding, for what is no score.
  private func score(_ cell: CSVReader.Cell, code: String) -> ScoreTable.Score? {
    if cell.text.isEmpty { return nil }
    if cell.text.lowercased() == "na" { return .notApplicable }
    guard let points = PrintedDecimal(cell.text)?.value else {
      session.report(DataRule(malformedNumber: cell.text), at: cell.place)
      return nil
    }
    if points < .zero {
      session.report(.numberOutOfRange(cell.text, low: 0, high: nil, isWhole: false), at: cell.place)
    }
    if let maximum = framework?[code]?.maximum, points > maximum {
      session.report(.pointsOverMaximum(cell.text, maximum: maximum.description), at: cell.place)
    }
    return .points(points)
  }
}
