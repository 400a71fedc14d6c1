/// Where a block of a document begins, and what it is.
struct MarkdownBlock: Hashable, Sendable {
  enum BlockKind: Hashable, Sendable {
    case authored, heading, table, other
    /// Two consecutive lists with the same marker would be one list.
    case list(usesOtherMarker: Bool)
  }

  var kind: BlockKind
  /// The place of its first byte in the text of the document.
  var start: Int

  var isList: Bool {
    if case .list = kind { true } else { false }
  }
}

func writeItem(_ text: [Inline], usesOtherMarker: Bool, to out: inout String) {
  let source = text.source(for: .paragraph)
  out += usesOtherMarker ? "*" : "-"
  if !source.isEmpty {
    out += " "
    out += source
  }
  out += "\n"
}

/// Authored text with `\n` line breaks and one at its end. It has more than line breaks.
func authoredText(_ source: String) -> String {
  let text = source.containsByte(UInt8(ascii: "\r")) ? linesOfText(source).joined(separator: "\n") : source
  guard let last = text.utf8.lastIndex(where: { $0 != UInt8(ascii: "\n") }) else { return "" }
  let end = text.utf8.index(after: last)
  // Text that already ends so is shared, not copied.
  return end < text.endIndex && text.utf8.index(after: end) == text.endIndex ? text : text[..<end] + "\n"
}

func writeRow(_ cells: some Sequence<String>, to out: inout String) {
  out += "|"
  for cell in cells {
    out += " "
    out += cell
    out += " |"
  }
  out += "\n"
}

func delimiterCell(_ alignment: MarkdownColumn.Alignment) -> String {
  switch alignment {
  case .left: ":---"
  case .right: "---:"
  case .center: ":---:"
  }
}

/// The text split at `\n`, `\r\n` and `\r`, as in cmark.
private func linesOfText(_ text: String) -> [String] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
}
