internal import Foundation
internal import Pages
internal import Scoring
internal import Text

/// The feeds of what changed on the site: one of all changes, and one of those that concern a province.
struct ChangeFeed {
  let labels: Labels
  /// The base URL of the site, without a trailing slash.
  let baseURL: String
  let dataset: Dataset

  /// The path of the feed that stands beside a page, from the root of the site: of all changes beside the page of
  /// changes, of one province beside its page.
  static func path(beside route: Route, in language: Language) -> String {
    String(route.path(in: language).dropFirst()) + "feed.xml"
  }

  /// The feeds by their paths.
  var files: [String: Data] {
    let identifiers = identifiers
    let owners = Dictionary(
      dataset.targets.map { ($0.id, $0.entity) }, uniquingKeysWith: { first, _ in first })
    let all = zip(dataset.changes, identifiers).map { change, id in
      (
        entry: entry(change, id),
        entities: Set(change.targets.compactMap { owners[$0] } + change.figures.map(\.entity))
      )
    }
    let language = labels.language
    var files = [
      Self.path(beside: .changes, in: language): feed(
        beside: .changes, title: labels.text("changes.title"), all.map(\.entry))
    ]
    for entity in dataset.entities where entity.hasProfile {
      let route = Route.province(entity.id)
      files[Self.path(beside: route, in: language)] = feed(
        beside: route, title: labels.text("changes.feed_province", ["name": entity.name[language]]),
        all.filter { $0.entities.contains(entity.id) }.map(\.entry))
    }
    return files
  }

  /// The file of each change and its place among the changes of the file, which stay when a file grows at its end.
  private var identifiers: [String] {
    let lines = Dictionary(grouping: dataset.changes.map(\.line), by: \.file).mapValues { $0.sorted() }
    return dataset.changes.map { change in
      let place = (lines[change.line.file]?.firstIndex(of: change.line) ?? 0) + 1
      return "\(change.line.file)-\(place)"
    }
  }

  private func entry(_ change: Change, _ id: String) -> AtomFeed.AtomEntry {
    let page = baseURL + Route.changes.path(in: labels.language)
    let what = change.what[labels.language]
    return AtomFeed.AtomEntry(
      id: page + "#" + id, title: ShortText.cut(what, to: 100), day: change.date,
      address: page + "#" + ChangesPage.anchor(of: change.date),
      summary: labels.text("changes.why_" + change.cause.rawValue) + ": " + what)
  }

  private func feed(beside route: Route, title: String, _ entries: [AtomFeed.AtomEntry]) -> Data {
    AtomFeed(
      language: labels.language, page: baseURL + route.path(in: labels.language),
      address: baseURL + "/" + Self.path(beside: route, in: labels.language), title: title,
      subtitle: labels.text("changes.description"), author: labels.text("layout.site_title"),
      rights: labels.text("layout.license"), updated: entries.first?.day ?? dataset.asOf, entries: entries
    ).file
  }
}
