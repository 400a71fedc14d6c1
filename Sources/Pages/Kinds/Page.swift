package import GFM
package import Text

/// A page before it is rendered: Markdown in one language, and the charts that it shows.
package struct Page: Sendable {
  /// What is known of a page before it is written: its route, and what other pages show of it.
  package struct Head: Equatable, Sendable {
    package let route: Route
    package let language: Language
    /// The heading and the title of the window.
    package let title: String
    /// One sentence for search engines and previews.
    package let description: String
    /// The pages above it, from the home page down; the page itself left out.
    package let parents: [Route]
    /// Whether it quotes both languages, as a data file does.
    package let quotesBothLanguages: Bool
    /// How strongly the page asks for a card of its own; nil for a page that shows that of a page above it.
    package let card: CardClaim?

    package init(
      route: Route, language: Language, title: String, description: String, parents: [Route],
      quotesBothLanguages: Bool = false, card: CardClaim? = nil
    ) {
      self.route = route
      self.language = language
      self.title = title
      self.description = description
      self.parents = parents
      self.quotesBothLanguages = quotesBothLanguages
      self.card = card
    }
  }

  /// The content below the heading.
  package struct PageContent: Sendable {
    /// The text; a listing, if there is one, follows it.
    package var body: MarkdownDocument
    /// The lines of a data file that follow the text; nil on other pages.
    package var listing: FileListing?
    package var charts: [Chart]

    package init(
      _ body: MarkdownDocument = MarkdownDocument(), listing: FileListing? = nil, charts: [Chart] = []
    ) {
      self.body = body
      self.listing = listing
      self.charts = charts
    }
  }

  /// A chart shown on a page, written as a file of its own.
  package struct Chart: Sendable {
    /// The path from the root of the site, `/charts/hai-duong.vi.svg`.
    package let path: String
    package let svg: String
    /// What a reader would see, in a few sentences.
    package let alternative: String
    /// What the chart shows and how to read it.
    package let caption: String
    /// The page that explains it, which need not be the only one that shows it.
    package let page: Route

    package init(path: String, svg: String, alternative: String, caption: String, page: Route) {
      (self.path, self.svg, self.page) = (path, svg, page)
      (self.alternative, self.caption) = (alternative, caption)
    }
  }

  package let head: Head
  package let content: PageContent

  package init(_ head: Head, _ content: PageContent) {
    self.head = head
    self.content = content
  }
}

/// A page whose head is known and whose content can be written.
package struct PageDraft: Sendable {
  package let head: Page.Head
  /// What the card of the page says; nil for a page without one.
  package let card: @Sendable (PageContext) -> ShareCard?
  /// Writes the content from what the context answers.
  package let write: @Sendable (PageContext) throws(MarkdownError) -> Page.PageContent

  package init(
    head: Page.Head, card: @escaping @Sendable (PageContext) -> ShareCard? = { _ in nil },
    write: @escaping @Sendable (PageContext) throws(MarkdownError) -> Page.PageContent
  ) {
    (self.head, self.card, self.write) = (head, card, write)
  }
}

/// Writes the pages of one kind, once for each language.
///
/// A subject, such as an identifier or a year, identifies a page. Everything else is asked of the context when the page
/// is written, so that its log holds everything that the page depends on.
package protocol PageWriter: Sendable {
  /// Identifies one of the pages.
  associatedtype Subject: PageSubject

  /// The heads of the pages in the language of the context. The routes are the same in both languages.
  func outline(_ context: PageContext) -> [(head: Page.Head, subject: Subject)]

  /// Writes one of the pages.
  func content(of subject: Subject, _ context: PageContext) throws(MarkdownError) -> Page.PageContent

  /// What the card of one of the pages says; nil for pages without one.
  func card(of subject: Subject, _ context: PageContext) -> ShareCard?
}

extension PageWriter {
  package func card(of subject: Subject, _ context: PageContext) -> ShareCard? { nil }
}

extension PageWriter {
  /// The pages in the language of the context, and those of them that another place tells.
  package func pages(_ context: PageContext) -> (drafts: [PageDraft], moved: [MovedPage]) {
    var (drafts, moved) = ([PageDraft](), [MovedPage]())
    for (head, subject) in outline(context) {
      let place = context.place(of: head.route)
      guard place.route == head.route else {
        moved.append(MovedPage(head, to: place))
        continue
      }
      drafts.append(
        PageDraft(head: head) { context in
          card(of: subject, context)
        } write: { context throws(MarkdownError) in
          var content = try content(of: subject, context)
          context.addCitedSources(to: &content.body)
          return content
        })
    }
    return (drafts, moved)
  }

  /// The pages that have an address of their own.
  package func drafts(_ context: PageContext) -> [PageDraft] { pages(context).drafts }
}
