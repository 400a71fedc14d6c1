internal import GFM
internal import Scoring

/// All editions side by side, and the maxima of each component through the editions.
struct EditionIndex {
  let context: PageContext

  private var editions: [Edition] { context.data.editions }

  var head: Page.Head {
    Page.Head(
      route: .editions, language: context.language, title: context.label("edition.title"),
      description: context.label("edition.description"), parents: [.home])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    body.quote(context.labelText("edition.compare_warning"))
    let chart = context.weightsChart(editions)
    if let chart { body.append(chart.document) }
    try addList(to: &body)
    try addMaxima(to: &body)
    return Page.PageContent(body, charts: [chart?.chart].compactMap { $0 })
  }

  private func count(_ edition: Edition) -> MaximaCount {
    MaximaCount(edition, weights: context.data.weights(edition.id))
  }

  private var lead: Markdown {
    let years = editions.flatMap(\.years)
    let complete = editions.filter { count($0).components > 0 && count($0).known == count($0).components }
    let none = editions.filter { count($0).known == 0 }
    return context.filled(
      "edition.lead",
      [
        "count": .text(context.whole(editions.count)), "first": .text(years.min().map(String.init) ?? ""),
        "last": .text(years.max().map(String.init) ?? ""),
        "complete": .text(context.whole(complete.count)), "none": .text(context.whole(none.count)),
      ])
  }

  private func addList(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.list_heading"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.edition")),
        MarkdownColumn(context.labelText("edition.date")),
        MarkdownColumn(context.labelText("edition.years")),
        MarkdownColumn(context.labelText("edition.maxima_known"), alignment: .right),
      ],
      rows: editions.map { edition in
        let count = count(edition)
        let known =
          count.components == 0
          ? context.unknown
          : .text(
            context.label(
              "common.of", ["part": context.whole(count.known), "whole": context.whole(count.components)]))
        return [
          context.editionLink(edition),
          edition.date.map { .text(NumberText.date($0, in: context.language)) } ?? context.unknown,
          context.editionYears(edition) + " " + context.status(edition.yearsBacking.status), known,
        ]
      })
  }

  /// One table for each component: its name and maximum in each edition.
  private func addMaxima(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.maxima_heading"))
    body.paragraph(context.labelText("edition.maxima_intro"))
    let codes = Set(editions.flatMap { $0.components.map(\.code) }).sorted()
    for code in codes {
      body.heading(3, .text(code.description + " {#\(code.description.lowercased())}"))
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("edition.years")),
          MarkdownColumn(context.labelText("edition.component")),
          MarkdownColumn(context.labelText("edition.maximum"), alignment: .right),
        ],
        rows: editions.compactMap { edition in
          edition.components.first { $0.code == code }.map { node in
            let years = context.link(context.editionYears(edition), to: .edition(edition.id))
            let weights = context.data.weights(edition.id)
            return [years, context.markdown(node.name), context.maximum(weights?[ScoreKey(code)])]
          }
        })
    }
  }
}

extension PageContext {
  /// The index years of an edition: `2022, 2023`; the unknown mark for none.
  func editionYears(_ edition: Edition) -> Markdown {
    edition.years.isEmpty
      ? unknown : .text(edition.years.map { String($0) }.joined(separator: ", "))
  }
}
