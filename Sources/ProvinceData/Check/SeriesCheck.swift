internal import Scoring
internal import Text

/// Compares each percentage of a full year with the other years of the same province in the same table.
struct SeriesCheck {
  private struct Series: Hashable {
    let entity: Identifier<Entity>
    let indicator: Identifier<Indicator>
    let denominator: Identifier<Indicator.Denominator>?
    let level: AdministrativeLevel
  }

  let catalogue: Catalogue
  let log: FindingLog

  func check(_ rows: [(outcome: Outcome, value: Position)]) {
    let percents = rows.filter { row in
      row.outcome.period == .fullYear && row.outcome.bound != .about && row.outcome.confidence != .conflict
        && catalogue.indicators[row.outcome.indicator].map { $0.unit == .percent && !$0.mayBeNegative }
          == true
    }
    let series = Dictionary(grouping: percents) { row in
      Series(
        entity: row.outcome.entity, indicator: row.outcome.indicator, denominator: row.outcome.denominator,
        level: row.outcome.level)
    }
    for rows in series.values where rows.count > 1 {
      check(series: rows.sorted { $0.outcome.year < $1.outcome.year })
    }
  }

  private func check(series: [(outcome: Outcome, value: Position)]) {
    for (earlier, later) in zip(series, series.dropFirst()) {
      let (before, after) = (earlier.outcome.value.value, later.outcome.value.value)
      let (low, high) = (min(before, after), max(before, after))
      // The lower one is under a quarter of the other and at least 50 percentage points away from it.
      guard low > .zero, low * 4 < high, high - low >= ExactDecimal(50) else { continue }
      let (odd, usual) = before < after ? (earlier, later) : (later, earlier)
      let rule =
        low <= ExactDecimal(1)
        ? Rule.plausibleFraction(
          value: low.description, percent: (low * 100).description, year: usual.outcome.year,
          usual: high.description)
        : Rule.plausibleJump(
          value: low.description, other: high.description, year: usual.outcome.year, line: usual.outcome.line)
      log.report(rule, in: odd.outcome.line.file, at: odd.value)
    }
  }
}
