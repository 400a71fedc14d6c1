/// A piece of safe inline Markdown: what may stand in a paragraph, a heading, a cell or a link label.
///
/// Text from data goes in through ``text(_:)`` or a string interpolation and comes out of the renderer as
/// exactly the same text, wherever the piece is put. A string literal is Markdown written by us:
///
/// ```swift
/// let line: Markdown = "**Nguồn:** \(sourceTitle)"  // sourceTitle is escaped, the stars are not
/// ```
///
/// The value keeps its structure, and the escaping is done when the text is written, because what must be
/// escaped depends on the neighbours: see ``source``.
package struct Markdown: Hashable, Sendable {
  let inlines: [Inline]

  init(_ inlines: [Inline]) { self.inlines = inlines }

  /// Text from data, to be shown as it is.
  ///
  /// A run of line breaks becomes one space, because inline text is one line; U+0000, which no HTML page
  /// can hold, becomes U+FFFD. Everything else is kept, spaces at the ends included. The text is not
  /// normalised: give it in NFC.
  package static func text(_ plain: String) -> Markdown { Markdown([.text(singleLine(plain))]) }

  /// Inline Markdown written by us, taken as it is. Never give it text from data.
  ///
  /// A run of line breaks becomes one space. Block syntax does not work here: `1. x` in a paragraph is
  /// shown as those characters (see ``MarkdownDocument/init(authored:)``).
  package static func authored(_ source: String) -> Markdown { Markdown([.authored(singleLine(source))]) }

  /// A link. In the label of another link only its label is kept, as links cannot be nested.
  ///
  /// - Parameters:
  ///   - to: a URL or a path. Characters that a URL cannot hold are percent-encoded; a `%` is kept before
  ///     two hexadecimal digits and otherwise encoded as well. The renderer empties `javascript:` targets.
  ///   - title: plain text for the `title` attribute, or nil for none.
  package static func link(_ label: Markdown, to target: String, title: String? = nil) -> Markdown {
    Markdown([.link(label.inlines, target: target, title: title.map(singleLine))])
  }

  /// An image with its text alternative, both as plain text; `path` is treated like a link target.
  package static func image(alt: String, path: String, title: String? = nil) -> Markdown {
    Markdown([.image(alt: singleLine(alt), path: path, title: title.map(singleLine))])
  }

  /// Strong importance (bold), also inside a word and around quotation marks. Strong text inside strong
  /// text is simply strong; of an empty piece nothing is written.
  package static func strong(_ content: Markdown) -> Markdown { Markdown([.strong(content.inlines)]) }

  /// Emphasis (italics), with the same rules as ``strong(_:)``.
  package static func emphasis(_ content: Markdown) -> Markdown { Markdown([.emphasis(content.inlines)]) }

  /// Plain text as code. Line breaks become spaces; of an empty text nothing is written.
  package static func code(_ plain: String) -> Markdown { Markdown([.code(singleLine(plain))]) }

  /// The two pieces, one after the other, with nothing between them.
  package static func + (first: Markdown, second: Markdown) -> Markdown {
    Markdown(first.inlines + second.inlines)
  }

  /// Adds a piece at the end.
  package static func += (first: inout Markdown, second: Markdown) { first = first + second }

  /// Whether nothing would be written.
  package var isEmpty: Bool { !inlines.contains(where: \.isCertainlyVisible) && source.isEmpty }

  /// The Markdown of this piece as a paragraph of its own, on one line without a line break at the end.
  ///
  /// Only what would be read as Markdown is escaped, so that the text stays readable. Where two pieces
  /// must not touch, as in `**“Đắk Lắk”**<!-- -->là` (without the comment cmark would not see bold text)
  /// or `a<!-- -->@b.vn`, an HTML comment is put between them; ``MarkdownRenderer`` removes it.
  package var source: String { inlines.source(for: .paragraph) }
}

extension Sequence where Element == Markdown {
  /// All pieces in order, with the separator between each two.
  package func joined(separator: Markdown = "") -> Markdown {
    var inlines: [Inline] = []
    for (index, piece) in enumerated() {
      if index > 0 { inlines += separator.inlines }
      inlines += piece.inlines
    }
    return Markdown(inlines)
  }
}

extension Markdown: ExpressibleByStringInterpolation {
  /// A string literal is authored Markdown.
  package init(stringLiteral value: String) { self = .authored(value) }

  /// The literal parts as authored Markdown, the interpolated strings as text.
  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.inlines) }

  /// Collects the parts of an interpolated literal. Numbers cannot be interpolated: each language writes
  /// them in its own way, so they come in as formatted strings.
  package struct StringInterpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Starts an empty piece; the capacities are not used.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds a literal part as authored Markdown.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines += Markdown.authored(literal).inlines }
    }

    /// Adds plain text, escaped.
    package mutating func appendInterpolation(_ plain: String) { inlines += Markdown.text(plain).inlines }

    /// Adds a piece of Markdown as it is.
    package mutating func appendInterpolation(_ piece: Markdown) { inlines += piece.inlines }
  }
}
