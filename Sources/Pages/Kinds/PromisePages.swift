package import GFM
package import Scoring

/// One page for each promise: what became of it, and why. A path of milestones has a page too.
package struct PromisePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Promise>)] {
    context.data.promiseRecords.compactMap { id in
      context.data.promiseRecord(id).map { (PromisePage(context: context, record: $0).head, id) }
    }
  }

  package func content(
    of subject: Identifier<Promise>, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let record = context.data.promiseRecord(subject) else { return Page.PageContent() }
    return try PromisePage(context: context, record: record).content()
  }

  package func card(of subject: Identifier<Promise>, _ context: PageContext) -> ShareCard? {
    context.data.promiseRecord(subject).flatMap { PromisePage(context: context, record: $0).card }
  }
}
