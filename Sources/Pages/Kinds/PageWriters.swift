/// Every writer of generated pages.
package enum PageWriters {
  package static let all: [any PageWriter] = [
    OverviewPages(), ProvinceListPage(), ProvincePages(), PlanListPage(), PlanPages(), PromisePages(),
    ComparePages(), PublishedIndexPage(), IndicatorPages(), IndexYearPages(), PublishedYearPages(),
    InternalIndexPages(), EditionPages(), SourcesPage(), ChangesPage(), DataDictionaryPage(), DataFilePages(),
    AlphabetPage(), SearchPage(), NotFoundPage(),
  ]
}
