package import GFM
package import Text

/// A page before it is rendered: Markdown in one language, and the charts that it shows.
package struct Page: Sendable {
  /// What is known of a page before it is written: its place, and what other pages show of it.
  package struct Head: Equatable, Sendable {
    /// Which page it is.
    package let route: Route
    /// Its language.
    package let language: Language
    /// The heading and the title of the window.
    package let title: String
    /// One sentence for search engines and previews.
    package let description: String
    /// The pages above it, from the home page down; the page itself left out.
    package let parents: [Route]
    /// Whether it shows data files as they are, which hold both languages.
    package let quotesBothLanguages: Bool

    package init(
      route: Route, language: Language, title: String, description: String, parents: [Route],
      quotesBothLanguages: Bool = false
    ) {
      self.route = route
      self.language = language
      self.title = title
      self.description = description
      self.parents = parents
      self.quotesBothLanguages = quotesBothLanguages
    }
  }

  /// What stands below the heading.
  package struct PageContent: Sendable {
    /// The text; a listing, if there is one, follows it.
    package var body: MarkdownDocument
    /// The lines of a data file that follow the text; nil on other pages.
    package var listing: FileListing?
    /// The charts that it shows.
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
    /// The SVG.
    package let svg: String

    package init(path: String, svg: String) {
      self.path = path
      self.svg = svg
    }
  }

  package let head: Head
  package let content: PageContent

  package init(_ head: Head, _ content: PageContent) {
    self.head = head
    self.content = content
  }
}

/// A page of which the head is known and the content can be written.
package struct PageDraft: Sendable {
  package let head: Page.Head
  /// Writes the content; what it rests on is asked of the context.
  package let write: @Sendable (PageContext) throws(MarkdownError) -> Page.PageContent
}

/// Something that writes pages, called once for each language.
///
/// A page is named by a subject, an identifier or a year; everything else is asked of the context when the page is
/// written, so that it is known what the page rests on.
package protocol PageWriter: Sendable {
  /// What names one of the pages.
  associatedtype Subject: PageSubject

  /// The pages in the language of the context, not written yet. The same routes in both languages.
  func outline(_ context: PageContext) -> [(head: Page.Head, subject: Subject)]

  /// Writes one of the pages.
  func content(of subject: Subject, _ context: PageContext) throws(MarkdownError) -> Page.PageContent
}

extension PageWriter {
  /// The pages in the language of the context.
  package func drafts(_ context: PageContext) -> [PageDraft] {
    outline(context).map { head, subject in
      PageDraft(head: head) { context throws(MarkdownError) in try content(of: subject, context) }
    }
  }
}
