internal import Text

/// Turns the cells of a table into standard errors, in the unit of the scores.
struct StandardErrorReader {
  let log: FindingLog
  /// The scores that the errors belong to; nil when they could not be read.
  let scores: UnitTable?

  /// The standard errors by unit and code, finite and not negative; an empty cell gives none.
  func errors(of table: UnitTable) -> [String: [String: Double]] {
    var errors: [String: [String: Double]] = [:]
    for unit in table.units {
      if let scores, scores[unit.name] == nil {
        let nearest = NearestWord.find(unit.name, in: scores.units.map(\.name))
        log.report(.scoreUnitUnknown(unit.name, nearest: nearest), in: table.file, at: unit.position)
        continue
      }
      for (code, cell) in unit.cells {
        guard let number = FiniteNumber(cell.text) else {
          log.report(FiniteNumber.fault(of: cell.text), in: table.file, at: cell.position)
          continue
        }
        if number.value < 0 {
          log.report(.standardErrorNegative(value: cell.text), in: table.file, at: cell.position)
        }
        if let scores, scores[unit.name]?.cells[code].map({ $0.text.lowercased() == "na" }) ?? true {
          let rule = Rule.standardErrorWithoutScore(unit: unit.name, code: code)
          log.report(rule, in: table.file, at: cell.position)
        }
        errors[unit.name, default: [:]][code] = number.value
      }
    }
    return errors
  }
}
