internal import Scoring
internal import Text

/// Finds outcomes whose source was published before the time that they tell about had ended.
struct SourceAgeCheck {
  let context: ParseContext
  let catalogue: Catalogue
  let source: ValueColumn<Identifier<Source>>

  func check(period: Outcome.Period?, year: Int?, asOf: PartialDate?) {
    // An estimate is published before its year ends.
    guard let period, period != .estimate,
      let published = source.value.flatMap({ catalogue.sourceDates[$0] }),
      published.month != nil, let end = end(period, year, asOf), catalogue.asOf.map({ end <= $0 }) == true,
      // A day or two before the end of a month is common, so months are compared.
      published.lastDay < end, published.firstDay.year < end.year || published.firstDay.month < end.month
    else { return }
    let rule = Rule.plausibleSourceAge(
      published: published.description, end: asOf?.description ?? end.description)
    context.report(rule, at: source.position)
  }

  /// The last day of the period; nil when it is not known to the month.
  private func end(_ period: Outcome.Period, _ year: Int?, _ asOf: PartialDate?) -> CalendarDate? {
    if let asOf { return asOf.month == nil ? nil : asOf.firstDay }
    return period == .fullYear ? year.map { .lastDay(of: $0) } : nil
  }
}
