/// What the outcomes that answer a goal say about it.
///
/// Where the target does not state its denominator, all ways of counting in the catalogue are considered, like the
/// values of conflicting reports.
struct Evidence {
  let answers: [Outcome]
  private let findings: [Finding]
  /// The denominators that a target with an unstated one may mean and that no finding covers.
  private let open: Set<Identifier<Indicator.Denominator>>

  private struct Finding {
    let denominator: Identifier<Indicator.Denominator>?
    let satisfaction: Satisfaction
  }

  /// - Parameter baseline: the outcomes of the base year of a relative goal; those of the same denominator count.
  init(_ answers: [Outcome], _ baseline: [Outcome], of target: Target, goal: Goal, indicator: Indicator) {
    self.answers = answers
    findings = answers.flatMap { outcome -> [Finding] in
      let range = ValueRange(outcome, indicator: indicator)
      guard case .relative(let comparator, _) = goal else {
        let satisfaction = range.satisfies(goal, indicator: indicator)
        return [Finding(denominator: outcome.denominator, satisfaction: satisfaction)]
      }
      return baseline.filter { $0.denominator == outcome.denominator }.map { base in
        Finding(
          denominator: outcome.denominator,
          satisfaction: range.satisfies(comparator, than: ValueRange(base, indicator: indicator)))
      }
    }
    let isUnstated = target.denominator == Indicator.Denominator.unstated
    open =
      isUnstated
      ? Set(indicator.denominators.map(\.id)).subtracting(findings.compactMap(\.denominator)) : []
  }

  /// No data without a finding. A way of counting without an outcome leaves the verdict open, unless the others miss;
  /// an outcome that does not say how it is counted settles nothing alone.
  var verdict: Verdict {
    guard !findings.isEmpty else { return .noData }
    let verdict = Verdict(Satisfaction.over(findings.map(\.satisfaction)))
    let isStated = findings.contains { $0.denominator != Indicator.Denominator.unstated }
    return open.isEmpty || (verdict == .missed && isStated) ? verdict : .undetermined
  }
}

extension Verdict {
  init(_ satisfaction: Satisfaction) {
    switch satisfaction {
    case .all: self = .met
    case .none: self = .missed
    case .some: self = .undetermined
    }
  }
}
