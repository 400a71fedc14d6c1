internal import GFM
internal import Scoring

/// A generated block that an authored page can hold, by `{{insert:NAME}}` on a line of its own.
enum PageInsert: String, CaseIterable {
  /// How many targets, outcomes, figures and sources the data hold.
  case counts

  /// What a block puts on the page.
  struct Content {
    var document = MarkdownDocument()
    var charts: [Page.Chart] = []
  }

  func content(_ context: PageContext) throws(MarkdownError) -> Content {
    switch self {
    case .counts: Content(document: counts(context))
    }
  }

  private func counts(_ context: PageContext) -> MarkdownDocument {
    var document = MarkdownDocument()
    let dataset = context.dataset
    let counts: [(String, Int)] = [
      ("insert.targets", dataset.targets.count), ("insert.plans", dataset.plans.count),
      ("insert.outcomes", dataset.outcomes.count), ("insert.published", dataset.published.count),
      ("insert.scorecards", dataset.scorecardEntries.count),
      ("insert.indicators", dataset.indicators.count), ("insert.sources", dataset.sources.count),
    ]
    document.list(
      counts.map { key, count in
        context.labelText(key, ["count": NumberText.whole(count, in: context.language)])
      })
    return document
  }
}
