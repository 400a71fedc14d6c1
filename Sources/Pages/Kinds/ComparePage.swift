package import GFM

/// The comparison matrix: targets of the compared provinces side by side, only like with like.
package struct ComparePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    [(ComparePage(context: context).head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    try ComparePage(context: context).content()
  }
}
