package import GFM

/// The page for an unknown address.
package struct NotFoundPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .notFound, language: context.language, title: context.label("layout.not_found_title"),
      description: context.label("layout.not_found_description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    var body = MarkdownDocument()
    body.paragraph(context.labelText("layout.not_found_lead"))
    let routes: [(Route, String)] = [
      (.home, "nav.home"), (.search, "search.title"), (.alphabet, "nav.alphabet"),
      (.provinces, "nav.provinces"), (.plans, "nav.plans"),
      (.indexes, "nav.indexes"), (.compare, "nav.compare"), (.method, "nav.method"),
      (.sources, "nav.sources"),
      (.dataDictionary, "nav.data"),
    ]
    body.list(routes.map { context.link(context.labelText($0.1), to: $0.0) })
    return Page.PageContent(body)
  }
}
