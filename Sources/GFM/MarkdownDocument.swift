/// A Markdown document, written block by block.
///
/// Blocks are separated so that none changes the meaning of its neighbour: two consecutive lists stay two lists. A
/// block without content is not written.
package struct MarkdownDocument: Hashable, Sendable {
  private var blocks: [MarkdownBlock] = []

  package init() {}

  /// A document of authored Markdown, such as a page of text from the repository. Never pass text from data.
  package init(authored source: String) {
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let body = source.utf8.drop(while: isBreak)
    // Text without leading blank lines is shared, not copied.
    let text = body.startIndex == source.startIndex ? source : String(Substring(body))
    if !body.isEmpty { blocks = [.authored(text)] }
  }

  /// Adds a heading; the level is clamped to 1 to 6.
  package mutating func heading(_ level: Int, _ text: Markdown) {
    add(.heading(min(max(level, 1), 6), text.inlines), unless: text.isEmpty)
  }

  /// Adds a paragraph.
  package mutating func paragraph(_ text: Markdown) {
    add(.paragraph(text.inlines), unless: text.isEmpty)
  }

  /// Adds a list with bullets. An empty item is written as an empty item.
  package mutating func list(_ items: [Markdown]) {
    add(.list(items.map(\.inlines)), unless: items.isEmpty)
  }

  /// Adds a table, possibly without rows.
  ///
  /// - Throws: ``MarkdownError/tableWithoutColumns``, or ``MarkdownError/tableRowWidth(row:found:expected:)`` for the
  ///   first row that does not have one cell per column; nothing is added then.
  package mutating func table(columns: [MarkdownColumn], rows: [[Markdown]]) throws(MarkdownError) {
    guard !columns.isEmpty else { throw .tableWithoutColumns }
    for (index, row) in rows.enumerated() where row.count != columns.count {
      throw .tableRowWidth(row: index + 1, found: row.count, expected: columns.count)
    }
    blocks.append(.table(columns, rows: rows.map { $0.map(\.inlines) }))
  }

  /// Adds a quotation of one paragraph.
  package mutating func quote(_ text: Markdown) {
    add(.quote(text.inlines), unless: text.isEmpty)
  }

  /// Adds all blocks of another document.
  package mutating func append(_ document: MarkdownDocument) { blocks += document.blocks }

  /// The Markdown, with `\n` line breaks and one at the end; empty if there are no blocks.
  package var text: String {
    var text = ""
    blocks.write(to: &text)
    return text
  }

  /// Passes on the Markdown in parts whose HTML, one after the other, is that of the whole: runs of blocks that begin
  /// with a heading and have at least so many bytes. Authored Markdown can refer to any part of its document, so a
  /// document with some is one part.
  package func forEachPart<Failure: Error>(
    ofAtLeast size: Int, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var part: [MarkdownBlock] = []
    var text = ""
    let isWhole = blocks.contains(where: \.isAuthored)
    for block in blocks {
      if block.isHeading, !isWhole {
        part.write(to: &text)
        part = []
        if text.utf8.count >= size {
          try body(text)
          text = ""
        }
        if !text.isEmpty { text += "\n" }
      }
      part.append(block)
    }
    part.write(to: &text)
    try body(text)
  }

  private mutating func add(_ block: MarkdownBlock, unless isEmpty: Bool) {
    if !isEmpty { blocks.append(block) }
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
}
