internal import GFM
internal import Scoring

/// The page of one edition.
struct EditionDetail {
  let context: PageContext
  let edition: Edition

  var weights: EditionWeights? { context.data.weights(edition.id) }

  var head: Page.Head {
    Page.Head(
      route: .edition(edition.id), language: context.language, title: context.text(edition.name),
      description: context.label("edition.detail_description", ["edition": context.text(edition.name)]),
      parents: [.home, .editions])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addFacts(to: &body)
    try addCounts(to: &body)
    try addComponents(to: &body)
    try addBlocks(to: &body)
    try addAppraisal(to: &body)
    try addGroups(to: &body)
    addUnknown(to: &body)
    addScorecards(to: &body)
    return Page.PageContent(body)
  }

  private var lead: Markdown {
    let count = MaximaCount(edition, weights: weights)
    let years = context.filled("edition.lead_years", ["years": context.editionYears(edition)])
    guard count.components > 0 else { return years + " " + context.labelText("edition.lead_no_components") }
    return years + " "
      + context.filled(
        "edition.lead_maxima",
        [
          "known": .text(context.whole(count.known)), "all": .text(context.whole(count.components)),
          "printed": .text(context.whole(count.stated - count.derived)),
          "derived": .text(context.whole(count.derived + count.inferred)),
        ])
  }

  private func addFacts(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("edition.facts_heading"))
    func date(_ date: PartialDate?) -> Markdown {
      date.map { .text(NumberText.date($0, in: context.language)) } ?? context.unknown
    }
    let backing = edition.yearsBacking
    var items: [(String, Markdown)] = [
      ("decision", edition.decision.map { .text($0) } ?? context.unknown), ("date", date(edition.date)),
      ("effective", date(edition.effective)),
      (
        "years",
        context.editionYears(edition) + " " + context.status(backing.status) + " "
          + context.cites(backing.sources)
      ),
      ("total", edition.total.map { .text(context.exact($0)) } ?? context.unknown),
    ]
    if let id = edition.replaces, let old = context.data.edition(id) {
      items.append(("replaces", context.editionLink(old)))
    }
    body.list(items.map { .strong(context.labelText("edition." + $0.0)) + ": " + $0.1 })
    if let how = backing.how { body.paragraph(context.markdown(how)) }
    if let note = edition.note { body.quote(context.markdown(note)) }
  }

  private func addCounts(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.counts_heading"))
    guard !edition.counts.isEmpty else {
      body.paragraph(context.labelText("edition.counts_nothing"))
      return
    }
    let missing = Edition.Count.Level.allCases.filter { level in
      !edition.counts.contains { $0.level == level }
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.counted")),
        MarkdownColumn(context.labelText("edition.number"), alignment: .right),
        MarkdownColumn(context.labelText("edition.backing")),
      ],
      rows: edition.counts.map { count in
        let values = count.candidates.map { candidate in
          context.figure(
            context.whole(candidate.value), at: count.line, candidate.sources.map { Citation(source: $0) })
        }
        return [
          context.labelText("edition.count_" + count.level.rawValue), values.joined(separator: " / "),
          context.status(count.status),
        ]
      }
        + missing.map {
          [context.labelText("edition.count_" + $0.rawValue), context.unknown, context.unknown]
        })
    body.list(
      edition.counts.flatMap(\.candidates).compactMap { candidate in
        candidate.note.map {
          .strong(.text(context.whole(candidate.value))) + ": " + context.markdown($0)
        }
      })
  }

  private func addUnknown(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("edition.unknown_heading"))
    body.paragraph(context.labelText("edition.not_applicable_" + edition.notApplicable.rawValue))
    if edition.unknown.isEmpty { body.paragraph(context.labelText("edition.unknown_nothing")) }
    body.list(edition.unknown.map(context.markdown))
  }

  private func addScorecards(to body: inout MarkdownDocument) {
    body.heading(2, context.labelText("edition.scorecards_heading"))
    let items = edition.years.sorted(by: >).compactMap { year -> Markdown? in
      let ids = context.scored(below: .total, year: year)
      let yearLink = Markdown.strong(context.link(.text(String(year)), to: .indexYear(year)))
      guard context.data.indexYears.contains(year) else { return nil }
      guard !ids.isEmpty else { return yearLink + ": " + context.labelText("edition.scorecards_totals") }
      let names = ids.map { id in
        context.link(.text(context.entityName(id)), to: .indexYear(year), anchor: id.rawValue)
      }
      return yearLink + ": " + names.joined(separator: ", ")
    }
    if items.isEmpty { body.paragraph(context.labelText("edition.scorecards_nothing")) }
    body.list(items)
  }
}
