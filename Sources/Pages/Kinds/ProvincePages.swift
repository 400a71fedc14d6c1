package import GFM
package import Scoring

/// One page for each entity with a profile.
package struct ProvincePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Entity>)] {
    context.data.entityOrder.compactMap { context.data.entity($0) }.filter(\.hasProfile).map {
      (ProvincePage(context: context, entity: $0).head, $0.id)
    }
  }

  package func content(
    of subject: Identifier<Entity>, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let entity = context.data.entity(subject) else { return Page.PageContent() }
    return try ProvincePage(context: context, entity: entity).content()
  }

  package func card(of subject: Identifier<Entity>, _ context: PageContext) -> ShareCard? {
    context.data.entity(subject).map { ProvincePage(context: context, entity: $0).card }
  }
}
