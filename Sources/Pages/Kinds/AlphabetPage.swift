package import GFM
internal import Scoring
internal import Text

/// Everything that has an address, by name, as Vietnamese dictionaries sort.
package struct AlphabetPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .alphabet, language: context.language, title: context.label("alphabet.title"),
      description: context.label("alphabet.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  private struct Entry {
    let name: String
    let target: String
    /// The label of what it is.
    let kind: String
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let entries = Self.entries(context).map { (order: VietnameseOrder($0.name), entry: $0) }
      .sorted { ($0.order, $0.entry.target) < ($1.order, $1.entry.target) }.map(\.entry)
    var groups: [(letter: Character?, entries: [Entry])] = []
    for entry in entries {
      let letter = VietnameseOrder.initial(of: entry.name)
      if groups.last?.letter != letter || groups.isEmpty { groups.append((letter, [])) }
      groups[groups.count - 1].entries.append(entry)
    }
    var body = MarkdownDocument()
    body.paragraph(context.labelText("alphabet.lead", ["count": context.whole(entries.count)]))
    for group in groups {
      let title = group.letter.map { String($0) } ?? context.label("alphabet.digits")
      body.heading(2, .text(title + " {#\(Self.anchor(group.letter))}"))
      body.list(
        group.entries.map {
          .link(.text($0.name), to: $0.target) + " – " + context.labelText("alphabet." + $0.kind)
        })
    }
    return Page.PageContent(body)
  }

  /// The place of a letter on the page, in the notation of Telex: `dd` for Đ.
  private static func anchor(_ letter: Character?) -> String {
    let special: [Character: String] = [
      "Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw",
    ]
    return "letter-" + (letter.map { special[$0] ?? $0.lowercased() } ?? "0")
  }

  private static func yearTitle(_ index: String, _ year: Int, _ context: PageContext) -> String {
    context.label("year.title", ["index": index, "year": String(year)])
  }

  private static func entries(_ context: PageContext) -> [Entry] {
    func entry(_ name: String, _ route: Route, _ kind: String, anchor: String? = nil) -> Entry {
      Entry(name: name, target: context.address(of: route, anchor: anchor), kind: kind)
    }
    let data = context.data
    let pages: [(label: String, route: Route)] = [
      ("provinces.title", .provinces), ("plans.title", .plans), ("indexes.title", .indexes),
      ("compare.title", .compare), ("indicator.list_title", .indicators), ("index.title", .indexYears),
      ("edition.title", .editions), ("sources.title", .sources), ("changes.title", .changes),
      ("data.title", .dataDictionary),
    ]
    let internals = Set(data.indexes.compactMap(\.province))
    var entries = pages.map { entry(context.label($0.label), $0.route, "page") }
    for id in context.entitiesWithPage {
      entries.append(entry(context.entityName(id), .province(id), "province"))
      guard internals.contains(id) else { continue }
      let title = context.label("internal.title", ["name": context.entityName(id)])
      entries.append(entry(title, .internalIndex(id), "index"))
    }
    entries += ProvincePair.all(of: data.comparedProvinces).map {
      entry(context.pairName($0), .comparePair($0), "pair")
    }
    entries += data.plans.map { entry(context.text($0.title), .plan($0.id), "plan") }
    entries += data.indicators.map { entry(context.text($0.name), .indicator($0.id), "indicator") }
    entries += data.editions.map { entry(context.text($0.name), .edition($0.id), "edition") }
    entries += data.indexes.filter { $0.province == nil }.map {
      entry(context.text($0.name), .indexes, "index", anchor: PublishedIndexPage.anchor($0))
    }
    entries += data.indexYears.map {
      entry(yearTitle(context.label("index.short_name"), $0, context), .indexYear($0), "year")
    }
    entries += context.indexesByYear.flatMap { index in
      data.yearsOfIndex(index.id).map {
        entry(yearTitle(index.id, $0, context), context.route(of: index, year: $0), "year")
      }
    }
    entries += data.authoredPlaces(context.language.rawValue).map {
      Entry(name: $0.name, target: $0.path, kind: $0.isTerm ? "term" : "page")
    }
    return entries
  }
}
