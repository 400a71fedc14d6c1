internal import Scoring

extension PromisePage {
  /// A promise whose verdict rests on an outcome has a card; nil for the others.
  var claim: CardClaim? {
    guard record.verdict.restsOnOutcome, record.promise != nil else { return nil }
    return CardClaim(.settledPromise, year: context.data.plan(record.plan)?.firstYear ?? 0)
  }

  /// Goal against result, of the part that decides the verdict.
  var card: ShareCard? {
    guard let promise = record.promise, promise.verdict.restsOnOutcome, let part = record.leading,
      let judgement = part.judgements.last(where: { $0.verdict == part.verdict && $0.verdict.restsOnOutcome })
    else { return nil }
    let rest = record.parts.count - 1
    let statement = context.text(part.target.statement)
    let title =
      rest == 0
      ? statement : statement + " " + context.label("promise.title_parts", ["rest": context.whole(rest)])
    let year = context.label(
      "card.promise",
      ["entity": context.entityName(record.entity), "year": String(judgement.deadline.lastDay.year)])
    return ShareCard(
      topic: year, title: title, figure: .comparison(comparison(promise, part, judgement)),
      doubts: doubts(promise, part, judgement),
      source: context.sourceLine(
        judgement.answers.flatMap(\.citations) + [part.target.citation]
          + judgement.baseline.flatMap(\.citations)))
  }

  private func comparison(
    _ promise: Promise, _ part: Attainment, _ judgement: Attainment.Judgement
  ) -> ShareCard.Comparison {
    let target = part.target
    var goal = context.text(AttainmentWording.goal(target.goal, unit: target.unit))
    if let stage = judgement.stage, case .staged(let comparator, _) = target.goal {
      goal = AttainmentWording.threshold(
        comparator, stage.value, unit: target.unit ?? .none, in: context.language)
    }
    // The period stands once where all results have one, and not at all where it is the year that the card names.
    let periods = judgement.answers.map { outcome in
      outcome.period == .fullYear && outcome.year == target.year ? "" : context.period(outcome)
    }
    let isOnePeriod = Set(periods).count == 1
    let results = zip(judgement.answers, periods).map { outcome, period -> String in
      let value = context.text(AttainmentWording.value(outcome, unit: part.indicator.unit))
      let list = part.indicator.unit == .rank ? outcome.listSize.map { "/" + context.whole($0) } ?? "" : ""
      return value + list + (isOnePeriod || period.isEmpty ? "" : " (" + period + ")")
    }
    let period = isOnePeriod ? periods.first ?? "" : ""
    let shares = shares(part, judgement)
    return ShareCard.Comparison(
      mark: PromiseState(promise).mark, verdict: context.text(promise.verdict.name),
      goal: .init(label: context.label("attainment.goal"), value: goal, share: shares?.goal),
      result: .init(
        label: context.label("card.result") + (period.isEmpty ? "" : " (" + period + ")"),
        value: results.joined(separator: " / "), share: shares?.result))
  }

  /// How far the bars of goal and result reach. Nil unless both are one exact number of one scale that starts at zero.
  private func shares(
    _ part: Attainment, _ judgement: Attainment.Judgement
  ) -> (goal: Double, result: Double)? {
    let unit = part.indicator.unit
    guard let goal = judgement.threshold, let answer = judgement.answers.first, judgement.baseline.isEmpty,
      part.target.unit == unit, ![.rank, .group, .none].contains(unit),
      judgement.answers.allSatisfy({ $0.bound == .exact && $0.value.value == answer.value.value })
    else { return nil }
    let (first, second) = (goal.double, answer.value.value.double)
    // A share is seen against the whole, a small rate against the larger of the two.
    let larger = max(first, second)
    let whole = unit == .percent && larger > 50 ? max(larger, 100) : larger
    guard first >= 0, second >= 0, whole > 0 else { return nil }
    return (first / whole, second / whole)
  }

  /// What makes the verdict or the result doubtful, in a few words; the page has the sentences.
  private func doubts(
    _ promise: Promise, _ part: Attainment, _ judgement: Attainment.Judgement
  ) -> [String] {
    var keys: [String] = []
    if promise.isProvisional || part.isProvisional { keys.append("attainment.provisional") }
    let answers = judgement.answers
    let isConflicting = Set(answers.map(\.value.value)).count > 1
    keys += [Confidence.conflict, .ownStatement, .derived].filter { confidence in
      answers.contains { $0.confidence == confidence } || (confidence == .conflict && isConflicting)
    }.map { $0 == .conflict ? "card.conflict" : "status." + $0.rawValue }
    if part.dependsOnWay(judgement) || promise.dependsOnWay {
      keys.append("card.way")
    } else if part.target.denominator == Indicator.Denominator.unstated {
      keys.append("card.way_unstated")
    }
    if judgement.reachedLater != nil { keys.append("card.late") }
    var words = keys.map { context.label($0) }
    if record.parts.count > 1 { words.append(context.verdictCounts(record.parts.map(\.verdict))) }
    return words.map { $0.capitalizedFirst + "." }
  }
}
