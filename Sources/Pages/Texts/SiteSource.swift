package import Foundation
package import Files
package import Text

/// The authored files of the site: page text, labels, the layout, styles and scripts.
package struct SiteSource: Sendable {
  /// A term of the glossary: a heading of the third level with an identifier.
  package struct Term: Hashable, Sendable {
    package let id: String
    package let name: String
  }

  /// The identifier of the page whose headings are the terms of the site.
  static let glossary = "glossary"

  /// An authored page in one language.
  package struct AuthoredPage: Sendable {
    /// The same in both languages.
    package let id: String
    package let language: Language
    package let title: String
    package let description: String
    /// The path from the root of the site.
    package let path: String
    /// The position in the navigation, ascending; nil when the page is not in it.
    package let menuOrder: Int?
    /// Whether the page sets both languages side by side, as a glossary does.
    package let isBilingual: Bool
    /// The digest of its Markdown, which stays in the file until the page is rendered.
    package let body: ContentDigest
    /// The names in the lines `{{insert:NAME}}`.
    package let inserts: [String]
    /// The terms, on the page that is the glossary.
    package let terms: [Term]
    /// The file, relative to the site folder.
    package let file: String
  }

  /// A file that is copied unchanged.
  package struct Asset: Sendable {
    /// The path from the root of the site, `assets/style.css`.
    package let path: String
    package let bytes: Data
  }

  /// The folder `site`.
  package let folder: URL
  package let pages: [AuthoredPage]
  package let labels: [Language: Labels]
  package let layout: String
  /// The path of the layout below the folder.
  package static let layoutPath = "layouts/page.mustache"
  package let assets: [Asset]
  /// Who publishes the site.
  package let identity: SiteIdentity
  /// The path of the file that says so, below the folder.
  package static let identityPath = "site.yaml"
  /// The path of each authored page, by identifier and language.
  package let paths: [String: [Language: String]]

  package init(
    folder: URL = URL(filePath: "site"), pages: [AuthoredPage], labels: [Language: Labels], layout: String,
    assets: [Asset], identity: SiteIdentity = SiteIdentity()
  ) {
    self.folder = folder
    self.pages = pages
    self.labels = labels
    self.layout = layout
    self.assets = assets
    self.identity = identity
    paths = pages.reduce(into: [:]) { paths, page in
      // Of two pages with the same id the first counts; the check of paths finds the other.
      if paths[page.id, default: [:]][page.language] == nil {
        paths[page.id, default: [:]][page.language] = page.path
      }
    }
  }

  /// The labels of a language; empty when there is no file.
  package func labels(in language: Language) -> Labels {
    labels[language] ?? Labels(language: language, texts: [:])
  }
}
