package import GFM
internal import Scoring

/// The bibliography: every source, grouped by kind. Marks of sources on other pages lead to its entries.
package struct SourcesPage: PageWriter {
  /// A kind with more entries than this is split by the first letter of the identifier.
  private static let longGroup = 30

  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .sources, language: context.language, title: context.label("sources.title"),
      description: context.label("sources.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let sources = context.data.sources
    let publishers = Dictionary(
      context.data.publishers.flatMap { publisher in publisher.names.map { ($0, publisher) } },
      uniquingKeysWith: { first, _ in first })
    var body = MarkdownDocument()
    let copies = sources.filter(\.isCopy).count
    let official = sources.filter { $0.kind != .secondary }.count
    body.paragraph(
      context.filled(
        "sources.lead",
        [
          "count": .text(context.whole(sources.count)), "official": .text(context.whole(official)),
          "copies": .text(context.whole(copies)),
        ]))
    body.paragraph(context.labelText("sources.intro"))
    for kind in Source.SourceKind.allCases {
      let entries = sources.filter { $0.kind == kind }
      guard !entries.isEmpty else { continue }
      body.heading(2, context.labelText("sources.kind_" + kind.rawValue))
      body.paragraph(
        context.labelText("sources.kind_count", ["count": context.whole(entries.count)]))
      for group in groups(of: entries) {
        if let letter = group.letter {
          body.heading(3, .text(letter + " {#\(kind.rawValue)-\(letter.lowercased())}"))
        }
        body.list(group.entries.map { item($0, publishers, context) })
      }
    }
    return Page.PageContent(body)
  }

  private func groups(of entries: [Source]) -> [(letter: String?, entries: [Source])] {
    guard entries.count > SourcesPage.longGroup else { return [(nil, entries)] }
    let letters = Dictionary(grouping: entries) { $0.id.rawValue.prefix(1).uppercased() }
    return letters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// `# Title. Publisher, date. Copy. Note. Data items: 3`. The mark leads to the entry itself.
  private func item(
    _ source: Source, _ publishers: [String: Publisher], _ context: PageContext
  ) -> Markdown {
    let title = context.ownWords(source.title, in: source.titleLanguage)
    var parts: [Markdown] = [
      .link("#", to: "#" + source.id.rawValue, title: "="),
      source.url.map { .link(title, to: $0) } ?? .strong(title),
    ]
    let publisher = source.publisher.map(context.publisher)
    let date = source.date.map { Markdown.text(NumberText.date($0, in: context.language)) }
    let imprint = [
      publisher ?? context.labelText("sources.no_publisher"), date ?? context.labelText("sources.no_date"),
    ]
    parts.append("— " + imprint.joined(separator: ", ") + ".")
    if let publisher = source.publisher.flatMap({ publishers[$0] }) {
      let provinces = publisher.speaksFor.map { context.entityName($0) }
      if !provinces.isEmpty {
        parts.append(context.labelText("sources.voice", ["provinces": provinces.joined(separator: ", ")]))
      }
      if publisher.isRepublisher { parts.append(context.labelText("sources.republished")) }
    }
    if source.isCopy {
      parts.append(.strong(context.labelText("sources.copy")))
    } else if source.url == nil {
      parts.append(context.labelText("sources.no_address"))
    }
    if let note = source.note { parts.append(context.markdown(note)) }
    let count = context.data.sourceUses.count(of: source.id)
    parts.append(
      count == 0
        ? .emphasis(context.labelText("sources.unused"))
        : context.labelText("sources.uses", ["count": context.whole(count)]))
    parts.append(context.dataLine(context.labelText("sources.data_line"), source.line))
    return parts.joined(separator: " ")
  }
}
