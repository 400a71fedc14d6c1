package import Scoring
package import Text

extension AttainmentWording {
  /// The figure that would settle an open target: the measure, its way of counting, the level and the period. Nil when
  /// no stage is open: a verdict is settled, not yet due, lapsed or not measurable.
  package static func settling(_ attainment: Attainment) -> LocalizedText? {
    let open = attainment.judgements.filter { $0.verdict == .noData || $0.verdict == .undetermined }
    guard !open.isEmpty else { return nil }
    let (target, indicator) = (attainment.target, attainment.indicator)
    return LocalizedText { language in
      var pieces = [indicator.name[language].lowercasedFirst]
      if let way = way(of: attainment, language) { pieces.append(way) }
      pieces.append(level(target.level)[language])
      var periods: [String] = []
      // Of a goal relative to another year, the outcome may be there already.
      for judgement in open where judgement.verdict == .undetermined || judgement.answers.isEmpty {
        let period = period(endingAt: judgement, of: target, indicator, language)
        if !periods.contains(period) { periods.append(period) }
      }
      if case .relative(_, let year) = target.goal, open.contains(where: { needsBaseline($0) }) {
        periods.append(language == .vietnamese ? "năm gốc \(year)" : "the base year \(year)")
      }
      pieces.append(periods.joined(separator: language == .vietnamese ? " và " : " and "))
      return pieces.joined(separator: "; ")
    }
  }

  /// Whether the figure of the base year is missing, or cannot be set beside the outcome.
  private static func needsBaseline(_ judgement: Attainment.Judgement) -> Bool {
    judgement.verdict == .undetermined || judgement.baseline.isEmpty || !judgement.answers.isEmpty
  }

  private static func way(of attainment: Attainment, _ language: Language) -> String? {
    let target = attainment.target
    if target.denominator == Indicator.Denominator.unstated {
      let document = document(attainment.reasons.document.kind)
      return language == .vietnamese
        ? "theo mọi cách tính, vì \(document.vi) không nói rõ"
        : "in every way of counting, because the \(document.en) does not say which"
    }
    return attainment.indicator.denominators.first { $0.id == target.denominator }?.name[language]
  }

  private static func period(
    endingAt judgement: Attainment.Judgement, of target: Target, _ indicator: Indicator, _ language: Language
  ) -> String {
    let year = target.measuredYear(of: judgement.stage)
    let due = judgement.deadline.lastDay
    if due == .lastDay(of: year) {
      return period(indicator.followsBudgetYear ? .fiscalYear : .fullYear, year: year, asOf: nil)[language]
    }
    if due == CalendarDate(year: year + 1, month: 1, day: 31) {
      return period(.fiscalYear, year: year, asOf: nil)[language]
    }
    return period(.asOf, year: year, asOf: judgement.deadline)[language]
  }
}
