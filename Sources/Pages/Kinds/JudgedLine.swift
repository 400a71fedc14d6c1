internal import GFM
internal import Scoring

/// A target that an outcome judges, in one line: goal, outcome, baseline and distance, and what speaks against it.
struct JudgedLine {
  let context: PageContext
  let attainment: Attainment

  private var target: Target { attainment.target }

  /// The verdict and the figures, for a place that names the promise.
  var finding: Markdown { ([badge] + judged.map(sentence) + judged.flatMap(doubts)).joined(separator: " ") }

  private var badge: Markdown {
    context.verdict(attainment.verdict)
      + (attainment.isProvisional ? " " + .emphasis(context.labelText("attainment.provisional")) : "")
  }

  var text: Markdown {
    let head = badge + " " + context.link(toTarget: target, context.markdown(target.statement)) + "."
    let reading = target.reading.map {
      Markdown.strong(context.labelText("attainment.reading")) + ": " + context.markdown($0)
    }
    let pieces =
      [head] + judged.map(sentence) + judged.flatMap(doubts)
      + [reading, context.otherVerdicts(on: attainment)].compactMap { $0 }
    return pieces.joined(separator: " ")
  }

  /// What is told wherever the verdict is; the figure that speaks most strongly against it with its source.
  private func doubts(_ judgement: Attainment.Judgement) -> [Markdown] {
    caveats(judgement) + [judgement.counterFigure.map(counter)].compactMap { $0 }
  }

  /// What is told wherever the verdict is, with the notes on what only the judged body itself says.
  func caveats(_ judgement: Attainment.Judgement) -> [Markdown] {
    let notes = judgement.answers.filter { $0.confidence == .ownStatement }.compactMap(\.note)
    return notes.map(context.markdown)
      + AttainmentWording.caveats(judgement, of: attainment, context.language).map { .text($0) }
  }

  /// The label of what the way of counting leaves open; nil where nothing.
  func openWay(_ judgement: Attainment.Judgement) -> String? {
    if attainment.dependsOnWay(judgement) { return "plan.way_other" }
    return target.denominator == Indicator.Denominator.unstated ? "plan.way_unstated" : nil
  }

  /// The figure that is counted in another way and would turn the verdict.
  func counter(_ counter: Attainment.CounterFigure) -> Markdown {
    let way = AttainmentWording.way(of: counter, attainment.indicator, context.language)
    let figure = context.outcome(counter.outcome, attainment.indicator)
    return context.filled(
      "attainment.judged_counter",
      [
        "way": .text(way), "verdict": context.verdict(counter.verdict),
        "outcome": figure + " (" + .text(context.period(counter.outcome)) + ")",
      ])
  }

  /// The judgements that rest on an outcome; stages without one are left out.
  var judged: [Attainment.Judgement] {
    attainment.judgements.filter(\.verdict.restsOnOutcome)
  }

  private func sentence(_ judgement: Attainment.Judgement) -> Markdown {
    var pieces = [
      goal(judgement),
      context.filled("attainment.judged_outcome", ["outcome": figures(judgement.answers)]),
    ]
    if !judgement.baseline.isEmpty {
      pieces.append(
        context.filled("attainment.judged_baseline", ["baseline": figures(judgement.baseline)]))
    }
    if judgement.verdict != .undetermined, let distance = distance(judgement) { pieces.append(distance) }
    return pieces.joined(separator: "; ") + "."
  }

  private func goal(_ judgement: Attainment.Judgement) -> Markdown {
    guard let stage = judgement.stage, case .staged(let comparator, _) = target.goal else {
      return context.filled(
        "attainment.judged_goal", ["year": .text(String(target.year)), "goal": context.goal(target)])
    }
    let text = AttainmentWording.threshold(
      comparator, stage.value, unit: target.unit ?? .none, in: context.language)
    return context.filled(
      "attainment.judged_stage",
      [
        "date": .text(context.date(stage.by)),
        "goal": context.figure(text, at: stage.line, [target.citation]),
      ])
  }

  /// Reported values side by side, with their periods unless it is the whole year of the target.
  func figures(_ outcomes: [Outcome]) -> Markdown {
    outcomes.map { outcome -> Markdown in
      let figure = context.outcome(outcome, attainment.indicator)
      let isPlain = outcome.period == .fullYear && outcome.year == target.year
      return isPlain ? figure : figure + " (" + .text(context.period(outcome)) + ")"
    }.joined(separator: " / ")
  }

  /// The distance of the outcome from the goal; nil when it is not known or the outcome may lie on either side.
  func distance(_ judgement: Attainment.Judgement) -> Markdown? {
    let unit = attainment.indicator.unit
    guard let distance = AttainmentWording.distance(judgement, unit: unit) else { return nil }
    if distance == Interval(.zero) { return context.labelText("attainment.distance_none") }
    let isAbove = distance.lower >= .zero
    guard isAbove || distance.upper <= .zero else { return nil }
    let amounts = [distance.lower.magnitude, distance.upper.magnitude].sorted()
      .map { NumberText.distance($0, unit: unit, in: context.language) }
    let isOne = amounts.first == amounts.last
    let amount = isOne ? amounts[0] : amounts.joined(separator: "–")
    // A smaller rank or group is the better one.
    let isRank = unit == .rank || unit == .group
    let key = isRank ? (isAbove ? "behind" : "ahead") : (isAbove ? "above" : "below")
    return context.labelText("attainment.distance_" + key, ["amount": amount])
  }
}

extension Attainment {
  /// Whether counting in another way could lead to another verdict.
  var dependsOnWay: Bool { judgements.contains(where: dependsOnWay) }

  /// Whether counting in another way could lead to another verdict on one stage. Where the source of the result says no
  /// more than the document, no way is known that could differ.
  func dependsOnWay(_ judgement: Judgement) -> Bool {
    guard judgement.counterFigure == nil else { return true }
    let unstated = Indicator.Denominator.unstated
    let found = judgement.answers.map(\.denominator)
    let isWhole = indicator.denominators.allSatisfy { found.contains($0.id) }
    return target.denominator == unstated && !isWhole && found.contains { $0 != unstated }
  }
}
