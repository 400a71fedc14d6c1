package import GFM
internal import Scoring

/// The compared provinces side by side: one page for all of them and one for each pair.
package struct ComparePages: PageWriter {
  package init() {}

  /// The subject of the page for all is nil.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: ProvincePair?)] {
    ([nil] + ProvincePair.all(of: context.data.comparedProvinces)).map {
      (ComparePage(context: context, pair: $0).head, $0)
    }
  }

  package func content(of subject: ProvincePair?, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    try ComparePage(context: context, pair: subject).content()
  }
}

extension ProvincePair: PageSubject {}
