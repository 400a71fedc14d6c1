/// Compares targets with outcomes.
package struct AttainmentJudge: Sendable {
  private struct Subject: Hashable {
    let entity: Identifier<Entity>
    let indicator: Identifier<Indicator>
  }

  private let dataset: Dataset
  /// Every outcome in file order, then those derived from published indexes.
  package let outcomes: [Outcome]
  /// The positions in ``outcomes`` by entity and indicator.
  private let places: [Subject: [Int]]

  /// Indexes the outcomes of a dataset, including those derived from published indexes.
  package init(_ dataset: Dataset) {
    self.dataset = dataset
    outcomes = dataset.outcomes + PublishedOutcomes.outcomes(of: dataset)
    places = Dictionary(grouping: outcomes.indices) { [outcomes] place in
      Subject(entity: outcomes[place].entity, indicator: outcomes[place].indicator)
    }
  }

  /// The verdicts on every target, in the order of the plans.
  package func all() -> [Attainment] { dataset.targets.compactMap(attainment(of:)) }

  /// The verdict on one target; nil when its indicator is not in the catalogue or its plan not in the data.
  package func attainment(of target: Target) -> Attainment? {
    guard let indicator = dataset.indicator(target.indicator), let plan = dataset.plan(target.plan) else {
      return nil
    }
    let judgements = self.judgements(on: target, indicator: indicator)
    let related = relatedFigures(of: target, in: plan, judgements: judgements, indicator: indicator)
    let verdict = Verdict.whole(of: judgements.map(\.verdict)) ?? .notMeasurable
    return Attainment(
      target: target, indicator: indicator, scope: plan.scope, verdict: verdict, judgements: judgements,
      related: related, reasons: reasons(of: target, in: plan, judgements))
  }

  private func reasons(
    of target: Target, in plan: Plan, _ judgements: [Attainment.Judgement]
  ) -> Attainment.Reasons {
    let deadline = judgements.map(\.deadline).max { $0.lastDay < $1.lastDay }
    let entity = dataset.entity(target.entity)
    let end = entity?.until.flatMap { end in
      deadline.map { end.lastDay < $0.lastDay } == true ? end : nil
    }
    let successors = end == nil ? [] : entity?.successors.compactMap { dataset.entity($0)?.name } ?? []
    let mentioned = judgements.flatMap { judgement in
      judgement.answers + judgement.baseline
        + [judgement.counterFigure?.outcome, judgement.reachedLater].compactMap { $0 }
    }
    let citations = mentioned.flatMap(\.citations)
    var seen: Set<Identifier<Source>> = []
    let publishers = citations.compactMap { citation -> Attainment.Reasons.Publisher? in
      guard seen.insert(citation.source).inserted else { return nil }
      return dataset.source(citation.source)?.publisher.map { .init(source: citation.source, name: $0) }
    }
    return Attainment.Reasons(
      asOf: dataset.asOf, end: end, successors: successors, publishers: publishers,
      document: Attainment.Reasons.Document(kind: plan.kind, isSummary: plan.isSummary))
  }

  /// The outcomes of an entity and indicator in file order, then those derived from published indexes.
  package func outcomes(of entity: Identifier<Entity>, indicator: Identifier<Indicator>) -> [Outcome] {
    (places[Subject(entity: entity, indicator: indicator)] ?? []).map { outcomes[$0] }
  }

  /// The positions in ``outcomes`` of all that can affect a target's verdict, explanation or related figures.
  ///
  /// These also depend on the target and its indicator, on ``Dataset/asOf``, on the entity and its successors, and on
  /// the publishers of the sources.
  package func basis(of target: Target, indicator: Indicator) -> [Int] {
    let own = ([target.indicator] + indicator.notComparable.map(\.indicator)).flatMap {
      places[Subject(entity: target.entity, indicator: $0)] ?? []
    }
    let successors = dataset.entity(target.entity)?.successors ?? []
    return own
      + successors.flatMap { places[Subject(entity: $0, indicator: target.indicator)] ?? [] }
  }

  private func judgements(on target: Target, indicator: Indicator) -> [Attainment.Judgement] {
    guard case .staged(let comparator, let stages) = target.goal else {
      return [judgement(on: target, goal: target.goal, deadline: target.deadline, stage: nil, indicator)]
    }
    return stages.map { stage in
      judgement(
        on: target, goal: .threshold(comparator, stage.value), deadline: stage.by, stage: stage, indicator)
    }
  }

  private func judgement(
    on target: Target, goal: Goal, deadline: PartialDate, stage: Goal.GoalStage?, _ indicator: Indicator
  ) -> Attainment.Judgement {
    let all = outcomes(of: target.entity, indicator: target.indicator)
    let year = target.measuredYear(of: stage)
    let answers = OutcomeMatch.answers(
      among: all, to: target, year: year, deadline: deadline, indicator: indicator)
    let baseline = baselineOutcomes(of: goal, target: target, indicator: indicator)
    let evidence = Evidence(answers, baseline, of: target, goal: goal, indicator: indicator)
    let verdict = verdict(
      goal: goal, deadline: deadline, end: dataset.entity(target.entity)?.until, evidence: evidence)
    let ranges = answers.map { ValueRange($0, indicator: indicator) }
    let threshold = goal.threshold(nearest: ranges)
    let others = all.filter {
      OutcomeMatch.mismatches(of: $0, with: target, year: year, deadline: deadline, indicator: indicator)
        == [.denominator]
    }
    return Attainment.Judgement(
      threshold: threshold, deadline: deadline, verdict: verdict, answers: answers, baseline: baseline,
      distance: threshold.flatMap { AttainmentJudge.distance(of: ranges, to: $0) }, stage: stage,
      counterFigure: counterFigure(among: others, against: verdict, goal: goal, indicator: indicator),
      reachedLater: verdict == .missed
        ? firstLater(among: all, reaching: goal, of: target, deadline: deadline, indicator: indicator) : nil)
  }

  private func verdict(
    goal: Goal, deadline: PartialDate, end: PartialDate?, evidence: Evidence
  ) -> Verdict {
    if case .qualitative = goal { return .notMeasurable }
    if case .group(_, first: nil) = goal { return .notMeasurable }
    if evidence.answers.isEmpty, let end, isOver(end, before: deadline) { return .lapsed }
    if deadline.lastDay > dataset.asOf { return .pending }
    return evidence.verdict
  }

  /// Of the figures that are counted in another way, the one whose verdict differs and which lies farthest from the
  /// threshold; the first of equals.
  private func counterFigure(
    among outcomes: [Outcome], against verdict: Verdict, goal: Goal, indicator: Indicator
  ) -> Attainment.CounterFigure? {
    guard verdict.restsOnOutcome else { return nil }
    if case .relative = goal { return nil }
    var strongest: (distance: ExactDecimal, figure: Attainment.CounterFigure)?
    for outcome in outcomes {
      let range = ValueRange(outcome, indicator: indicator)
      let other = Verdict(range.satisfies(goal, indicator: indicator))
      guard other != verdict, let threshold = goal.threshold(nearest: [range]) else { continue }
      let distance = (outcome.value.value - threshold).magnitude
      if let found = strongest, found.distance >= distance { continue }
      strongest = (distance, Attainment.CounterFigure(outcome: outcome, verdict: other))
    }
    return strongest?.figure
  }

  /// The first outcome of the same measure after a deadline that satisfies the goal.
  private func firstLater(
    among outcomes: [Outcome], reaching goal: Goal, of target: Target, deadline: PartialDate,
    indicator: Indicator
  ) -> Outcome? {
    guard indicator.canBeReachedLater else { return nil }
    if case .relative = goal { return nil }
    let later = outcomes.filter { outcome in
      guard outcome.period != .estimate, outcome.end > deadline.lastDay else { return false }
      let others = OutcomeMatch.mismatches(
        of: outcome, with: target, year: outcome.year, deadline: PartialDate(outcome.end),
        indicator: indicator)
      return others.isEmpty
        && ValueRange(outcome, indicator: indicator).satisfies(goal, indicator: indicator) == .all
    }
    return later.min { ($0.end, $0.line) < ($1.end, $1.line) }
  }

  /// Whether an entity that ended on a day no longer exists, and ended before a deadline.
  private func isOver(_ end: PartialDate, before deadline: PartialDate) -> Bool {
    end.lastDay <= dataset.asOf && end.lastDay < deadline.lastDay
  }

  private func baselineOutcomes(of goal: Goal, target: Target, indicator: Indicator) -> [Outcome] {
    guard case .relative(_, let year) = goal else { return [] }
    return OutcomeMatch.answers(
      among: outcomes(of: target.entity, indicator: target.indicator), to: target, year: year,
      deadline: PartialDate(.lastDay(of: year)), indicator: indicator)
  }

  private func relatedFigures(
    of target: Target, in plan: Plan, judgements: [Attainment.Judgement], indicator: Indicator
  ) -> [RelatedFigure] {
    let answering = Set((judgements.flatMap(\.answers) + judgements.flatMap(\.baseline)).map(\.line))
    let same = outcomes(of: target.entity, indicator: target.indicator).filter {
      !answering.contains($0.line)
    }
    let near = same.map { outcome in
      let mismatches =
        judgements.map { judgement in
          OutcomeMatch.mismatches(
            of: outcome, with: target, year: target.measuredYear(of: judgement.stage),
            deadline: judgement.deadline, indicator: indicator)
        }.min { $0.count < $1.count } ?? []
      let isReplaced = mismatches.isEmpty && outcome.period == .estimate
      return RelatedFigure(outcome: outcome, mismatches: isReplaced ? [.replaced] : mismatches)
    }
    // A target of several years may be told by any of them.
    let years = min(plan.firstYear, target.year)...target.year
    let lookalikes = indicator.notComparable.flatMap { other in
      outcomes(of: target.entity, indicator: other.indicator)
        .filter { years.contains($0.year) }
        .map {
          RelatedFigure(outcome: $0, mismatches: [.indicator(other.indicator, reason: other.reason)])
        }
    }
    let later = successorFigures(of: target, judgements: judgements, indicator: indicator)
    return (near + lookalikes + later).filter { !$0.mismatches.isEmpty }.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      let distances = (abs(first.outcome.year - target.year), abs(second.outcome.year - target.year))
      if distances.0 != distances.1 { return distances.0 < distances.1 }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The figures of the successors for the years of the deadlines that lapsed.
  private func successorFigures(
    of target: Target, judgements: [Attainment.Judgement], indicator: Indicator
  ) -> [RelatedFigure] {
    let lapsed = judgements.filter { $0.verdict == .lapsed }
    guard !lapsed.isEmpty else { return [] }
    let successors = dataset.entity(target.entity)?.successors.compactMap { dataset.entity($0) } ?? []
    return successors.flatMap { successor in
      outcomes(of: successor.id, indicator: target.indicator).compactMap { outcome in
        let judgement = lapsed.first { target.measuredYear(of: $0.stage) == outcome.year }
        return judgement.map { judgement in
          let others = OutcomeMatch.mismatches(
            of: outcome, with: target, year: outcome.year, deadline: judgement.deadline, indicator: indicator)
          return RelatedFigure(
            outcome: outcome, mismatches: [.successor(successor.id, name: successor.name)] + others)
        }
      }
    }
  }

  private static func distance(of ranges: [ValueRange], to threshold: ExactDecimal) -> Interval? {
    let intervals = ranges.compactMap { range in
      range.lower.flatMap { lower in range.upper.flatMap { Interval(lower - threshold, $0 - threshold) } }
    }
    return intervals.count == ranges.count ? intervals.reduceHull() : nil
  }
}

extension Goal {
  /// The number to compare with: for a range, the end nearer to the values; nil when there is no single number.
  package func threshold(nearest ranges: [ValueRange]) -> ExactDecimal? {
    switch self {
    case .threshold(_, let value): return value
    case .range(let low, let high):
      let lowest = ranges.compactMap { $0.lower ?? $0.upper }.min()
      return lowest.map { $0 > high ? high : low } ?? low
    case .group(_, let first): return first.map { ExactDecimal($0) }
    case .staged, .relative, .qualitative: return nil
    }
  }
}

extension ValueRange {
  /// Whether the values satisfy a numeric goal; `.some` for goals of other kinds.
  ///
  /// "100% of the plan" is also met by more than 100% when the indicator allows more and higher is better.
  func satisfies(_ goal: Goal, indicator: Indicator) -> Satisfaction {
    switch goal {
    case .threshold(.equal, let value) where indicator.mayExceedHundred && indicator.direction == .higher:
      return satisfies(.atLeast, value)
    case .threshold(let comparator, let value): return satisfies(comparator, value)
    case .range(let low, let high): return satisfies(rangeFrom: low, to: high)
    case .group(_, let first):
      let last = indicator.unit == .group ? 1 : first ?? 1
      return satisfies(.atMost, ExactDecimal(last))
    case .staged, .relative, .qualitative: return .some
    }
  }

  /// Whether the comparison with the baseline holds for all pairs of values, for none, or for some.
  func satisfies(_ comparator: Goal.Comparator, than baseline: ValueRange) -> Satisfaction {
    let difference = ValueRange(
      lower: lower.flatMap { own in baseline.upper.map { own - $0 } },
      includesLower: includesLower && baseline.includesUpper,
      upper: upper.flatMap { own in baseline.lower.map { own - $0 } },
      includesUpper: includesUpper && baseline.includesLower)
    return difference.satisfies(comparator, .zero)
  }
}

extension Outcome {
  /// The last day of its period.
  fileprivate var end: CalendarDate { asOf?.lastDay ?? .lastDay(of: year) }
}
