/// One block of a document.
enum MarkdownBlock: Hashable, Sendable {
  case authored(String)
  case heading(Int, [Inline])
  case paragraph([Inline])
  case list([[Inline]])
  case table([MarkdownColumn], rows: [[[Inline]]])
  case quote([Inline])
}

extension [MarkdownBlock] {
  /// Appends the blocks, with an empty line between each two and a line break at the end of each line.
  func write(to out: inout String) {
    var usesOtherMarker = false
    for (index, block) in enumerated() {
      if index > 0 { out += "\n" }
      // Two consecutive lists with the same marker would be one list.
      usesOtherMarker = index > 0 && block.isList && self[index - 1].isList && !usesOtherMarker
      block.write(to: &out, usesOtherMarker: usesOtherMarker)
    }
  }
}

extension MarkdownBlock {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }

  var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  var isAuthored: Bool {
    if case .authored = self { true } else { false }
  }

  fileprivate func write(to out: inout String, usesOtherMarker: Bool) {
    switch self {
    case .authored(let source): writeAuthored(source, to: &out)
    case .heading(let level, let text):
      out += String(repeating: "#", count: level) + " " + text.source(for: .heading) + "\n"
    case .paragraph(let text): out += text.source(for: .paragraph) + "\n"
    case .list(let items):
      for item in items { writeItem(usesOtherMarker ? "*" : "-", item, to: &out) }
    case .table(let columns, let rows): writeTable(columns, rows: rows, to: &out)
    case .quote(let text): out += "> " + text.source(for: .paragraph) + "\n"
    }
  }
}

private func writeItem(_ marker: String, _ text: [Inline], to out: inout String) {
  let source = text.source(for: .paragraph)
  out += marker
  if !source.isEmpty {
    out += " "
    out += source
  }
  out += "\n"
}

/// Appends the text with `\n` line breaks and one at its end.
private func writeAuthored(_ source: String, to out: inout String) {
  let text = source.containsByte(UInt8(ascii: "\r")) ? linesOfText(source).joined(separator: "\n") : source
  guard let last = text.utf8.lastIndex(where: { $0 != UInt8(ascii: "\n") }) else { return }
  out += text[..<text.utf8.index(after: last)]
  out += "\n"
}

private func writeTable(_ columns: [MarkdownColumn], rows: [[[Inline]]], to out: inout String) {
  writeRow(columns.lazy.map { $0.header.inlines.source(for: .cell) }, to: &out)
  writeRow(columns.lazy.map { delimiterCell($0.alignment) }, to: &out)
  for row in rows { writeRow(row.lazy.map { $0.source(for: .cell) }, to: &out) }
}

private func writeRow(_ cells: some Sequence<String>, to out: inout String) {
  out += "|"
  for cell in cells {
    out += " "
    out += cell
    out += " |"
  }
  out += "\n"
}

private func delimiterCell(_ alignment: MarkdownColumn.Alignment) -> String {
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
