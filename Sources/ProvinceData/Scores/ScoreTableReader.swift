internal import Scoring
internal import Text

/// Turns the cells of a table into scores. An empty cell is unknown; `na` means that the node does not apply.
struct ScoreTableReader {
  let log: FindingLog
  /// The framework of the scores; nil when it could not be read.
  let framework: Framework?

  func scores(of table: UnitTable) -> ScoreTable {
    let units = table.units.map { unit in
      var scores: [String: ScoreTable.Score] = [:]
      var decimals: [String: Int] = [:]
      for (code, cell) in unit.cells {
        guard let (score, places) = score(cell, code: code, in: table.file) else { continue }
        scores[code] = score
        decimals[code] = places
      }
      return ScoreTable.ScoredUnit(name: unit.name, scores: scores, decimals: decimals)
    }
    return ScoreTable(units: units)
  }

  /// The score and its number of decimals; nil, with a finding, for an invalid one.
  private func score(_ cell: Scalar, code: String, in file: String) -> (ScoreTable.Score, Int?)? {
    if cell.text.lowercased() == "na" { return (.notApplicable, nil) }
    // Without a framework only cells that are no number at all can be reported.
    guard let framework, !framework.isWeighted else {
      if let number = FiniteNumber(cell.text) { return (.value(number.value), number.decimals) }
      log.report(FiniteNumber.fault(of: cell.text), in: file, at: cell.position)
      return nil
    }
    let number = TextParser<PrintedDecimal>.number.parse(cell, code)
    if let fault = number.fault { log.report(fault, in: file, at: cell.position) }
    guard let points = number.value else { return nil }
    if points.value < .zero {
      log.report(.numberNegative(value: cell.text), in: file, at: cell.position)
    }
    if let maximum = framework[code]?.maximum, points.value > maximum {
      let rule = Rule.pointsOverMaximum(points: cell.text, maximum: maximum.description)
      log.report(rule, in: file, at: cell.position)
    }
    return (.points(points.value), points.decimals)
  }
}
