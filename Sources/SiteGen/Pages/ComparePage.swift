package import GFM
internal import Scoring

/// The comparison matrix: targets of the compared provinces side by side, only like with like.
package struct ComparePages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    [try ComparePage(context: context).page()]
  }
}
