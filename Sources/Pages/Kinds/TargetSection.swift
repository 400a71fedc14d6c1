internal import GFM
internal import Scoring
internal import Text

/// One target on the page of its plan.
struct TargetSection {
  let context: PageContext
  let attainment: Attainment
  /// The target that this one is a step to; nil when it is a promise of its own.
  let stepGoal: Target?
  /// The promise that the target is part of; nil when it is not counted.
  let promise: Promise?

  /// The number of related figures that are listed, nearest first.
  private static let relatedLimit = 6

  private var target: Target { attainment.target }

  func add(to body: inout MarkdownDocument) {
    // The trailing braces give the heading its identifier.
    body.heading(3, context.markdown(target.statement) + " {#" + .text(target.id.rawValue) + "}")
    let separator: Markdown = " · "
    var head: [Markdown] = [context.verdict(attainment.verdict), context.goal(target)]
    if attainment.isProvisional { head.insert(.emphasis(context.labelText("attainment.provisional")), at: 1) }
    if let nearness = attainment.nearness {
      let word = attainment.answers.isEmpty ? nearness.word : "no_baseline"
      head.insert(.emphasis(context.labelText("attainment.near_" + word)), at: 1)
    }
    head.append(.text(context.text(AttainmentWording.level(target.level))))
    if case .staged = target.goal {} else { head.append(deadline) }
    body.paragraph(head.joined(separator: separator))
    let publishers = attainment.reasons.publishers.map(\.name)
    body.paragraph(context.sentence(attainment.explanation, naming: publishers))
    addStages(to: &body)
    addFigures(to: &body)
    body.list(details)
  }

  private var deadline: Markdown {
    context.filled("attainment.deadline", ["date": .text(context.date(target.deadline))])
  }

  private func addStages(to body: inout MarkdownDocument) {
    guard attainment.judgements.count > 1 else { return }
    body.list(
      attainment.judgements.map { judgement in
        let value = judgement.stage.map { stage -> Markdown in
          let text = NumberText.value(stage.value, unit: target.unit ?? .none, in: context.language)
          return context.figure(text, at: stage.line, [target.citation])
        }
        let how = judgement.stage?.derivation.map {
          context.status(.derived) + " " + context.markdown($0)
        }
        let pieces: [Markdown?] = [
          .strong(.text(context.date(judgement.deadline))), value, context.verdict(judgement.verdict), how,
        ]
        return pieces.compactMap { $0 }.joined(separator: " · ")
      })
  }

  private func addFigures(to body: inout MarkdownDocument) {
    if !attainment.answers.isEmpty {
      body.paragraph(.strong(context.labelText("attainment.answers")))
      body.list(attainment.answers.map { figure($0, indicator: attainment.indicator, reasons: nil) })
    }
    guard !attainment.related.isEmpty else { return }
    body.paragraph(.strong(context.labelText("attainment.related")))
    body.list(
      attainment.related.prefix(TargetSection.relatedLimit).map { related in
        let reasons = related.mismatches.map {
          context.text(AttainmentWording.mismatch($0, indicators: { context.data.indicator($0) }))
        }.joined(separator: "; ")
        let indicator = context.data.indicator(related.outcome.indicator) ?? attainment.indicator
        return figure(related.outcome, indicator: indicator, reasons: reasons)
      })
    let left = attainment.related.count - TargetSection.relatedLimit
    guard left > 0 else { return }
    body.paragraph(
      context.filled(
        "attainment.related_more",
        [
          "count": .text(context.whole(left)),
          "indicator": context.link(
            context.markdown(attainment.indicator.name), to: .indicator(target.indicator)),
        ]))
  }

  private func figure(_ outcome: Outcome, indicator: Indicator, reasons: String?) -> Markdown {
    var text = context.outcome(outcome, indicator) + " (" + .text(context.period(outcome)) + ")"
    if let statement = outcome.statement { text += ": " + context.markdown(statement) }
    if let remark = context.remark(
      outcome.note, contradictedBy: outcome.contradictedBy, citations: outcome.citations)
    {
      text += " " + .strong(context.labelText("attainment.note")) + ": " + remark
    }
    if let reasons {
      text += " " + .emphasis(context.filled("attainment.not_judged", ["reasons": .text(reasons)]))
    }
    return text
  }

  /// The source, the wording and the notes of the target.
  private var details: [Markdown] {
    var items = [source]
    items += target.repeats.map(repeated)
    func add(_ key: String, _ text: LocalizedText?) {
      if let text { items.append(item(key, context.markdown(text))) }
    }
    items.append(
      item(
        "attainment.indicator",
        context.link(context.markdown(attainment.indicator.name), to: .indicator(target.indicator))))
    if let denominator = attainment.indicator.denominators.first(where: { $0.id == target.denominator }) {
      items.append(item("attainment.denominator", context.markdown(denominator.name)))
    } else if target.denominator == Indicator.Denominator.unstated {
      items.append(item("attainment.denominator", context.unknown))
    }
    let document = context.text(AttainmentWording.document(attainment.reasons.document.kind))
    let named = ["document": context.language == .vietnamese ? document.capitalizedFirst : document]
    if target.traits.isAspiration { items.append(context.labelText("attainment.aspiration", named)) }
    if target.traits.isBareNumber { items.append(context.labelText("attainment.bare_number", named)) }
    if let stretch = target.traits.optimistic {
      let text = NumberText.value(stretch, unit: target.unit ?? .none, in: context.language)
      items.append(context.filled("attainment.stretch", ["value": .text(text)]))
    }
    add("attainment.excludes", target.excludes)
    add("attainment.conditions", target.conditions)
    add("attainment.reading", target.reading)
    add("attainment.derivation", target.derivation)
    add("attainment.note", target.note)
    items += settling
    if let others = context.otherVerdicts(on: attainment) { items.append(others) }
    if let endedBoundary { items.append(endedBoundary) }
    if let compound { items.append(compound) }
    if let step { items.append(step) }
    return items
  }

  private func item(_ key: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(key)) + ": " + value
  }

  private var source: Markdown {
    let locator = target.citation.locator.map { " " + context.markdown($0) } ?? ""
    return item("attainment.source", context.cites([target.citation]) + locator)
  }

  private func repeated(_ entry: Target.Repeat) -> Markdown {
    var text = context.cites([entry.citation])
    if let locator = entry.citation.locator { text += " " + context.markdown(locator) }
    if let statement = entry.statement { text += ": " + context.markdown(statement) }
    return item("attainment.also", text)
  }

  /// What would settle an open target, and who holds it where that follows from the data.
  private var settling: [Markdown] {
    guard let figure = AttainmentWording.settling(attainment) else { return [] }
    var items = [item("attainment.settles", context.markdown(figure))]
    let series = attainment.indicator.publishedAs
    if let index = context.data.indexes.first(where: { $0.id == series?.index }) {
      items.append(item("attainment.published_in", context.markdown(index.name)))
    } else if let holders, !holders.isEmpty {
      items.append(item("attainment.holders", context.enumeration(holders)))
    }
    return items
  }

  /// The departments that lead the component by a plan of the province; nil when the target has no component.
  private var holders: [Markdown]? {
    guard let component = target.component, let entity = context.data.entity(target.entity) else {
      return nil
    }
    return entity.responsibilities.filter { $0.component == component && $0.role == .lead }
      .map { context.markdown($0.department) + " " + context.cites([$0.citation]) }
  }

  /// The note on a deadline after the end of the entity's boundary; nil when the boundary lasts, or when the
  /// explanation of a lapsed target says it.
  private var endedBoundary: Markdown? {
    guard let entity = context.data.mention(target.entity), let until = entity.until,
      target.deadline.lastDay > until.lastDay, !entity.successors.isEmpty, attainment.verdict != .lapsed
    else { return nil }
    return context.filled(
      "attainment.outlived",
      [
        "name": .text(context.text(entity.name)), "date": .text(context.date(until)),
        "successor": context.enumeration(entity.successors.map(context.entity)),
      ])
  }

  /// The other parts of the promise and the verdict on the whole; nil when there are none.
  private var compound: Markdown? {
    guard let promise else { return nil }
    let others = promise.parts.filter { $0.target.id != target.id }
    guard !others.isEmpty else { return nil }
    return context.filled(
      "attainment.compound",
      [
        "parts": others.map { link(to: $0.target) }.joined(separator: "; "),
        "verdict": context.verdict(promise.verdict),
      ])
  }

  private var step: Markdown? {
    stepGoal.map { context.filled("attainment.step", ["target": link(to: $0)]) }
  }

  private func link(to target: Target) -> Markdown {
    .link(context.markdown(target.statement), to: "#" + target.id.rawValue)
  }
}

extension Attainment.Nearness {
  /// The word in the keys of labels.
  fileprivate var word: String {
    switch self {
    case .relatedFigure: "related"
    case .nothing: "nothing"
    }
  }
}
