import Foundation
import Scoring
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Small values for tests that need no real data.
enum Samples {
  static let line = DataLine(file: "toolkit.yaml", line: 1)

  static func entity(
    _ id: String, vi: String, en: String, _ kind: Entity.EntityKind = .province, hasProfile: Bool = false
  )
    -> Entity
  {
    Entity(
      id: Identifier(id), name: LocalizedText(vi: vi, en: en), kind: kind, code: nil, region: nil, from: nil,
      until: nil, successors: [], predecessors: [], references: [], responsibilities: [], note: nil,
      hasProfile: hasProfile, line: line)
  }

  static func source(_ id: String, title: String, publisher: String? = nil) -> Source {
    Source(
      id: Identifier(id), title: title, publisher: publisher, date: nil, kind: .secondary,
      titleLanguage: "vi", url: nil, isCopy: false, note: nil, line: line)
  }

  static func dataset(entities: [Entity] = [], sources: [Source] = [], changes: [Change] = []) -> Dataset {
    Dataset(
      asOf: CalendarDate.lastDay(of: 2025), comparedProvinces: [], scorecardIndex: nil, sources: sources,
      entities: entities, unitGroups: [],
      indicators: [], editions: [], indexes: [], plans: [], outcomes: [], published: [],
      scorecardEntries: [], changes: changes, files: [])
  }
}

/// The tags, texts and attributes of a finished page.
struct PageScanner {
  struct Tag {
    let name: String
    let attributes: [String: String]
    /// The text up to the next tag, entities decoded.
    let text: String
  }

  /// The tags; on a page that shows a data file, only those around the table of its lines.
  let tags: [Tag]
  /// Every identifier, in order.
  let ids: [String]
  /// Every `href` and `src`.
  let links: [String]

  init(_ html: String, isFile: Bool = false) {
    ids = PageScanner.values(of: "id", in: html)
    links = (PageScanner.values(of: "href", in: html) + PageScanner.values(of: "src", in: html))
      .map { MarkupText.decoded($0) }
    var parts = [html]
    if isFile, html.contains("<tbody>") {
      parts = html.components(separatedBy: "<tbody>")
      parts = [parts[0], parts.last?.components(separatedBy: "</tbody>").last ?? ""]
    }
    tags = parts.flatMap { $0.components(separatedBy: "<").dropFirst().map(PageScanner.tag) }
  }

  private static func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { piece in
      String(piece.utf8.prefix { $0 != UInt8(ascii: "\"") }) ?? ""
    }
  }

  private static func tag(_ piece: String) -> Tag {
    let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    let tag = HTMLTag(parts[0])
    let name = parts[0].hasPrefix("/") ? String(parts[0]) : tag.name
    let pairs = tag.attributes.map { name, value in
      // Attributes without a value come before the next name.
      (String(name.split(separator: " ").last ?? ""), MarkupText.decoded(value))
    }
    return Tag(
      name: name.trimmingCharacters(in: .whitespacesAndNewlines),
      attributes: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
      text: parts.count > 1 ? MarkupText.decoded(String(parts[1])) : "")
  }

  /// The texts that people read or hear, without code and text marked as another language.
  var texts: [String] {
    var texts: [String] = []
    var codeDepth = 0
    for tag in tags {
      switch tag.name {
      case "code", "pre": codeDepth += 1
      case "/code", "/pre": codeDepth -= 1
      default: break
      }
      let isOther = tag.attributes["hreflang"] != nil || tag.name == "span" && tag.attributes["lang"] != nil
      let isSilent = ["script", "style"].contains(tag.name)
      if codeDepth == 0, !isOther, !isSilent { texts.append(tag.text) }
      for name in ["alt", "title", "aria-label", "content"] where !isOther {
        if let value = tag.attributes[name] { texts.append(value) }
      }
      texts += tag.attributes.filter { $0.key.hasPrefix("data-") }.map(\.value)
    }
    return texts.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

extension RenderedBody {
  /// The HTML as text.
  var text: String { String(decoding: html, as: UTF8.self) }
}
