package import GFM
internal import Scoring

/// One page for each plan, with every target.
package struct PlanPages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages: [Page] = []
    for plan in context.dataset.plans { pages.append(try PlanPage(context: context, plan: plan).page()) }
    return pages
  }
}
