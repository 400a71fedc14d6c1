internal import Pages
internal import Text

/// What a page says to search engines, in the words of schema.org. Its addresses are whole, so it needs a base.
struct StructuredData {
  /// The base URL of the site, without a trailing slash.
  let baseURL: String
  let language: Language

  /// The pages above a page, from the home page down, and the page itself.
  func breadcrumbs(_ pages: [(title: String, route: Route)]) -> JSONValue {
    let items = pages.enumerated().map { place, page in
      JSONValue.object([
        ("@type", .string("ListItem")), ("position", .integer(place + 1)), ("name", .string(page.title)),
        ("item", .string(baseURL + page.route.path(in: language))),
      ])
    }
    return .object([
      ("@context", .string("https://schema.org")), ("@type", .string("BreadcrumbList")),
      ("itemListElement", .array(items)),
    ])
  }

  /// The open data and its tables.
  func dataset(_ page: Page.Head, tables: [String], creator: String, modified: String) -> JSONValue {
    let downloads = tables.flatMap { table in
      [("csv", "text/csv"), ("json", "application/json")].map { ending, type in
        JSONValue.object([
          ("@type", .string("DataDownload")), ("encodingFormat", .string(type)),
          ("contentUrl", .string("\(baseURL)/data/\(table).\(ending)")),
        ])
      }
    }
    return .object([
      ("@context", .string("https://schema.org")), ("@type", .string("Dataset")),
      ("name", .string(page.title)), ("description", .string(page.description)),
      ("url", .string(baseURL + page.route.path(in: language))), ("inLanguage", .string(language.rawValue)),
      ("license", .string("https://creativecommons.org/licenses/by/4.0/")),
      ("isAccessibleForFree", .bool(true)), ("dateModified", .string(modified)),
      ("creator", .object([("@type", .string("Organization")), ("name", .string(creator))])),
      ("distribution", .array(downloads)),
    ])
  }

  /// The value as it can stand in a `script` element, which no text in it may end.
  static func script(_ value: JSONValue) -> [UInt8] {
    let line = JSONValue.line(value).data.dropLast()
    return line.flatMap { $0 == UInt8(ascii: "<") ? Array("\\u003c".utf8) : [$0] }
  }
}
