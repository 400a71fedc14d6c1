/// What every page links to in one language: few pages at the top, where readers start, and all others at the foot.
package struct SiteMenu: Hashable, Sendable {
  package struct MenuEntry: Hashable, Sendable {
    package let route: Route
    package let label: String

    package init(route: Route, label: String) {
      (self.route, self.label) = (route, label)
    }
  }

  package struct MenuGroup: Hashable, Sendable {
    package let title: String
    package let entries: [MenuEntry]

    package init(title: String, entries: [MenuEntry]) {
      (self.title, self.entries) = (title, entries)
    }
  }

  package let top: [MenuEntry]
  package let foot: [MenuGroup]

  package init(top: [MenuEntry] = [], foot: [MenuGroup] = []) {
    (self.top, self.foot) = (top, foot)
  }

  /// The menu in the language of the context. The authored pages of the foot are those with a place in `menu`.
  package init(_ context: PageContext, source: SiteSource) {
    func entries(_ routes: [(Route, String)]) -> [MenuEntry] {
      routes.map { MenuEntry(route: $0.0, label: context.label($0.1)) }
    }
    let authored = source.pages.filter { $0.language == context.language && $0.menuOrder != nil }
      .sorted { ($0.menuOrder ?? 0, $0.id) < ($1.menuOrder ?? 0, $1.id) }
      .map { MenuEntry(route: AuthoredPages.route(of: $0, in: source), label: $0.title) }
    top = entries([
      (.provinces, "nav.provinces"), (.plans, "nav.plans"), (.indexes, "nav.indexes"),
      (.compare, "nav.compare"),
    ])
    foot = [
      MenuGroup(
        title: context.label("nav.group_read"),
        entries: entries([
          (.indexYears, "nav.index"), (.editions, "nav.editions"), (.indicators, "nav.indicators"),
          (.alphabet, "nav.alphabet"), (.search, "search.title"),
        ])),
      MenuGroup(
        title: context.label("nav.group_check"),
        entries: entries([
          (.sources, "nav.sources"), (.dataDictionary, "nav.data"), (.changes, "nav.changes"),
        ])),
      MenuGroup(title: context.label("nav.group_about"), entries: authored),
    ]
  }
}
