package import GFM

/// The comparison matrix: targets of the compared provinces side by side, only like with like.
package struct ComparePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Void)] {
    [(ComparePage(context: context).head, ())]
  }

  package func content(of subject: Void, _ context: PageContext) throws(MarkdownError) -> Page.Content {
    try ComparePage(context: context).content()
  }
}
