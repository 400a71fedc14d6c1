/// A box around blocks of a document. In the Markdown it is a pair of comments, which other renderers do not show;
/// ``MarkdownRenderer`` makes the element of them.
package enum MarkdownContainer: String, CaseIterable, Sendable {
  /// A list of links shown as small squares.
  case squares
  /// A table of names and values.
  case facts
  /// A table in which columns share the width of a narrow screen.
  case compact
  /// A table whose first column stands above the others on a narrow screen.
  case stacked
  /// A table whose first column holds years, which stand beside the others on a narrow screen.
  case years
  /// A ranking, whose rows stay on one line on a narrow screen.
  case ranking
  /// The rows of a data file, each a heading and a list of names and values.
  case records
  /// A part that the reader unfolds. Its heading stands in a ``summary``.
  case details
  /// The heading of ``details``.
  case summary

  /// The start tag of the element.
  var startTag: String {
    switch self {
    case .squares, .facts, .compact, .stacked, .years, .ranking, .records: "<div class=\"\(rawValue)\">"
    case .details, .summary: "<\(rawValue)>"
    }
  }

  /// The end tag of the element.
  var endTag: String {
    switch self {
    case .squares, .facts, .compact, .stacked, .years, .ranking, .records: "</div>"
    case .details, .summary: "</\(rawValue)>"
    }
  }

  /// The comment that begins the box. No text from data or from a person can hold it: the one is escaped, and
  /// ``MarkdownDocument/init(authored:)`` changes it in the other.
  var startComment: String { Self.mark + rawValue + "-->" }

  /// The comment that ends the box.
  var endComment: String { Self.mark + "/" + rawValue + "-->" }

  /// How the comments of boxes begin.
  static let mark = "<!--:"

  /// The tag of each comment.
  static let tags: [String: String] = allCases.reduce(into: [:]) { tags, container in
    tags[container.startComment] = container.startTag
    tags[container.endComment] = container.endTag
  }
}
