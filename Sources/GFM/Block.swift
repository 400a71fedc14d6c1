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
  /// The lines of the blocks, with an empty line between each two.
  var lines: [String] {
    var lines: [String] = []
    var usesOtherMarker = false
    for (index, block) in enumerated() {
      if index > 0 { lines.append("") }
      // Two lists in a row with the same marker would be one.
      usesOtherMarker = index > 0 && block.isSameList(as: self[index - 1]) && !usesOtherMarker
      lines += block.lines(usesOtherMarker: usesOtherMarker)
    }
    return lines
  }
}

extension Block {
  fileprivate func isSameList(as other: Block) -> Bool {
    switch (self, other) {
    case (.list, .list), (.orderedList, .orderedList): true
    default: false
    }
  }

  fileprivate func lines(usesOtherMarker: Bool) -> [String] {
    switch self {
    case .authored(let source): authoredLines(source)
    case .heading(let level, let text):
      [String(repeating: "#", count: level) + " " + text.source(for: .heading)]
    case .paragraph(let text): [text.source(for: .paragraph)]
    case .list(let items):
      items.map { listItem(usesOtherMarker ? "*" : "-", $0) }
    case .orderedList(let items):
      items.enumerated().map { listItem("\($0.offset + 1)\(usesOtherMarker ? ")" : ".")", $0.element) }
    case .table(let columns, let rows): tableLines(columns, rows: rows)
    case .quote(let blocks): blocks.lines.map { $0.isEmpty ? ">" : "> " + $0 }
    case .code(let code, let language): codeLines(code, language: language)
    case .rule: ["***"]  // `---` at the top of a file would look like front matter
    }
  }
}

private func listItem(_ marker: String, _ text: [Inline]) -> String {
  let source = text.source(for: .paragraph)
  return source.isEmpty ? marker : marker + " " + source
}

private func authoredLines(_ source: String) -> [String] {
  var lines = linesOfText(source)
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

private func tableLines(_ columns: [MarkdownColumn], rows: [[[Inline]]]) -> [String] {
  let header = tableRow(columns.map { $0.header.inlines.source(for: .cell) })
  let delimiter = tableRow(columns.map { delimiterCell($0.alignment) })
  return [header, delimiter] + rows.map { row in tableRow(row.map { $0.source(for: .cell) }) }
}

private func tableRow(_ cells: [String]) -> String {
  "| " + cells.joined(separator: " | ") + " |"
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
