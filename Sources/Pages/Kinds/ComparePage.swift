internal import GFM
internal import Scoring

/// Provinces side by side. It answers one question: of how much of what each promised is the result known, and how do
/// they stand on the same measures?
struct ComparePage {
  let context: PageContext
  /// The provinces of the page; nil for the page of all that are compared.
  let pair: ProvincePair?

  private var provinces: [Identifier<Entity>] { pair?.provinces ?? context.data.comparedProvinces }

  private var title: String {
    guard let pair else { return context.label("compare.title") }
    return context.label(
      "compare.pair_title",
      ["first": context.entityName(pair.first), "second": context.entityName(pair.second)])
  }

  var head: Page.Head {
    Page.Head(
      route: pair.map(Route.comparePair) ?? .compare, language: context.language, title: title,
      description: pair == nil
        ? context.label("compare.description")
        : context.label("compare.pair_description", ["title": title]),
      parents: pair == nil ? [.home] : [.home, .compare])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addPairs(to: &body)
    try addPromises(to: &body)
    var charts = try CompareIndexes(context: context, provinces: provinces, pair: pair).add(to: &body)
    try CompareGrid(context: context, provinces: provinces).add(to: &body)
    if pair == nil { charts += try CompareStability(context: context).add(to: &body) }
    return Page.PageContent(body, charts: charts)
  }

  private func promises(of id: Identifier<Entity>) -> [Promise] {
    Promise.all(in: context.data.attainmentsOfEntity(id)).filter { $0.scope == .administrativeReform }
  }

  /// Of how many of the due promises a result is known, province beside province.
  private var lead: Markdown {
    let shares = provinces.map { context.entity($0) + " " + .text(known(promises(of: $0).summary)) }
    return context.filled("compare.lead", ["list": shares.joined(separator: "; ")])
  }

  /// `2 trên 48`, or the label for no promise that has come due.
  private func known(_ summary: AttainmentSummary) -> String {
    guard summary.measurable > 0 else { return context.label("compare.none_due") }
    return context.label(
      "common.of",
      [
        "part": context.whole(summary.measurable - summary.count(of: .noData)),
        "whole": context.whole(summary.measurable),
      ])
  }

  /// The pages of all pairs; that of the page itself is no link.
  private func addPairs(to body: inout MarkdownDocument) {
    let pairs = ProvincePair.all(of: context.data.comparedProvinces)
    guard !pairs.isEmpty else { return }
    var links = pairs.map { other -> Markdown in
      let name = Markdown.text(context.pairName(other))
      return other == pair ? .strong(name) : context.link(name, to: .comparePair(other))
    }
    if pair != nil { links.insert(context.link(context.labelText("compare.all_link"), to: .compare), at: 0) }
    body.paragraph(context.filled("compare.pairs", ["list": links.joined(separator: "; ")]))
  }

  /// The counts of verdicts, those with a result first, never in the order of any of them.
  private func addPromises(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("compare.promises"))
    body.paragraph(
      context.filled(
        "compare.counts", ["home": context.link(context.labelText("overview.promises_link"), to: .home)]))
    let counts = provinces.map { AttainmentCounts(promises(of: $0)) }
    let summaries = counts.map(\.summary)
    let verdicts = Verdict.inOrderOfInterest.filter { verdict in
      summaries.contains { $0.count(of: verdict) > 0 }
    }
    try body.table(
      columns: context.columns(of: provinces, first: context.labelText("attainment.verdict")),
      rows: [[context.labelText("compare.known")] + summaries.map { .text(known($0)) }]
        + verdicts.map { verdict in
          [context.verdict(verdict)] + counts.map { .text(context.count(of: verdict, in: $0)) }
        }
        + [
          [context.labelText("attainment.bounds_column")]
            + summaries.map { .text(context.shortBounds($0)) }
        ])
  }
}

extension PageContext {
  /// `Bắc Kạn – Nam Định`.
  func pairName(_ pair: ProvincePair) -> String {
    label("compare.pair", ["first": entityName(pair.first), "second": entityName(pair.second)])
  }

  /// A column for what the rows are about, then one for each province, headed by the link to its page.
  func columns(of provinces: [Identifier<Entity>], first: Markdown) -> [MarkdownColumn] {
    [MarkdownColumn(first)] + provinces.map { MarkdownColumn(entity($0)) }
  }
}
