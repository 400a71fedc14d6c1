package import GFM
package import Scoring

/// One page for each plan, with every target.
package struct PlanPages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Identifier<Plan>)] {
    context.data.plans.map { (PlanPage(context: context, plan: $0).head, $0.id) }
  }

  package func content(
    of subject: Identifier<Plan>, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    guard let plan = context.data.plan(subject) else { return Page.PageContent() }
    return try PlanPage(context: context, plan: plan).content()
  }

  package func card(of subject: Identifier<Plan>, _ context: PageContext) -> ShareCard? {
    context.data.plan(subject).map { PlanPage(context: context, plan: $0).card }
  }
}
