package import GFM

/// The overview of the index of the scorecards and one page for each index year.
package struct IndexYearPages: PageWriter {
  package init() {}

  /// The subject of the overview is nil.
  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: Int?)] {
    [(IndexOverview(context: context).head, nil)]
      + context.data.indexYears.map { (IndexYear.head(of: context.scorecardIndex, year: $0, context), $0) }
  }

  package func content(of subject: Int?, _ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    guard let subject else { return try IndexOverview(context: context).content() }
    return try IndexYear(context: context, year: subject).content()
  }

  package func card(of subject: Int?, _ context: PageContext) -> ShareCard? {
    subject.flatMap { IndexYear(context: context, year: $0).card }
  }
}
