package import Text

/// Why an outcome does not match a target.
package enum Mismatch: Hashable, Encodable, Sendable {
  /// It belongs to another year.
  case year(Int)
  /// It concerns another level of government.
  case level(AdministrativeLevel)
  /// It has another denominator.
  case denominator
  /// The document of the outcome does not state its denominator.
  case denominatorUnstated
  /// It is an estimate, and the final figure is in the data.
  case replaced
  /// It covers another period than the one that ends at the deadline.
  case period(Outcome.Period, PartialDate?)
  /// It belongs to another, similar indicator.
  case indicator(Identifier<Indicator>, reason: LocalizedText)
  /// It belongs to a successor, into which the entity merged before the deadline.
  case successor(Identifier<Entity>, name: LocalizedText)
}

/// A figure shown beside a target but never judged.
package struct RelatedFigure: Encodable, Sendable {
  package let outcome: Outcome
  /// Why it does not match; never empty.
  package let mismatches: [Mismatch]
}

/// The rules for matching an outcome to a target: same indicator, denominator, level and period.
enum OutcomeMatch {
  /// Why the outcome does not match; empty when it does.
  ///
  /// The caller has already checked that entity and indicator are the same.
  static func mismatches(
    of outcome: Outcome, with target: Target, year: Int, deadline: PartialDate, indicator: Indicator
  ) -> [Mismatch] {
    var result: [Mismatch] = []
    let unstated = Indicator.Denominator.unstated
    // A target that does not say what it counts over may mean any of the ways of counting.
    if target.denominator != unstated, outcome.denominator != target.denominator {
      result.append(outcome.denominator == unstated ? .denominatorUnstated : .denominator)
    }
    // A published index describes the province as a whole, however the plan words the level.
    let whole: [AdministrativeLevel] = [.province, .all]
    let isWholeProvince =
      indicator.publishedAs != nil && whole.contains(target.level) && whole.contains(outcome.level)
    if outcome.level != target.level, !isWholeProvince { result.append(.level(outcome.level)) }
    if outcome.year != year {
      result.append(.year(outcome.year))
    } else if !covers(outcome, year: year, deadline: deadline, indicator: indicator) {
      result.append(.period(outcome.period, outcome.asOf))
    }
    return result
  }

  /// The matching outcomes: an estimate gives way to a final figure of the same denominator.
  static func answers(
    among outcomes: [Outcome], to target: Target, year: Int, deadline: PartialDate, indicator: Indicator
  ) -> [Outcome] {
    let matching = outcomes.filter {
      mismatches(of: $0, with: target, year: year, deadline: deadline, indicator: indicator).isEmpty
    }
    let final = Set(matching.filter { $0.period != .estimate }.map(\.denominator))
    return matching.filter { $0.period != .estimate || !final.contains($0.denominator) }
  }

  /// Whether the outcome covers exactly the period that ends at the deadline.
  private static func covers(
    _ outcome: Outcome, year: Int, deadline: PartialDate, indicator: Indicator
  ) -> Bool {
    let due = deadline.lastDay
    let yearEnd = CalendarDate.lastDay(of: year)
    let budgetYearEnd = CalendarDate(year: year + 1, month: 1, day: 31) ?? yearEnd
    switch outcome.period {
    case .fullYear: return due == yearEnd
    case .fiscalYear: return due == budgetYearEnd || (due == yearEnd && indicator.followsBudgetYear)
    case .asOf, .firstMonths: return outcome.asOf.map { $0.month != nil && $0.lastDay == due } ?? false
    // An estimate published in the last month of its year, or later, stands in for the final figure.
    case .estimate:
      guard let published = outcome.asOf, published.month != nil else { return false }
      return due == yearEnd && (published.year, published.month ?? 0) >= (year, 12)
    case .month: return false
    }
  }
}
