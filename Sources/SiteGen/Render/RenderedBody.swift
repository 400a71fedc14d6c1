internal import Text

/// The post-processed HTML of a page's text, with what the checks need.
struct RenderedBody: Sendable {
  /// A heading of the second level, for the table of contents.
  struct Heading: Sendable {
    let id: String
    let text: String
  }

  /// A link inside the site.
  struct Link: Hashable, Sendable {
    /// The path from the root of the site; empty for a place on the same page.
    let path: String
    /// The identifier of the place; nil for the whole page.
    let fragment: String?
  }

  /// The HTML as UTF-8.
  var html: [UInt8] = []
  /// Every `id` on the page.
  var ids: Set<String> = []
  var headings: [Heading] = []
  var links: [Link] = []
  /// The rules that links to other sites break.
  var brokenRules: Set<Rule> = []
  /// The texts that the checks need, with tooltips and text alternatives, entities decoded.
  var texts: [String] = []
  /// Links to data lines from a block without a source mark.
  var unsourced: [String] = []
}
