/// Every writer of generated pages, and the navigation.
package enum PageWriters {
  package static let all: [any PageWriter] = [
    OverviewPages(), ProvincePages(), PlanPages(), PromisePages(), ComparePages(), IndicatorPages(),
    IndexYearPages(),
    InternalIndexPages(), EditionPages(), SourcesPage(), ChangesPage(), DataDictionaryPage(),
    DataFilePages(), NotFoundPage(),
  ]

  /// The navigation of a language: the main generated pages, then the authored ones.
  package static func menu(_ context: PageContext, source: SiteSource) -> [MenuEntry] {
    let generated: [(Route, String)] = [
      (.compare, "nav.compare"), (.indexYears, "nav.index"), (.indicators, "nav.indicators"),
      (.editions, "nav.editions"), (.sources, "nav.sources"), (.dataDictionary, "nav.data"),
      (.changes, "nav.changes"),
    ]
    let authored = source.pages.filter { $0.language == context.language && $0.menuOrder != nil }
      .sorted { ($0.menuOrder ?? 0, $0.id) < ($1.menuOrder ?? 0, $1.id) }
    return generated.map { MenuEntry(route: $0.0, label: context.label($0.1)) }
      + authored.map {
        MenuEntry(route: AuthoredPages.route(of: $0, in: source), label: $0.title)
      }
  }
}
