internal import Scoring
internal import Text

/// Compares each figure with those of other years of the same province in the same table: full years with full years,
/// and stretches of a year with those that end in the same month.
struct SeriesCheck {
  private struct Series: Hashable {
    let entity: Identifier<Entity>
    let indicator: Identifier<Indicator>
    let denominator: Identifier<Indicator.Denominator>?
    let level: AdministrativeLevel
    let period: Outcome.Period
    /// The month in which the stretch ends; nil for full years.
    let month: Int?
  }

  private typealias Row = (outcome: Outcome, value: Position)

  let catalogue: Catalogue
  let log: FindingLog
  /// Values that are known to be fractions for percentages, because the sentence beside says so.
  let fractions: Set<Position>

  func check(_ rows: [(outcome: Outcome, value: Position)]) {
    var series: [Series: [Row]] = [:]
    for row in rows where row.outcome.bound != .about && row.outcome.confidence != .conflict {
      guard let name = self.series(of: row.outcome) else { continue }
      series[name, default: []].append(row)
    }
    for rows in series.values where rows.count > 1 {
      let rows = rows.sorted { $0.outcome.year < $1.outcome.year }
      let unit = rows.first.flatMap { catalogue.indicators[$0.outcome.indicator]?.unit }
      // A value that differs from both of its neighbours is reported once.
      var reported = fractions
      for (earlier, later) in zip(rows, rows.dropFirst()) {
        let isRising = earlier.outcome.value.value < later.outcome.value.value
        let (odd, usual) = isRising ? (earlier, later) : (later, earlier)
        let rule = unit == .percent ? percentFault(odd, usual) : thousandsFault(odd, usual)
        guard let rule, reported.insert(odd.value).inserted else { continue }
        log.report(rule, in: odd.outcome.line.file, at: odd.value)
      }
    }
  }

  /// The series of a figure; nil when there is none to compare it with.
  private func series(of outcome: Outcome) -> Series? {
    guard let indicator = catalogue.indicators[outcome.indicator], !indicator.mayBeNegative else {
      return nil
    }
    switch indicator.unit {
    // A percentage above 100 is an error of its own.
    case .percent where indicator.mayExceedHundred || outcome.value.value <= ExactDecimal(100): break
    case .billionVND, .minutes, .points: break
    default: return nil
    }
    var month: Int?
    switch outcome.period {
    case .fullYear: break
    case .firstMonths, .month:
      guard let end = outcome.asOf?.month else { return nil }
      month = end
    default: return nil
    }
    return Series(
      entity: outcome.entity, indicator: outcome.indicator, denominator: outcome.denominator,
      level: outcome.level, period: outcome.period, month: month)
  }

  /// The lower value is under a quarter of the other and at least 50 percentage points away from it.
  private func percentFault(_ odd: Row, _ usual: Row) -> Rule? {
    let (low, high) = (odd.outcome.value.value, usual.outcome.value.value)
    guard low > .zero, low * 4 < high, high - low >= ExactDecimal(50) else { return nil }
    guard low <= ExactDecimal(1) else {
      return .plausibleJump(
        value: low.description, other: high.description, year: usual.outcome.year, line: usual.outcome.line)
    }
    return .plausibleFraction(
      value: low.description, percent: (low * 100).description, year: usual.outcome.year,
      usual: high.description)
  }

  /// Three decimals beside a number over a hundred times as large come from a point that separates thousands.
  private func thousandsFault(_ odd: Row, _ usual: Row) -> Rule? {
    let (low, high) = (odd.outcome.value, usual.outcome.value)
    guard low.decimals == 3, low.value >= ExactDecimal(1), low.value * 100 < high.value else { return nil }
    return .plausibleThousands(
      value: low.description, other: high.description, year: usual.outcome.year, line: usual.outcome.line,
      whole: (low.value * 1000).description)
  }
}
