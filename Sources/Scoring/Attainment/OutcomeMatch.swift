package import Text

/// Why a figure of the same subject does not answer a target.
package enum Mismatch: Hashable, Encodable, Sendable {
  /// It is of another year.
  case year(Int)
  /// It is of another level of government.
  case level(AdministrativeLevel)
  /// It counts something else.
  case denominator
  /// One of the two documents does not say how it counts.
  case denominatorUnstated
  /// It covers another stretch of time than the deadline asks for.
  case period(Outcome.Period, PartialDate?)
  /// It is another indicator that looks alike.
  case indicator(Identifier<Indicator>, reason: LocalizedText)
}

/// A figure that is shown beside a target and never judged.
package struct RelatedFigure: Encodable, Sendable {
  /// The figure.
  package let outcome: Outcome
  /// What keeps it from answering; never empty.
  package let mismatches: [Mismatch]
}

/// The rules by which an outcome answers a target (the same indicator and denominator, level and period).
enum OutcomeMatch {
  /// What keeps the outcome from answering; empty when it answers.
  ///
  /// The caller has made sure of the same entity and indicator.
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
    // A published index stands for the province as a whole, whichever way the plan words the level.
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

  /// Whether the outcome covers just the stretch of time that ends with the deadline.
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
