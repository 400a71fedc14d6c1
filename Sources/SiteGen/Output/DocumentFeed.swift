internal import Foundation
internal import Pages
internal import Scoring
internal import Text

/// An Atom feed (RFC 4287) of the pages about documents, newest document first.
///
/// Dates are those of the documents, from the data, so a feed changes only when the data change. A document whose day
/// is unknown is left out, because an entry must have a day.
struct DocumentFeed {
  /// The maximum number of entries.
  static let limit = 30

  let labels: Labels
  /// The base URL of the site, without a trailing slash.
  let baseURL: String
  /// The days of the documents, from ``days(in:)``.
  let days: [Route: CalendarDate]

  /// The days on which plans and frameworks were issued, where the day is known.
  static func days(in dataset: Dataset) -> [Route: CalendarDate] {
    let plans = dataset.plans.map { (Route.plan($0.id), $0.date) }
    let editions = dataset.editions.map { (Route.edition($0.id), $0.date) }
    return (plans + editions).reduce(into: [:]) { days, document in
      if let date = document.1, date.day != nil { days[document.0] = date.firstDay }
    }
  }

  /// The path from the root of the site, without a leading slash.
  static func path(in language: Language) -> String {
    language == .vietnamese ? "feed.xml" : "en/feed.xml"
  }

  /// The feed in the language of the labels; nil when no page has a day.
  func file(of pages: [Page.Head]) -> Data? {
    let entries = entries(of: pages)
    guard let newest = entries.first else { return nil }
    let language = labels.language
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n".utf8
    let home = baseURL + Route.home.path(in: language)
    element("id", home, into: &output)
    element("title", labels.text("layout.site_title"), into: &output)
    element("subtitle", labels.text("layout.tagline"), into: &output)
    element("updated", Self.time(newest.day), into: &output)
    output += "<author>".utf8
    element("name", labels.text("layout.site_title"), into: &output)
    output += "</author>\n".utf8
    element("rights", labels.text("layout.license"), into: &output)
    link("self", "application/atom+xml", baseURL + "/" + Self.path(in: language), into: &output)
    link("alternate", "text/html", home, into: &output)
    for entry in entries {
      output += "<entry>\n".utf8
      // The address of a page consists of the identifier in the data, which does not change.
      element("id", entry.address, into: &output)
      element("title", entry.page.title, into: &output)
      element("published", Self.time(entry.day), into: &output)
      element("updated", Self.time(entry.day), into: &output)
      link("alternate", "text/html", entry.address, into: &output)
      element("summary", entry.page.description, into: &output)
      output += "</entry>\n".utf8
    }
    output += "</feed>\n".utf8
    return Data(output)
  }

  private typealias Entry = (page: Page.Head, day: CalendarDate, address: String)

  private func entries(of pages: [Page.Head]) -> ArraySlice<Entry> {
    pages.compactMap { page -> Entry? in
      guard page.language == labels.language, let day = days[page.route] else { return nil }
      return (page, day, baseURL + page.route.path(in: page.language))
    }
    .sorted { $0.day == $1.day ? $0.address < $1.address : $0.day > $1.day }
    .prefix(Self.limit)
  }

  /// The start of the day in Vietnam.
  private static func time(_ day: CalendarDate) -> String { "\(day)T00:00:00+07:00" }

  private func element(_ name: String, _ text: String, into output: inout [UInt8]) {
    output += "<\(name)>".utf8
    MarkupText.escape(text, apostrophes: true, into: &output)
    output += "</\(name)>\n".utf8
  }

  private func link(_ relation: String, _ type: String, _ address: String, into output: inout [UInt8]) {
    output += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8
    MarkupText.escape(address, apostrophes: true, into: &output)
    output += "\"/>\n".utf8
  }
}
