internal import Foundation
internal import Pages
internal import Text

/// The file at the address of a page that moved. It sends browsers on at once, tells search engines where, and has a
/// link for everyone else.
struct MovedPageFile {
  let page: MovedPage
  /// The title of the page that tells it now.
  let title: String
  let labels: Labels
  /// The base URL of the site, without a trailing slash; nil makes the canonical address relative.
  let baseURL: String?

  /// The path from the root of the site, without a leading slash.
  var path: String { page.head.route.file(in: language) }

  private var language: Language { page.head.language }

  var bytes: Data {
    let depth = page.head.route.path(in: language).split(separator: "/").count
    let root = String(repeating: "../", count: depth)
    let place = escaped(root + page.place.path(in: language).dropFirst())
    let route = page.place.route.path(in: language)
    let canonical = escaped(baseURL.map { $0 + route } ?? root + route.dropFirst())
    let name = escaped(page.head.title)
    let link = "<a href=\"\(place)\">\(escaped(title))</a>"
    // The link is put in last, because the label is escaped.
    let text = escaped(labels.text("layout.moved", ["name": page.head.title, "link": Self.mark]))
      .replacing(Self.mark, with: link, maxReplacements: 1)
    return Data(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta http-equiv="refresh" content="0; url=\(place)">
      <meta name="robots" content="noindex">
      <title>\(name) – \(escaped(labels.text("layout.site_title")))</title>
      <link rel="canonical" href="\(canonical)">
      <link rel="icon" type="image/svg+xml" href="\(root)assets/icon.svg">
      <link rel="stylesheet" href="\(root)assets/style.css">
      </head>
      <body class="page-moved">
      <main class="wrap">
      <h1>\(name)</h1>
      <p>\(text)</p>
      </main>
      </body>
      </html>

      """.utf8)
  }

  /// Nothing but the style sheet and the icon is loaded.
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
  /// Stands for the link while the sentence is escaped. No title holds a line break.
  private static let mark = "\n"

  private func escaped(_ text: some StringProtocol) -> String {
    MarkupText.escaped(String(text), apostrophes: false)
  }
}
