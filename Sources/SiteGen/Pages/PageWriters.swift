/// Every writer of generated pages, and the navigation.
enum PageWriters {
  static let all: [any PageWriter] = [
    OverviewPages(), ProvincePages(), PlanPages(), ComparePages(), IndicatorPages(), IndexYearPages(),
    EditionPages(), SourcesPage(), DataDictionaryPage(), DataFilePages(), NotFoundPage(),
  ]

  /// The navigation of a language: the generated pages that a reader starts from, then authored ones.
  static func menu(_ context: PageContext, source: SiteSource) -> [PageRenderer.MenuEntry] {
    let generated: [(Route, String)] = [
      (.compare, "nav.compare"), (.indexYears, "nav.index"), (.indicators, "nav.indicators"),
      (.editions, "nav.editions"), (.sources, "nav.sources"), (.dataDictionary, "nav.data"),
    ]
    let authored = source.pages.filter { $0.language == context.language && $0.menuOrder != nil }
      .sorted { ($0.menuOrder ?? 0, $0.id) < ($1.menuOrder ?? 0, $1.id) }
    return generated.map { PageRenderer.MenuEntry(route: $0.0, label: context.label($0.1)) }
      + authored.map {
        PageRenderer.MenuEntry(route: AuthoredPages.route(of: $0, in: source), label: $0.title)
      }
  }
}
