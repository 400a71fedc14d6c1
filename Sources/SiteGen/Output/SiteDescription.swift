internal import Foundation
internal import Pages
internal import Text

/// What programs ask of a site: how to install it, and where its pages are listed.
enum SiteDescription {
  /// The path of the web manifest (https://www.w3.org/TR/appmanifest/) from the root of the site.
  static func manifestPath(in language: Language) -> String {
    String(Route.home.path(in: language).dropFirst()) + "site.webmanifest"
  }

  static func manifest(_ labels: Labels) -> Data {
    let root = labels.language == .vietnamese ? "" : "../"
    let icon = JSONValue.object([
      ("src", .string(root + "assets/icon.svg")), ("type", .string("image/svg+xml")),
      ("sizes", .string("any")),
    ])
    return JSONValue.object([
      ("name", .string(labels.text("layout.site_title"))),
      ("short_name", .string(labels.text("layout.site_short"))),
      ("lang", .string(labels.language.rawValue)), ("start_url", .string("./")),
      ("display", .string("browser")), ("background_color", .string("#ffffff")),
      ("theme_color", .string("#0e6a70")), ("icons", .array([icon])),
    ]).data
  }

  /// Everything may be read (RFC 9309).
  static func robots(baseURL: String?) -> Data {
    Data(("User-agent: *\nAllow: /\n" + (baseURL.map { "\nSitemap: \($0)/sitemap.xml\n" } ?? "")).utf8)
  }
}
