package import GFM
internal import Scoring

/// One page for each year of each index of provinces other than that of the scorecards.
package struct PublishedYearPages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: SiteModel.IndexYearKey)] {
    context.indexesByYear.flatMap { index in
      context.data.yearsOfIndex(index.id).map { year in
        (
          IndexYear.head(of: index, year: year, context),
          SiteModel.IndexYearKey(index: index.id, year: year)
        )
      }
    }
  }

  package func content(
    of subject: SiteModel.IndexYearKey, _ context: PageContext
  ) throws(MarkdownError) -> Page.PageContent {
    let index = context.data.indexes.first { $0.id == subject.index }
    return try IndexYear(context: context, index: index, year: subject.year).content()
  }

  package func card(of subject: SiteModel.IndexYearKey, _ context: PageContext) -> ShareCard? {
    let index = context.data.indexes.first { $0.id == subject.index }
    return IndexYear(context: context, index: index, year: subject.year).card
  }
}
