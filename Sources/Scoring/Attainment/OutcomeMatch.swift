package import Text

/// Why an outcome does not match a target.
package enum Mismatch: Hashable, Encodable, Sendable {
  /// It belongs to another year.
  case year(Int)
  /// It concerns another level of government.
  case level(AdministrativeLevel)
  /// It has another denominator.
  case denominator
  /// One of the two documents does not state its denominator.
  case denominatorUnstated
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
    if outcome.denominator == unstated || target.denominator == unstated {
      result.append(.denominatorUnstated)
    } else if outcome.denominator != target.denominator {
      result.append(.denominator)
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
    case .estimate, .month: return false
    }
  }
}
