package import GFM
package import Scoring

/// One page for each province with an index of its own units.
package struct InternalIndexPages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Entity>)] {
    let provinces = Set(context.data.indexes.compactMap(\.province))
    guard !provinces.isEmpty else { return [] }
    return context.data.entityOrder.filter(provinces.contains).compactMap { context.data.entity($0) }
      .filter(\.hasProfile).map { (InternalIndexPage(context: context, entity: $0).head, $0.id) }
  }

  package func content(
    of subject: Identifier<Entity>, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let entity = context.data.entity(subject) else { return Page.PageContent() }
    return try InternalIndexPage(context: context, entity: entity).content()
  }
}
