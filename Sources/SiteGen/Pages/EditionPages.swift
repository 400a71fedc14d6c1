package import GFM
internal import Scoring

/// The index of editions and one page for each.
package struct EditionPages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages = [try EditionIndex(context: context).page()]
    for edition in context.dataset.editions {
      pages.append(try EditionDetail(context: context, edition: edition).page())
    }
    return pages
  }
}

/// What is known of the maxima of an edition's components.
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

  /// The maxima that a source prints or that follow exactly.
  var known: Int { stated + inferred }
}
