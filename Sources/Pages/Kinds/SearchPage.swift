package import GFM

/// The page of the search field. A script adds the field; without it the page leads to the list of everything.
package struct SearchPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .search, language: context.language, title: context.label("search.title"),
      description: context.label("search.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    var body = MarkdownDocument()
    body.paragraph(context.labelText("search.lead"))
    body.paragraph(
      context.filled(
        "search.needs",
        ["alphabet": context.link(context.labelText("alphabet.title"), to: .alphabet)]))
    return Page.PageContent(body)
  }
}
