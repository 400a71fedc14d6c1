package import GFM
internal import Scoring

/// The overview of the PAR Index and one page for each index year.
package struct IndexYearPages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages = [try IndexOverview(context: context).page()]
    for year in context.model.indexYears { pages.append(try IndexYear(context: context, year: year).page()) }
    return pages
  }
}
