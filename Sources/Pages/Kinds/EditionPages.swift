package import GFM
package import Scoring

/// The index of editions and one page for each.
package struct EditionPages: PageWriter {
  package init() {}

  /// The subject of the index is nil.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Edition>?)] {
    [(EditionIndex(context: context).head, nil)]
      + context.data.editions.map { (EditionDetail(context: context, edition: $0).head, $0.id) }
  }

  package func content(
    of subject: Identifier<Edition>?, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let subject else { return try EditionIndex(context: context).content() }
    guard let edition = context.data.edition(subject) else { return Page.PageContent() }
    return try EditionDetail(context: context, edition: edition).content()
  }
}

/// How many maxima of an edition's components are known.
struct MaximaCount {
  let components: Int
  let stated: Int
  let derived: Int
  let inferred: Int

  init(_ edition: Edition, weights: EditionWeights?) {
    components = edition.components.count
    stated = edition.components.filter { $0.maximum != nil }.count
    derived = edition.components.filter { $0.maximum?.status == .derived }.count
    inferred =
      edition.components.filter { weights?[ScoreKey($0.code)]?.isInferred ?? false }.count
  }

  /// The maxima that a source states or that follow exactly.
  var known: Int { stated + inferred }
}
