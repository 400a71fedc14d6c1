internal import Foundation
internal import GFM
internal import Scoring

/// A finished page: its files and what the checks need. Never changes; a class, because thousands are handed from
/// step to step.
final class RenderedPage: Sendable {
  let page: Page
  /// The path from the root of the site, with a slash before it, and the file relative to the root.
  let path: String
  let file: String
  /// The titles of the pages above it, which it shows; nil for one that has none.
  let trail: [String?]
  /// The whole page.
  let html: Data
  /// The Markdown that the page was rendered from, its title above it.
  let markdown: Data
  /// The labels that the page and its charts need and lack.
  let missingLabels: Set<String>
  /// What the checks need to know of the text; its HTML left out, which the page has.
  let body: RenderedBody

  /// - Parameter html: the whole page as UTF-8.
  init(_ page: Page, trail: [String?], html: [UInt8], markdown: String, body: RenderedBody) {
    self.page = page
    path = page.route.path(in: page.language)
    file = page.route.file(in: page.language)
    self.trail = trail
    self.html = Data(html)
    self.markdown = Data(markdown.utf8)
    self.body = body
    missingLabels = page.charts.reduce(into: Self.missingLabels(in: html)) {
      $0.formUnion(Self.missingLabels(in: Array($1.svg.utf8)))
    }
  }

  private static func missingLabels(in text: [UInt8]) -> Set<String> {
    guard Labels.isMissingMark(in: text) else { return [] }
    let pieces = String(decoding: text, as: UTF8.self).components(separatedBy: Labels.missingMark)
    return Set(pieces.dropFirst().map { String($0.prefix { $0 != "\u{27E7}" }) })
  }
}
