/// One block of a document.
indirect enum Block: Hashable, Sendable {
  case authored(String)
  case heading(Int, [Inline])
  case paragraph([Inline])
  case list([[Inline]])
  case orderedList([[Inline]])
  case table([MarkdownColumn], rows: [[[Inline]]])
  case quote([Block])
  case code(String, language: String?)
  case rule
}

extension [Block] {
  /// Adds the blocks, each line with a line break at its end, with an empty line between each two.
  func write(to out: inout String) {
    var usesOtherMarker = false
    for (index, block) in enumerated() {
      if index > 0 { out += "\n" }
      // Two lists in a row with the same marker would be one.
      usesOtherMarker = index > 0 && block.isSameList(as: self[index - 1]) && !usesOtherMarker
      block.write(to: &out, usesOtherMarker: usesOtherMarker)
    }
  }
}

extension Block {
  fileprivate func isSameList(as other: Block) -> Bool {
    switch (self, other) {
    case (.list, .list), (.orderedList, .orderedList): true
    default: false
    }
  }

  fileprivate func write(to out: inout String, usesOtherMarker: Bool) {
    switch self {
    case .authored(let source): writeAuthored(source, to: &out)
    case .heading(let level, let text):
      out += String(repeating: "#", count: level) + " " + text.source(for: .heading) + "\n"
    case .paragraph(let text): out += text.source(for: .paragraph) + "\n"
    case .list(let items):
      for item in items { writeItem(usesOtherMarker ? "*" : "-", item, to: &out) }
    case .orderedList(let items):
      for (index, item) in items.enumerated() {
        writeItem("\(index + 1)\(usesOtherMarker ? ")" : ".")", item, to: &out)
      }
    case .table(let columns, let rows): writeTable(columns, rows: rows, to: &out)
    case .quote(let blocks):
      var text = ""
      blocks.write(to: &text)
      for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
        out += line.isEmpty ? ">\n" : "> " + line + "\n"
      }
    case .code(let code, let language):
      for line in codeLines(code, language: language) { out += line + "\n" }
    case .rule: out += "***\n"  // `---` at the top of a file would look like front matter
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

/// The text with `\n` line breaks and one at its end.
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

private func codeLines(_ code: String, language: String?) -> [String] {
  let fence = backtickFence(for: code, atLeast: 3)
  var lines = linesOfText(code)
  if lines.last?.isEmpty == true { lines.removeLast() }
  return [fence + languageName(language)] + lines + [fence]
}

private func languageName(_ language: String?) -> String {
  (language ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber || "+-._#".contains($0)) }
}

/// The text cut at `\n`, `\r\n` and `\r`, as cmark does it.
private func linesOfText(_ text: String) -> [String] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
}
