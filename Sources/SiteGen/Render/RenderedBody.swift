/// The HTML of a page's text after the finishing touches, and what the checks need to know of it.
struct RenderedBody: Sendable {
  /// A heading of the second level, for the contents list.
  struct Heading: Sendable {
    let id: String
    let text: String
  }

  /// A link inside the site.
  struct Link: Hashable, Sendable {
    /// The path from the root of the site; empty for a place on the same page.
    let path: String
    /// The identifier of the place; nil for the page as a whole.
    let fragment: String?
  }

  /// The HTML as UTF-8.
  var html: [UInt8] = []
  /// Every `id` on the page.
  var ids: Set<String> = []
  var headings: [Heading] = []
  var links: [Link] = []
  /// The runs of text that are of interest to the checks, tool tips and text alternatives included, entities
  /// decoded.
  var texts: [String] = []
  /// Data lines that are linked in a block without any mark of a source.
  var unsourced: [String] = []
}
