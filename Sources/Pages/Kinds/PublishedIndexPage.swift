package import GFM
internal import Scoring
internal import Text

/// The published indexes, and where their years, editions and figures stand.
package struct PublishedIndexPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .indexes, language: context.language, title: context.label("indexes.title"),
      description: context.label("indexes.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let indexes = context.data.indexes
    var body = MarkdownDocument()
    body.paragraph(context.labelText("indexes.lead"))
    for index in indexes where index.province == nil { add(index, to: &body, context) }
    addInternal(Set(indexes.compactMap(\.province)), to: &body, context)
    body.heading(2, context.labelText("indicator.list_title"))
    body.paragraph(
      context.filled(
        "indexes.indicators",
        [
          "page": context.link(context.labelText("indexes.indicators_link"), to: .indicators),
          "count": .text(context.whole(context.data.indicators.count)),
        ]))
    return Page.PageContent(body)
  }

  /// The place of an index on the page.
  static func anchor(_ index: IndexDescription) -> String { "index-" + Slug.make(index.id) }

  private func add(_ index: IndexDescription, to body: inout MarkdownDocument, _ context: PageContext) {
    body.heading(2, context.markdown(index.name) + " {#" + .text(Self.anchor(index)) + "}")
    body.paragraph(
      context.labelText(
        "index.described", ["publisher": context.text(index.publisher), "scale": context.text(index.scale)]))
    body.list(index.id == context.data.scorecardIndex ? scored(context) : figures(of: index, context))
  }

  /// Where the index stands that scorecards are about: its years and its editions.
  private func scored(_ context: PageContext) -> [Markdown] {
    let years = context.data.indexYears.map { context.link(.text(String($0)), to: .indexYear($0)) }
    let editions = context.data.editions.map { context.editionLink($0) }
    let items: [(key: String, links: [Markdown])] = [
      ("indexes.overview", [context.link(context.labelText("index.title"), to: .indexYears)]),
      ("indexes.years", years),
      ("indexes.editions", editions),
    ]
    return items.filter { !$0.links.isEmpty }.map {
      context.filled($0.key, ["list": $0.links.joined(separator: ", ")])
    }
  }

  /// A year, linked where it has a page.
  private func yearLink(_ year: Int, of index: IndexDescription, _ context: PageContext) -> Markdown {
    index.isMonthly
      ? .text(String(year)) : context.link(.text(String(year)), to: context.route(of: index, year: year))
  }

  /// A province, linked to the section of its page on the index.
  private func section(
    of index: IndexDescription, on id: Identifier<Entity>, _ context: PageContext
  ) -> Markdown {
    let page = Route.province(id).path(in: context.language)
    return .link(.text(context.entityName(id)), to: page + "#" + Slug.make(context.text(index.name)))
  }

  private func figures(of index: IndexDescription, _ context: PageContext) -> [Markdown] {
    let years = context.data.yearsOfIndex(index.id)
    let entities = context.entitiesWithPage.filter { id in
      context.data.publishedOfEntity(id).contains { $0.index == index.id }
    }
    let items: [(key: String, links: [Markdown])] = [
      ("indexes.known_years", years.map { yearLink($0, of: index, context) }),
      ("indexes.known_provinces", entities.map { section(of: index, on: $0, context) }),
    ]
    let known = items.filter { !$0.links.isEmpty }.map {
      context.filled($0.key, ["list": $0.links.joined(separator: ", ")])
    }
    return known.isEmpty ? [context.labelText("indexes.nothing")] : known
  }

  private func addInternal(
    _ provinces: Set<Identifier<Entity>>, to body: inout MarkdownDocument, _ context: PageContext
  ) {
    let pages = context.entitiesWithPage.filter(provinces.contains)
    guard !pages.isEmpty else { return }
    body.heading(2, context.labelText("internal.heading"))
    body.paragraph(context.labelText("indexes.internal"))
    body.list(
      pages.map {
        context.link(
          context.labelText("internal.title", ["name": context.entityName($0)]), to: .internalIndex($0))
      })
  }
}
