internal import Foundation
internal import Scoring
internal import Text

/// An Atom feed (RFC 4287). Its dates come from the data, so a feed changes only when the data change.
struct AtomFeed {
  /// The maximum number of entries.
  static let limit = 30

  struct AtomEntry {
    /// The identifier, an address that never changes.
    let id: String
    let title: String
    let day: CalendarDate
    let address: String
    let summary: String
  }

  let language: Language
  /// The address of the page that the feed follows.
  let page: String
  /// The address of the feed.
  let address: String
  let title: String
  let subtitle: String
  let author: String
  let rights: String
  /// The day of the newest entry, or of the data when there is none.
  let updated: CalendarDate
  /// The newest first.
  let entries: [AtomEntry]

  var file: Data {
    var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    output += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">\n".utf8
    element("id", page, into: &output)
    element("title", title, into: &output)
    element("subtitle", subtitle, into: &output)
    element("updated", Self.time(updated), into: &output)
    output += "<author>".utf8
    element("name", author, into: &output)
    output += "</author>\n".utf8
    element("rights", rights, into: &output)
    link("self", "application/atom+xml", address, into: &output)
    link("alternate", "text/html", page, into: &output)
    for entry in entries.prefix(Self.limit) {
      output += "<entry>\n".utf8
      element("id", entry.id, into: &output)
      element("title", entry.title, into: &output)
      element("published", Self.time(entry.day), into: &output)
      element("updated", Self.time(entry.day), into: &output)
      link("alternate", "text/html", entry.address, into: &output)
      element("summary", entry.summary, into: &output)
      output += "</entry>\n".utf8
    }
    output += "</feed>\n".utf8
    return Data(output)
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
