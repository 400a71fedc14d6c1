package import GFM
internal import Scoring

/// The list of indicators and one page for each.
package struct IndicatorPages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages = [try list(context)]
    for indicator in context.dataset.indicators {
      pages.append(try IndicatorPage(context: context, indicator: indicator).page())
    }
    return pages
  }

  private func list(_ context: PageContext) throws(MarkdownError) -> Page {
    var body = MarkdownDocument()
    let indicators = context.dataset.indicators
    let shared = context.model.matrix.blocks.filter { $0.provinceCount > 1 }.count
    body.paragraph(
      context.labelText(
        "indicator.list_lead",
        ["count": context.whole(indicators.count), "shared": context.whole(shared)]))
    let groups = Dictionary(grouping: indicators, by: \.component)
    let ordered = groups.sorted { ($0.key?.componentNumber ?? 99) < ($1.key?.componentNumber ?? 99) }
    for (component, indicators) in ordered {
      body.heading(2, .text(context.componentName(component)))
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("attainment.indicator")),
          MarkdownColumn(context.labelText("indicator.targets_count"), alignment: .right),
          MarkdownColumn(context.labelText("indicator.outcomes_count"), alignment: .right),
        ],
        rows: indicators.map { indicator in
          let targets = context.model.attainmentsByIndicator[indicator.id]?.count ?? 0
          let outcomes = context.model.outcomesByIndicator[indicator.id]?.count ?? 0
          return [
            context.link(context.markdown(indicator.name), to: .indicator(indicator.id)),
            .text(context.whole(targets)), .text(context.whole(outcomes)),
          ]
        })
    }
    return Page(
      route: .indicators, language: context.language, title: context.label("indicator.list_title"),
      description: context.label("indicator.list_description"), parents: [.home], body: body)
  }
}
