package import GFM
internal import Scoring

/// One page for each entity with a profile.
package struct ProvincePages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages: [Page] = []
    for entity in context.dataset.entities where entity.hasProfile {
      pages.append(try ProvincePage(context: context, entity: entity).page())
    }
    return pages
  }
}
