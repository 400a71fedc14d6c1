/// A Markdown document, written block by block.
///
/// Blocks are separated so that none changes the meaning of its neighbour: two consecutive lists stay two lists. A
/// block without content is not written. Each is kept as its text alone, because a page can have tens of thousands.
package struct MarkdownDocument: Hashable, Sendable {
  /// The Markdown, with `\n` line breaks and one at the end; empty if there are no blocks.
  package private(set) var text = ""
  private var blocks: [MarkdownBlock] = []

  package init() {}

  /// A document of authored Markdown, such as a page of text from the repository. Never pass text from data.
  package init(authored source: String) {
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let body = source.utf8.drop(while: isBreak)
    guard !body.isEmpty else { return }
    // Text without leading blank lines is shared, not copied.
    text = authoredText(body.startIndex == source.startIndex ? source : String(Substring(body)))
    // Only writers of pages make boxes, because theirs are closed.
    if text.contains(MarkdownContainer.mark) {
      text = text.split(separator: MarkdownContainer.mark, omittingEmptySubsequences: false).joined(
        separator: "<!-- ")
    }
    blocks = [MarkdownBlock(kind: .authored, start: 0)]
  }

  /// Adds a heading; the level is clamped to 1 to 6.
  package mutating func heading(_ level: Int, _ text: Markdown) {
    guard !text.isEmpty else { return }
    begin(.heading)
    let marks = String(repeating: "#", count: min(max(level, 1), 6))
    self.text += marks + " " + text.inlines.source(for: .heading) + "\n"
  }

  /// Adds a paragraph.
  package mutating func paragraph(_ text: Markdown) {
    guard !text.isEmpty else { return }
    begin(.other)
    self.text += text.source
    self.text += "\n"
  }

  /// Adds a list with bullets. An empty item is written as an empty item.
  package mutating func list(_ items: [Markdown]) {
    guard !items.isEmpty else { return }
    let usesOtherMarker = blocks.last?.kind == .list(usesOtherMarker: false)
    begin(.list(usesOtherMarker: usesOtherMarker))
    for item in items { writeItem(item.inlines, usesOtherMarker: usesOtherMarker, to: &text) }
  }

  /// Adds a table, possibly without rows.
  ///
  /// - Parameter caption: what the table shows, for one of several under the same heading. It is written as a paragraph
  ///   before the table that begins with `: `, as in Pandoc; without one, the heading names the table.
  /// - Throws: ``MarkdownError/tableWithoutColumns``, or ``MarkdownError/tableRowWidth(row:found:expected:)`` for the
  ///   first row that does not have one cell per column; nothing is added then.
  package mutating func table(
    caption: Markdown? = nil, columns: [MarkdownColumn], rows: [[Markdown]]
  ) throws(MarkdownError) {
    try table(caption: caption, columns: columns, of: rows) { $0 }
  }

  /// Adds a table with a row for each item. Rows are made one by one, so that those of a long table are never in memory
  /// together.
  ///
  /// - Throws: as for given rows.
  package mutating func table<Item>(
    caption: Markdown? = nil, columns: [MarkdownColumn], of items: [Item], row: (Item) -> [Markdown]
  ) throws(MarkdownError) {
    guard !columns.isEmpty else { throw .tableWithoutColumns }
    var table = ""
    writeRow(columns.lazy.map { $0.header.inlines.source(for: .cell) }, to: &table)
    writeRow(columns.lazy.map { delimiterCell($0.alignment) }, to: &table)
    for (index, item) in items.enumerated() {
      let cells = row(item)
      guard cells.count == columns.count else {
        throw .tableRowWidth(row: index + 1, found: cells.count, expected: columns.count)
      }
      writeRow(cells.lazy.map { $0.inlines.source(for: .cell) }, to: &table)
    }
    if let caption, !caption.isEmpty { paragraph(": " + caption) }
    begin(.table)
    text += table
  }

  /// Adds a quotation of one paragraph.
  package mutating func quote(_ text: Markdown) {
    guard !text.isEmpty else { return }
    begin(.other)
    self.text += "> " + text.source + "\n"
  }

  /// Adds a box around what `content` adds.
  package mutating func box<Failure: Error>(
    _ container: MarkdownContainer, _ content: (inout MarkdownDocument) throws(Failure) -> Void
  ) throws(Failure) {
    begin(.other)
    text += container.startComment + "\n"
    try content(&self)
    begin(.other)
    text += container.endComment + "\n"
  }

  /// Adds a part that the reader unfolds, under a heading that stays visible.
  package mutating func details<Failure: Error>(
    _ level: Int, _ heading: Markdown, _ content: (inout MarkdownDocument) throws(Failure) -> Void
  ) throws(Failure) {
    try box(.details) { body throws(Failure) in
      body.box(.summary) { $0.heading(level, heading) }
      try content(&body)
    }
  }

  /// Adds all blocks of another document.
  package mutating func append(_ document: MarkdownDocument) {
    guard let last = blocks.last, let first = document.blocks.first else {
      if blocks.isEmpty { self = document }
      return
    }
    let document = last.isList && last.kind == first.kind ? document.withOtherMarkers : document
    text += "\n"
    let start = text.utf8.count
    text += document.text
    blocks += document.blocks.map { MarkdownBlock(kind: $0.kind, start: start + $0.start) }
  }

  /// Passes on the Markdown in parts whose HTML, one after the other, is that of the whole: runs of blocks that begin
  /// with a heading and have at least so many bytes, and runs of rows of longer tables. Authored Markdown can refer to
  /// any part of its document, so a document with some is one part.
  package func forEachPart<Failure: Error>(
    ofAtLeast size: Int, _ body: (MarkdownPart) throws(Failure) -> Void
  ) throws(Failure) {
    guard !blocks.contains(where: { $0.kind == .authored }) else {
      return try body(MarkdownPart(text: text, startsInTable: false, endsInTable: false))
    }
    var start = 0
    // The header of the table in which the next part begins.
    var header = ""
    func part(upTo end: Int, inTable: Bool) -> MarkdownPart {
      MarkdownPart(text: header + text(start..<end), startsInTable: !header.isEmpty, endsInTable: inTable)
    }
    for (place, block) in blocks.enumerated() {
      switch block.kind {
      case .heading where block.start > start && block.start - 1 - start >= size:
        try body(part(upTo: block.start - 1, inTable: false))
        (start, header) = (block.start, "")
      case .table:
        let end = place + 1 < blocks.count ? blocks[place + 1].start - 1 : text.utf8.count
        let rows = self.end(ofLineAt: self.end(ofLineAt: block.start))
        while true {
          let next = max(start + size, rows)
          guard next < end else { break }
          let cut = self.end(ofLineAt: next)
          guard cut < end else { break }
          try body(part(upTo: cut, inTable: true))
          (start, header) = (cut, text(block.start..<rows))
        }
      default: break
      }
    }
    try body(part(upTo: text.utf8.count, inTable: false))
  }

  /// Begins a block, whose text follows.
  private mutating func begin(_ kind: MarkdownBlock.BlockKind) {
    if !blocks.isEmpty { text += "\n" }
    blocks.append(MarkdownBlock(kind: kind, start: text.utf8.count))
  }

  /// The document with the other marker in each of the lists at its start.
  private var withOtherMarkers: MarkdownDocument {
    var document = self
    let count = blocks.prefix(while: \.isList).count
    for place in 0..<count {
      if case .list(let usesOtherMarker) = blocks[place].kind {
        document.blocks[place].kind = .list(usesOtherMarker: !usesOtherMarker)
      }
    }
    let end = count < blocks.count ? blocks[count].start : text.utf8.count
    // Each item is one line, and between lists are empty lines.
    let lines = text(0..<end).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : (line.first == "-" ? "*" : "-") + line.dropFirst()
    }
    document.text = lines.joined(separator: "\n") + text(end..<text.utf8.count)
    return document
  }

  private func text(_ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(Substring(text.utf8[start..<text.utf8.index(start, offsetBy: range.count)]))
  }

  /// The place after the end of the line that a place is in.
  private func end(ofLineAt place: Int) -> Int {
    let rest = text.utf8[text.utf8.index(text.startIndex, offsetBy: place)...]
    return place + rest.prefix { $0 != UInt8(ascii: "\n") }.count + 1
  }
}

/// A part of a document that is rendered by itself.
package struct MarkdownPart: Sendable {
  /// The Markdown. A part that begins within a table has the header of the table again.
  package let text: String
  fileprivate let startsInTable: Bool
  fileprivate let endsInTable: Bool

  /// What the part adds to the HTML of the document.
  ///
  /// - Parameter html: the HTML of its text.
  /// - Throws: ``MarkdownError/noResult(step:)`` if the HTML lacks the body of the table.
  package func share(of html: [UInt8]) throws(MarkdownError) -> ArraySlice<UInt8> {
    let (head, tail) = (Array("<tbody>\n".utf8), Array("</tbody>\n</table>\n".utf8))
    var share = html[...]
    if startsInTable {
      guard let found = share.firstRange(of: head) else { throw .noResult(step: "table") }
      share = share[found.upperBound...]
    }
    if endsInTable {
      guard share.suffix(tail.count).elementsEqual(tail) else { throw .noResult(step: "table") }
      share = share.dropLast(tail.count)
    }
    return share
  }
}

/// A column of a table: its header and alignment.
package struct MarkdownColumn: Hashable, Sendable {
  /// The alignment of the cells.
  package enum Alignment: Hashable, Sendable {
    /// For text.
    case left
    /// For numbers.
    case right
    case center
  }

  /// The content of the header cell.
  let header: Markdown
  /// The alignment of the header and the cells.
  let alignment: Alignment

  package init(_ header: Markdown, alignment: Alignment = .left) {
    self.header = header
    self.alignment = alignment
  }
}

extension Markdown {
  /// Plain text as code in a table cell. It gives the same bytes as ``MarkdownDocument``, for tables too long to
  /// build as a document.
  package static func codeCell(_ plain: String) -> String {
    let code = singleLine(plain)
    if code.isEmpty { return "" }
    guard let span = codeSpan(code) else { return Markdown.text(code).inlines.source(for: .cell) }
    return backslashing(UInt8(ascii: "|"), in: span)
  }

  /// The same as a link to itself, with an identifier of ASCII letters, digits, `-`, `_` and `.`.
  package static func codeCell(_ plain: String, anchor: String) -> String {
    "[" + codeCell(plain) + "](#" + anchor + " \"=#" + anchor + " .row\")"
  }
}
