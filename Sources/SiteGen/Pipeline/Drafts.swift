internal import Pages
internal import Text

extension SiteBuilder {
  /// All pages of the site before their content is written, and what they are written from.
  struct Drafts: Sendable {
    let contexts: InBothLanguages<PageContext>
    let authored: AuthoredPages
    let pages: [PageDraft]
    /// The heads of the pages, in their order.
    let heads: [Page.Head]
    /// Pages that want the same file as one before them.
    let taken: [Finding]

    init(_ pages: [PageDraft], authored: AuthoredPages, contexts: InBothLanguages<PageContext>) {
      self.contexts = contexts
      self.authored = authored
      self.pages = pages
      heads = pages.map(\.head)
      taken = SiteCheck.taken(heads)
    }

    /// What is wrong with the pages before one is written.
    var findings: [Finding] { authored.findings + taken + SiteCheck.twins(heads) }

    /// The title of each page; of the home page the word of the navigation.
    var titles: InBothLanguages<[Route: String]> {
      InBothLanguages { language in
        var titles: [Route: String] = [:]
        for head in heads where head.language == language { titles[head.route] = head.title }
        titles[.home] = contexts[language].label("nav.home")
        return titles
      }
    }
  }
}
