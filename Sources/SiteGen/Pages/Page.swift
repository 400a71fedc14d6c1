package import GFM
package import Scoring

/// A page before it is rendered: Markdown in one language, and the charts that it shows.
package struct Page: Equatable, Sendable {
  /// A chart shown on a page, written as a file of its own.
  package struct Chart: Equatable, Sendable {
    /// The path from the root of the site, `/charts/hai-duong.vi.svg`.
    package let path: String
    /// The SVG.
    package let svg: String

    package init(path: String, svg: String) {
      self.path = path
      self.svg = svg
    }
  }

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
  /// The text below the heading; a listing, if there is one, follows it.
  package let body: MarkdownDocument
  /// The lines of a data file that follow the text; nil on other pages.
  package let listing: FileListing?
  /// The charts that it shows.
  package let charts: [Chart]
  /// Whether it shows data files as they are, which hold both languages.
  package let quotesBothLanguages: Bool

  package init(
    route: Route, language: Language, title: String, description: String, parents: [Route],
    body: MarkdownDocument, listing: FileListing? = nil, charts: [Chart] = [],
    quotesBothLanguages: Bool = false
  ) {
    self.route = route
    self.language = language
    self.title = title
    self.description = description
    self.parents = parents
    self.body = body
    self.listing = listing
    self.charts = charts
    self.quotesBothLanguages = quotesBothLanguages
  }
}

/// Something that writes pages, called once for each language.
package protocol PageWriter: Sendable {
  /// The pages in the language of the context. The same routes in both languages.
  func pages(_ context: PageContext) throws(MarkdownError) -> [Page]
}
