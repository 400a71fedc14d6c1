internal import Foundation
internal import Pages
internal import Text

/// The full addresses of all pages and their twins, for search engines (https://www.sitemaps.org/protocol.html).
struct Sitemap {
  /// The base URL of the site, without a trailing slash.
  let baseURL: String
  /// The maximum number of addresses in a file; the protocol allows 50,000.
  var limit = 50_000

  /// Makes `sitemap.xml`. When there are more pages than ``limit``, it lists `sitemap-1.xml` and so on.
  ///
  /// The page for missing addresses has no address of its own and is left out.
  func files(of pages: [Page.Head]) -> [String: Data] {
    let pages = pages.filter { $0.route != .notFound }
    guard pages.count > limit else { return ["sitemap.xml": urls(of: pages[...])] }
    var files: [String: Data] = [:]
    var index = Self.opening
    index += "<sitemapindex xmlns=\"\(Self.namespace)\">\n".utf8
    for start in stride(from: 0, to: pages.count, by: limit) {
      let name = "sitemap-\(start / limit + 1).xml"
      files[name] = urls(of: pages[start..<min(start + limit, pages.count)])
      index += "<sitemap><loc>".utf8
      MarkupText.escape(baseURL + "/" + name, apostrophes: true, into: &index)
      index += "</loc></sitemap>\n".utf8
    }
    index += "</sitemapindex>\n".utf8
    files["sitemap.xml"] = Data(index)
    return files
  }

  private static let opening = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private func urls(of pages: ArraySlice<Page.Head>) -> Data {
    var output = Self.opening
    output.reserveCapacity(pages.count * 400)
    output += "<urlset xmlns=\"\(Self.namespace)\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n".utf8
    for page in pages {
      let addresses = Language.allCases.map {
        (language: $0, address: MarkupText.escaped(baseURL + page.route.path(in: $0), apostrophes: true))
      }
      output += "<url>".utf8
      for (_, address) in addresses.filter({ $0.language == page.language }) {
        output += "<loc>".utf8
        output += address.utf8
        output += "</loc>".utf8
      }
      // The protocol for alternates asks each page to list every version, including itself.
      for (language, address) in addresses {
        output += "<xhtml:link rel=\"alternate\" hreflang=\"\(language.rawValue)\" href=\"".utf8
        output += address.utf8
        output += "\"/>".utf8
      }
      output += "</url>\n".utf8
    }
    output += "</urlset>\n".utf8
    return Data(output)
  }
}
