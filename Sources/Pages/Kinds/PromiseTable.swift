internal import GFM
internal import Scoring

/// Promises in a table, one line each: what was promised, what came of it, and the verdict.
struct PromiseTable {
  /// What the first column says besides the promise.
  enum Naming {
    /// Nothing; the links carry the identifiers of the targets, as on the page of a plan.
    case identified
    /// The province and the year.
    case placed
  }

  let context: PageContext
  let promises: [Promise]
  let naming: Naming

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    try body.box(.compact) { body throws(MarkdownError) in
      try body.table(
        columns: ["attainment.promise", "attainment.goal", "promise.result", "attainment.verdict"].map {
          MarkdownColumn(context.labelText($0))
        }, of: promises, row: row)
    }
  }

  private func row(_ promise: Promise) -> [Markdown] {
    [statements(promise), goals(promise), results(promise), context.verdict(of: promise)]
  }

  private func statements(_ promise: Promise) -> Markdown {
    switch naming {
    case .identified:
      return promise.parts.map { context.identifiedStatement($0.target) }.joined(separator: "; ")
    case .placed:
      guard let first = promise.leading?.target else { return "" }
      let more =
        promise.parts.count > 1
        ? " " + context.labelText("promise.title_parts", ["rest": context.whole(promise.parts.count - 1)])
        : ""
      let place = context.entityName(promise.entity) + ", " + String(first.year)
      return context.link(toPromise: promise, context.markdown(first.statement)) + more + " "
        + .emphasis(.text(place))
    }
  }

  private func goals(_ promise: Promise) -> Markdown {
    let parts = naming == .placed && promise.verdict.restsOnOutcome ? decisive(promise) : promise.parts
    return joined(parts.map { .text(context.goalText($0.target)) })
  }

  /// The parts with a result.
  private func decisive(_ promise: Promise) -> [Attainment] {
    let judged = promise.parts.filter(\.isJudged)
    return judged.isEmpty ? promise.parts : judged
  }

  /// The results with their gap and what speaks against them; how near what was found comes where nothing answers.
  private func results(_ promise: Promise) -> Markdown {
    let judged = promise.parts.filter(\.isJudged)
    if !judged.isEmpty {
      return joined(judged.map { promise.parts.count > 1 ? named($0, result($0)) : result($0) })
    }
    let others = promise.parts.flatMap { part in
      part.answers.map { context.text(AttainmentWording.value($0, unit: part.indicator.unit)) }
    }
    if !others.isEmpty {
      // A figure beside “no result found” or “no number found” would puzzle without its reason.
      let reason = promise.verdict == .noData ? "attainment.near_no_baseline" : "plan.not_judged"
      return joined(others.map { .text($0) }) + " " + .emphasis(context.labelText(reason))
    }
    let hasRelated =
      promise.nearness == .relatedFigure || promise.verdict == .lapsed && promise.hasRelatedFigure
    return hasRelated ? .emphasis(context.labelText("plan.related")) : "–"
  }

  /// The result of one part of several, by the name of what was measured.
  private func named(_ attainment: Attainment, _ result: Markdown) -> Markdown {
    context.markdown(attainment.indicator.name) + ": " + result
  }

  private func result(_ attainment: Attainment) -> Markdown {
    let line = JudgedLine(context: context, attainment: attainment)
    return line.judged.map { judgement -> Markdown in
      var pieces = [line.figures(judgement.answers)]
      if judgement.verdict != .undetermined, let distance = line.distance(judgement) {
        pieces.append(distance)
      }
      if !judgement.baseline.isEmpty {
        pieces.append(
          context.filled("attainment.judged_baseline", ["baseline": line.figures(judgement.baseline)]))
      }
      if naming == .placed, let counter = judgement.counterFigure {
        pieces.append(
          context.filled(
            "promise.counter_short",
            [
              "way": .text(AttainmentWording.way(of: counter, attainment.indicator, context.language)),
              "outcome": context.outcome(counter.outcome, attainment.indicator),
            ]))
      }
      // A plan tells its settled promises with their caveats above its table.
      if naming == .identified, let way = line.openWay(judgement) {
        pieces.append(.emphasis(context.labelText(way)))
      }
      let text = joined(pieces)
      guard naming == .placed else { return text }
      let caveats = line.caveats(judgement)
      return caveats.isEmpty ? text : text + ". " + caveats.joined(separator: " ")
    }.joined(separator: "; ")
  }

  private func joined(_ items: [Markdown]) -> Markdown { items.joined(separator: "; ") }
}

extension PageContext {
  /// The wording of a target, linked to its promise, with the identifier of the target.
  func identifiedStatement(_ target: Target) -> Markdown {
    .link(
      markdown(target.statement), to: address(ofTarget: target), style: nil, identifier: target.id.rawValue)
  }

  /// A link to the page of a promise.
  func link(toPromise promise: Promise, _ label: Markdown) -> Markdown {
    link(label, to: .promise(promise.id))
  }

  func goalText(_ target: Target) -> String {
    text(AttainmentWording.goal(target.goal, unit: target.unit))
  }
}
