/// Separates two parts that must not touch. An HTML comment ends a run of text and counts as punctuation beside `*`,
/// but shows nothing. The renderer removes it.
let markdownSeparator = "<!-- -->"

/// The same with a bracket, for the start of a line (see ``guardingLineStart(_:)``).
let markdownBracketSeparator = "<!-- [ -->"

/// Writes inline parts in order, and separates two that cmark would read as one.
struct InlineWriter {
  private let inCell: Bool
  /// The enclosing parts: a link in a link, or strong text in strong text, is written only once.
  private var inLink = false
  private var inStrong = false
  private var inEmphasis = false
  private var inPassage = false

  private var out = ""
  /// Whether the output ends with a closing `*` after a character other than a letter or digit. Before a letter,
  /// cmark would not accept it as closing.
  private var closedAfterPunctuation = false
  private var lastIsAuthored = false

  init(inCell: Bool) { self.inCell = inCell }

  var source: String { out }

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): writeText(text)
    case .authored(let source): append(inCell ? escapingPipes(source) : source, authored: true)
    case .code(let code):
      guard let span = codeSpan(code) else { return writeText(code) }
      append(inCell ? backslashing(UInt8(ascii: "|"), in: span) : span)
    case .strong(let content):
      if inStrong { write(content.merged) } else { writeEmphasis("**", content) { $0.inStrong = true } }
    case .emphasis(let content):
      if inEmphasis { write(content.merged) } else { writeEmphasis("*", content) { $0.inEmphasis = true } }
    case .link(let label, let target, let title): writeLink(label, target: target, title: title)
    case .passage(let content, let language): writePassage(content, language)
    case .image(let alt, let path, let title):
      let label = TextEscaper.escape(alt, after: "[", separatesMail: false)
      append("![\(label)](\(linkDestination(path))\(titleSource(title)))")
    }
  }

  private mutating func writeText(_ text: String) {
    guard !text.isEmpty else { return }
    // Inside a link, cmark makes no link of a mail address.
    append(TextEscaper.escape(text, after: out.unicodeScalars.last, separatesMail: !inLink))
  }

  private mutating func writeLink(_ label: [Inline], target: String, title: String?) {
    guard !inLink else { return write(label.merged) }
    let inner: String
    if label.count == 1, case .text(let text)? = label.first {
      inner = TextEscaper.escape(text, after: nil, separatesMail: false)
    } else {
      inner = nested(label) { $0.inLink = true }
    }
    append("[")
    out += inner
    out += "]("
    out += linkDestination(target)
    if title != nil { out += titleSource(title) }
    out += ")"
  }

  /// The renderer lets a tag for a language through, but not in a table cell, where the content stands alone.
  private mutating func writePassage(_ content: [Inline], _ language: String) {
    guard !inCell, !inPassage else { return write(content.merged) }
    let inner = nested(content) { $0.inPassage = true }
    if !inner.isEmpty { append(PassageTag.opening(language) + inner + PassageTag.closing) }
  }

  private func nested(_ content: [Inline], _ change: (inout InlineWriter) -> Void) -> String {
    var writer = self
    writer.out = ""
    writer.closedAfterPunctuation = false
    writer.lastIsAuthored = false
    change(&writer)
    writer.write(content.merged)
    return writer.source
  }

  private func titleSource(_ title: String?) -> String {
    guard let title else { return "" }
    let text = TextEscaper.escape(title, after: nil, separatesMail: false)
    return " \"" + backslashing(UInt8(ascii: "\""), in: text) + "\""
  }

  /// A run of `*` opens only if no letter precedes it or no punctuation follows it. It closes only if no letter
  /// follows it or no punctuation precedes it (CommonMark 0.29, 6.4).
  private mutating func writeEmphasis(
    _ marker: String, _ content: [Inline], _ change: (inout InlineWriter) -> Void
  ) {
    let inner = encodingOuterSpaces(nested(content, change)).unicodeScalars
    guard let first = inner.first, let last = inner.last else { return }
    if let previous = out.unicodeScalars.last {
      let opens = isLetterOrDigit(first) || previous == " " || isASCIIPunctuation(previous)
      if previous == "*" || !opens { separate() }
    }
    closedAfterPunctuation = false
    append(marker)
    if first == "*" { separate() }
    out += String(inner)
    if last == "*" { separate() }
    out += marker
    closedAfterPunctuation = !isLetterOrDigit(last)
  }

  private mutating func append(_ source: String, authored: Bool = false) {
    guard let first = source.unicodeScalars.first else { return }
    if let last = out.unicodeScalars.last, mustBeSeparated(last, first) { separate() }
    out += source
    closedAfterPunctuation = false
    lastIsAuthored = authored
  }

  private func mustBeSeparated(_ last: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    if closedAfterPunctuation && first != " " && !isASCIIPunctuation(first) { return true }
    switch (last, first) {
    case ("*", "*"), ("`", "`"): return true
    case ("!", "["): return !lastIsAuthored
    case (":", "/"): return true
    default: return false
    }
  }

  private mutating func separate() { out += markdownSeparator }
}
