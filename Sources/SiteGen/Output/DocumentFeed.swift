internal import Foundation
internal import Pages
internal import Scoring
internal import Text

/// An Atom feed (RFC 4287) of the pages about documents, newest document first.
///
/// Dates are those of the documents, from the data, so a feed changes only when the data change. A document whose day
/// is unknown is left out, because an entry must have a day.
struct DocumentFeed {
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
  ///
  /// - Parameter moved: the pages that another place tells. Their entries keep their identifiers.
  func file(of pages: [Page.Head], moved: [MovedPage] = []) -> Data? {
    let entries = entries(of: pages.map { MovedPage($0, to: PagePlace($0.route)) } + moved)
    guard let newest = entries.first else { return nil }
    return AtomFeed(
      language: labels.language, page: baseURL + Route.home.path(in: labels.language),
      address: baseURL + "/" + Self.path(in: labels.language), title: labels.text("layout.site_title"),
      subtitle: labels.text("layout.tagline"), author: labels.text("layout.site_title"),
      rights: labels.text("layout.license"), updated: newest.day, entries: entries
    ).file
  }

  private func entries(of pages: [MovedPage]) -> [AtomFeed.AtomEntry] {
    pages.compactMap { moved -> AtomFeed.AtomEntry? in
      let page = moved.head
      guard page.language == labels.language, let day = days[page.route] else { return nil }
      // The address of a page consists of the identifier in the data, which does not change.
      return AtomFeed.AtomEntry(
        id: baseURL + page.route.path(in: page.language), title: page.title, day: day,
        address: baseURL + moved.place.path(in: page.language), summary: page.description)
    }
    .sorted { $0.day == $1.day ? $0.id < $1.id : $0.day > $1.day }
  }
}
