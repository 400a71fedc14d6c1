internal import GFM
internal import Scoring
internal import Text

/// One number of a promise on its page: what it rests on, how it is counted, and what is known nearby.
struct PromisePart {
  let context: PageContext
  let attainment: Attainment
  /// Whether the promise has no other part. Then the lead of the page is its answer.
  let isAlone: Bool

  /// The number of related figures that are listed, nearest first.
  private static let relatedLimit = 6

  private var target: Target { attainment.target }

  /// The verdict, and the figures or the reason that it rests on.
  var answer: Markdown {
    if attainment.isJudged { return JudgedLine(context: context, attainment: attainment).finding }
    let badge = context.verdict(attainment.verdict)
    let name = context.text(attainment.verdict.name) + ": "
    let explanation = context.text(attainment.explanation)
    // The badge is the first word of the sentence.
    return badge + " "
      + .text(
        explanation.hasPrefix(name) ? explanation.dropFirst(name.count).string.capitalizedFirst : explanation)
  }

  /// - Parameter level: the level of the heading of one part among several.
  /// - Returns: its chart; nil when there is too little to draw.
  func add(to body: inout MarkdownDocument, level: Int = 2) throws(MarkdownError) -> Page.Chart? {
    if !isAlone {
      // The trailing braces give the heading its identifier.
      body.heading(level, context.markdown(target.statement) + " {#" + .text(target.id.rawValue) + "}")
      body.paragraph(answer)
    }
    let chart = PromiseChart(context: context, attainment: attainment).block
    if let chart { body.append(chart.document) }
    let below = isAlone ? 2 : level + 1
    body.heading(below, context.labelText("promise.why"))
    if attainment.isJudged {
      let publishers = attainment.reasons.publishers.map(\.name)
      body.paragraph(context.sentence(attainment.explanation, naming: publishers))
    }
    addStages(to: &body)
    let facts = PromiseFacts(context: context, attainment: attainment)
    try facts.add(to: &body)
    try addRelated(to: &body, level: below)
    try facts.addRows(to: &body, level: below)
    return chart?.chart
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

  /// The figures that come near and do not answer.
  private func addRelated(to body: inout MarkdownDocument, level: Int) throws(MarkdownError) {
    guard !attainment.related.isEmpty else { return }
    body.heading(level, context.labelText("attainment.related"))
    body.list(
      attainment.related.prefix(Self.relatedLimit).map { related in
        let reasons = related.mismatches.map {
          context.text(AttainmentWording.mismatch($0, indicators: { context.data.indicator($0) }))
        }.joined(separator: "; ")
        let indicator = context.data.indicator(related.outcome.indicator) ?? attainment.indicator
        return context.reported(related.outcome, indicator) + " "
          + .emphasis(context.filled("attainment.not_judged", ["reasons": .text(reasons)]))
      })
    let left = attainment.related.count - Self.relatedLimit
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
}

extension Substring {
  fileprivate var string: String { String(self) }
}

extension PageContext {
  /// An outcome with its period, its wording and its remarks.
  func reported(_ outcome: Outcome, _ indicator: Indicator) -> Markdown {
    var text = self.outcome(outcome, indicator) + " (" + .text(period(outcome)) + ")"
    if let statement = outcome.statement { text += ": " + markdown(statement) }
    if let remark = remark(
      outcome.note, contradictedBy: outcome.contradictedBy, citations: outcome.citations)
    {
      text += " " + .strong(labelText("attainment.note")) + ": " + remark
    }
    return text
  }
}
