/// Safe inline Markdown, for a paragraph, a heading, a cell or a link label.
///
/// Text from data is added with ``text(_:)`` or string interpolation, and the renderer shows exactly that text
/// wherever the Markdown is inserted. A string literal is authored Markdown:
///
/// ```swift
/// let line: Markdown = "**Nguồn:** \(sourceTitle)"  // sourceTitle is escaped, the stars are not
/// ```
///
/// The value keeps its structure. Text is escaped only when it is written, because what must be escaped depends on
/// the neighbours: see ``source``.
package struct Markdown: Hashable, Sendable {
  let inlines: [Inline]

  init(_ inlines: [Inline]) { self.inlines = inlines }

  /// Text from data, shown verbatim.
  ///
  /// A run of line breaks becomes one space, because inline text is one line; U+0000, which HTML cannot contain,
  /// becomes U+FFFD. Everything else is kept, including outer spaces. The text is not normalised: pass it in NFC.
  package static func text(_ plain: String) -> Markdown { Markdown([.text(singleLine(plain))]) }

  /// Authored inline Markdown, taken verbatim. Never pass text from data.
  ///
  /// A run of line breaks becomes one space. Block syntax does not work here: `1. x` in a paragraph is shown as those
  /// characters (see ``MarkdownDocument/init(authored:)``).
  package static func authored(_ source: String) -> Markdown { Markdown([.authored(singleLine(source))]) }

  /// A link. Inside the label of another link only its label is kept, because links cannot be nested.
  ///
  /// - Parameters:
  ///   - to: a URL or a path. Characters that a URL cannot contain are percent-encoded; a `%` stays before two
  ///     hexadecimal digits and is otherwise encoded as well. The renderer empties `javascript:` targets.
  ///   - title: plain text for the `title` attribute; nil for none.
  package static func link(_ label: Markdown, to target: String, title: String? = nil) -> Markdown {
    let title = title.map(singleLine).map { holdsAttributes($0) ? " " + $0 : $0 }
    return Markdown([.link(label.inlines, target: target, title: title)])
  }

  /// A link whose HTML has a class or an identifier of its own, for what a stylesheet or an address needs.
  ///
  /// The Markdown carries them in the title, after a `=`: `[Text](/path/ "=#some-id .some-class")`.
  ///
  /// - Parameters:
  ///   - style: a class; nil for none.
  ///   - identifier: an identifier, unique on its page; nil for none.
  package static func link(_ label: Markdown, to target: String, style: String?, identifier: String?)
    -> Markdown
  {
    let attributes = [identifier.map { "#" + $0 }, style.map { "." + $0 }].compactMap { $0 }
    let title = attributes.isEmpty ? nil : "=" + attributes.joined(separator: " ")
    return Markdown([.link(label.inlines, target: target, title: title)])
  }

  /// Whether a title would be read as the attributes of a link. A space before such a title from data prevents it.
  static func holdsAttributes(_ title: String) -> Bool { title.hasPrefix("=#") || title.hasPrefix("=.") }

  /// An image with its text alternative, both as plain text; `path` is treated like a link target.
  package static func image(alt: String, path: String, title: String? = nil) -> Markdown {
    Markdown([.image(alt: singleLine(alt), path: path, title: title.map(singleLine))])
  }

  /// Strong importance (bold), also inside a word and around quotation marks. Strong text inside strong text is
  /// simply strong; empty content gives no output.
  package static func strong(_ content: Markdown) -> Markdown { Markdown([.strong(content.inlines)]) }

  /// Emphasis (italics), with the same rules as ``strong(_:)``.
  package static func emphasis(_ content: Markdown) -> Markdown { Markdown([.emphasis(content.inlines)]) }

  /// A passage in another language, such as a title: `<span lang="vi">…</span>`, so that it is read aloud rightly.
  /// Within another passage, in a table cell, or with a code other than two or three small letters, it is its content
  /// alone.
  package static func passage(_ content: Markdown, language: String) -> Markdown {
    PassageTag.isCode(language) ? Markdown([.passage(content.inlines, language: language)]) : content
  }

  /// Plain text as code. Line breaks become spaces; empty text gives no output.
  package static func code(_ plain: String) -> Markdown { Markdown([.code(singleLine(plain))]) }

  /// Concatenates two values with nothing between them.
  package static func + (first: Markdown, second: Markdown) -> Markdown {
    Markdown(first.inlines + second.inlines)
  }

  package static func += (first: inout Markdown, second: Markdown) { first = first + second }

  /// Whether it gives no output.
  package var isEmpty: Bool { !inlines.contains(where: \.isCertainlyVisible) && source.isEmpty }

  /// The Markdown as a paragraph, on one line without a line break at the end.
  ///
  /// Only what would be read as Markdown is escaped, so that the text stays readable. Where two parts must not touch,
  /// as in `**“Đắk Lắk”**<!-- -->là` (without the comment cmark would not see bold text) or `a<!-- -->@b.vn`, an HTML
  /// comment separates them; ``MarkdownRenderer`` removes it.
  package var source: String { inlines.source(for: .paragraph) }
}

extension Sequence where Element == Markdown {
  /// Concatenates the elements with the separator between each two.
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

  /// Takes literal parts as authored Markdown and interpolated strings as text.
  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.inlines) }

  /// Collects the parts of an interpolated literal. Numbers cannot be interpolated, because their format depends on
  /// the language; format them first.
  package struct StringInterpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Starts empty; the capacities are not used.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Appends a literal part as authored Markdown.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines += Markdown.authored(literal).inlines }
    }

    /// Appends plain text, escaped.
    package mutating func appendInterpolation(_ plain: String) { inlines += Markdown.text(plain).inlines }

    /// Appends Markdown verbatim.
    package mutating func appendInterpolation(_ piece: Markdown) { inlines += piece.inlines }
  }
}
