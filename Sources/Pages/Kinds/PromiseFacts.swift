internal import GFM
internal import Scoring
internal import Text

/// What the verdict on one number of a promise rests on, as a table of names and values.
struct PromiseFacts {
  let context: PageContext
  let attainment: Attainment

  private typealias Fact = (name: String, value: Markdown)

  private var target: Target { attainment.target }
  private var indicator: Indicator { attainment.indicator }

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    try addTable(goal + result + counting + remarks + settling, to: &body)
  }

  /// The rows of the data files that it rests on, folded.
  func addRows(to body: inout MarkdownDocument, level: Int) throws(MarkdownError) {
    try body.details(level, context.labelText("promise.rows")) { body throws(MarkdownError) in
      try addTable(
        [
          ("promise.row_file", file(target.line, [target.citation])),
          ("promise.row_id", .code(target.id.rawValue)),
          ("attainment.goal", context.goal(target)),
          ("common.year", .text(String(target.year))),
          ("attainment.indicator", indicatorLink),
          ("attainment.source", source),
        ], to: &body)
      for outcome in attainment.answers { try addTable(row(outcome), to: &body) }
    }
  }

  private func addTable(_ facts: [Fact], to body: inout MarkdownDocument) throws(MarkdownError) {
    try body.box(.facts) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("promise.fact")),
          MarkdownColumn(context.labelText("promise.value")),
        ],
        rows: facts.map { [context.labelText($0.name), $0.value] })
    }
  }

  private var indicatorLink: Markdown {
    context.link(context.markdown(indicator.name), to: .indicator(target.indicator))
  }

  // MARK: What was promised and what came of it

  private var goal: [Fact] {
    var facts: [Fact] = [("attainment.goal", context.goal(target))]
    if let stretch = target.traits.optimistic {
      let text = NumberText.value(stretch, unit: target.unit ?? .none, in: context.language)
      facts.append(
        ("promise.stretch", context.filled("attainment.stretch_text", ["value": .text(text)])))
    }
    if case .staged = target.goal {
    } else {
      facts.append(("promise.deadline", .text(context.date(target.deadline))))
    }
    return facts
  }

  private var result: [Fact] {
    var facts: [Fact] = []
    let answers = attainment.answers
    if answers.isEmpty {
      if let nearness = attainment.nearness {
        facts.append(("promise.result", .emphasis(context.labelText("attainment.near_" + nearness.word))))
      }
    } else {
      facts.append(("promise.result", joined(answers.map { context.reported($0, indicator) })))
      let backing = answers.map(\.confidence)
      let marks = Confidence.allCases.filter(backing.contains).map(context.status)
      facts.append(("indicator.backing", marks.joined(separator: " ")))
    }
    let baseline = attainment.judgements.flatMap(\.baseline)
    if !baseline.isEmpty {
      facts.append(("promise.baseline", joined(baseline.map { context.reported($0, indicator) })))
    }
    if attainment.isProvisional {
      facts.append(("attainment.provisional", context.labelText("promise.provisional_text")))
    }
    for judgement in attainment.judgements {
      guard let counter = judgement.counterFigure else { continue }
      facts.append(
        ("promise.counter", JudgedLine(context: context, attainment: attainment).counter(counter)))
    }
    if let others = context.otherVerdicts(on: attainment) { facts.append(("promise.others", others)) }
    return facts
  }

  private func joined(_ items: [Markdown]) -> Markdown { items.joined(separator: " / ") }

  // MARK: How it is counted

  private var counting: [Fact] {
    var facts: [Fact] = [("attainment.indicator", indicatorLink)]
    if let denominator = indicator.denominators.first(where: { $0.id == target.denominator }) {
      facts.append(("attainment.denominator", context.markdown(denominator.name)))
    } else if target.denominator == Indicator.Denominator.unstated {
      facts.append(("attainment.denominator", context.unknown))
    }
    facts.append(("promise.level", .text(context.text(AttainmentWording.level(target.level)))))
    facts.append(("attainment.component", .text(context.componentName(target.component))))
    return facts
  }

  private var remarks: [Fact] {
    let document = context.text(AttainmentWording.document(attainment.reasons.document.kind))
    let named = ["document": context.language == .vietnamese ? document.capitalizedFirst : document]
    var wording: [Markdown] = []
    if target.traits.isAspiration { wording.append(context.labelText("attainment.aspiration", named)) }
    if target.traits.isBareNumber { wording.append(context.labelText("attainment.bare_number", named)) }
    var facts: [Fact] = wording.isEmpty ? [] : [("promise.wording", wording.joined(separator: " "))]
    let texts: [(String, LocalizedText?)] = [
      ("attainment.excludes", target.excludes), ("attainment.conditions", target.conditions),
      ("attainment.reading", target.reading), ("attainment.derivation", target.derivation),
      ("attainment.note", target.note),
    ]
    facts += texts.compactMap { name, text in text.map { (name, context.markdown($0)) } }
    if let endedBoundary { facts.append(("promise.boundary", endedBoundary)) }
    facts.append(("attainment.source", source))
    facts += target.repeats.map { ("attainment.also", repeated($0)) }
    return facts
  }

  private var source: Markdown {
    let locator = target.citation.locator.map { context.markdown($0) + " " } ?? ""
    return locator + context.cites([target.citation])
  }

  private func repeated(_ entry: Target.Repeat) -> Markdown {
    var text = context.cites([entry.citation])
    if let locator = entry.citation.locator { text += " " + context.markdown(locator) }
    if let statement = entry.statement { text += ": " + context.markdown(statement) }
    return text
  }

  /// What would settle an open target, and who holds it where that follows from the data.
  private var settling: [Fact] {
    var facts: [Fact] = []
    if let figure = AttainmentWording.settling(attainment) {
      facts.append(("attainment.settles", context.markdown(figure)))
      let series = indicator.publishedAs
      if let index = context.data.indexes.first(where: { $0.id == series?.index }) {
        facts.append(("attainment.published_in", context.markdown(index.name)))
      }
    }
    if let holders, !holders.isEmpty {
      facts.append(("attainment.holders", context.enumeration(holders)))
    }
    return facts
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

  // MARK: Rows of data

  private func file(_ line: DataLine, _ citations: [Citation]) -> Markdown {
    let place = context.label("promise.row_place", ["file": line.file, "line": context.whole(line.line)])
    return context.figure(place, at: line, citations)
  }

  private func row(_ outcome: Outcome) -> [Fact] {
    let sources = outcome.citations.map { citation in
      (citation.locator.map { context.markdown($0) + " " } ?? "") + context.cites([citation])
    }
    var facts: [Fact] = [
      ("promise.row_file", file(outcome.line, outcome.citations)),
      ("common.province", context.entity(outcome.entity)),
      ("common.year", .text(String(outcome.year))),
      ("indicator.period", .text(context.period(outcome))),
      ("common.value", .text(context.text(AttainmentWording.value(outcome, unit: indicator.unit)))),
    ]
    if let denominator = indicator.denominators.first(where: { $0.id == outcome.denominator }) {
      facts.append(("attainment.denominator", context.markdown(denominator.name)))
    }
    facts += [
      ("promise.level", .text(context.text(AttainmentWording.level(outcome.level)))),
      ("attainment.source", joined(sources)),
      ("indicator.backing", context.status(outcome.confidence)),
    ]
    return facts
  }
}

extension Attainment.Nearness {
  /// The word in the keys of labels.
  var word: String {
    switch self {
    case .relatedFigure: "related"
    case .nothing: "nothing"
    }
  }
}
