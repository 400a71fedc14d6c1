package import GFM
package import Scoring

/// The list of indicators, with all of those that have at most one target or outcome, and a page for each of the others.
package struct IndicatorPages: PageWriter {
  package init() {}

  /// The subject of the list is nil.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Indicator>?)] {
    let list = Page.Head(
      route: .indicators, language: context.language, title: context.label("indicator.list_title"),
      description: context.label("indicator.list_description"), parents: [.home])
    return [(list, nil)]
      + context.data.indicators.map { (IndicatorPage(context: context, indicator: $0).head, $0.id) }
  }

  package func content(
    of subject: Identifier<Indicator>?, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let subject else { return try list(context) }
    guard let indicator = context.data.indicator(subject) else { return Page.PageContent() }
    return try IndicatorPage(context: context, indicator: indicator).content()
  }

  private func list(_ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    let indicators = context.data.indicators
    let shared = context.matrix(of: context.data.comparedProvinces).blocks.count { $0.provinceCount > 1 }
    let few = indicators.count { context.data.isFolded($0.id) }
    body.paragraph(
      context.labelText(
        "indicator.list_lead",
        ["count": context.whole(indicators.count), "shared": context.whole(shared)])
        + (few == 0
          ? "" : " " + context.labelText("indicator.list_entries", ["count": context.whole(few)])))
    let groups = Dictionary(grouping: indicators, by: \.component)
    let ordered = groups.sorted { ($0.key?.componentNumber ?? 99) < ($1.key?.componentNumber ?? 99) }
    for (component, indicators) in ordered {
      body.heading(2, .text(context.componentName(component)))
      let entries = indicators.filter { context.data.isFolded($0.id) }
      try addTable(of: indicators.filter { !context.data.isFolded($0.id) }, to: &body, context)
      guard !entries.isEmpty else { continue }
      let heading = context.labelText("indicator.entries", ["count": context.whole(entries.count)])
      body.details(3, heading) { body in
        for indicator in entries {
          IndicatorEntry(context: context, indicator: indicator).add(to: &body, level: 4)
        }
      }
    }
    return Page.PageContent(body)
  }

  /// The indicators with a page of their own.
  private func addTable(
    of indicators: [Indicator], to body: inout MarkdownDocument, _ context: PageContext
  ) throws(MarkdownError) {
    guard !indicators.isEmpty else { return }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("attainment.indicator")),
        MarkdownColumn(context.labelText("indicator.targets_count"), alignment: .right),
        MarkdownColumn(context.labelText("indicator.outcomes_count"), alignment: .right),
      ],
      rows: indicators.map { indicator in
        let targets = context.data.attainmentsOfIndicator(indicator.id).count
        let outcomes = context.data.outcomesOfIndicator(indicator.id).count
        return [
          context.entry(context.markdown(indicator.name), of: .indicator(indicator.id)),
          .text(context.whole(targets)), .text(context.whole(outcomes)),
        ]
      })
  }
}
