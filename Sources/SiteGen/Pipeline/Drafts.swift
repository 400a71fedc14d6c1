internal import Pages
internal import Text

extension SiteBuilder {
  /// All pages before their content is written, with what they are written from.
  struct Drafts: Sendable {
    let contexts: InBothLanguages<PageContext>
    let authored: AuthoredPages
    let pages: [PageDraft]
    /// The heads of the pages, in the order of the pages.
    let heads: [Page.Head]
    /// The pages that another place of the site tells.
    let moved: [MovedPage]
    /// Findings on pages whose file an earlier page already has.
    let taken: [Finding]

    init(
      _ pages: [PageDraft], moved: [MovedPage], authored: AuthoredPages,
      contexts: InBothLanguages<PageContext>
    ) {
      self.contexts = contexts
      self.authored = authored
      self.pages = pages
      self.moved = moved
      heads = pages.map(\.head)
      taken = SiteCheck.taken(heads + moved.map(\.head), authored.source.pages)
    }

    /// The findings that are known before any page is written.
    var findings: [Finding] { authored.findings + taken + SiteCheck.twins(heads + moved.map(\.head)) }

    /// The title of each page; for the home page, the label in the navigation.
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
