/// A Markdown document, written block by block.
///
/// Every block is separated from the next, so that no block changes the meaning of its neighbour: two
/// lists in a row stay two lists. A block without content is not written.
package struct MarkdownDocument: Hashable, Sendable {
  private var blocks: [MarkdownBlock] = []

  /// An empty document.
  package init() {}

  /// A document from Markdown written by us, such as a page of text from the repository. Never give it text
  /// from data.
  package init(authored source: String) {
    let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let body = source.utf8.drop(while: isBreak)
    // A long text that begins at once is shared, not copied.
    let text = body.startIndex == source.startIndex ? source : String(Substring(body))
    if !body.isEmpty { blocks = [.authored(text)] }
  }

  /// Adds a heading; a level below 1 is taken as 1, one above 6 as 6.
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

  /// Adds a table. It may have no rows.
  ///
  /// - Throws: ``MarkdownError/tableWithoutColumns``, or ``MarkdownError/tableRowWidth(row:found:expected:)``
  ///   for the first row that has not one cell per column; nothing is added then.
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

  /// The Markdown, with `\n` line breaks and one at the end; the empty string if there are no blocks.
  package var text: String {
    var text = ""
    blocks.write(to: &text)
    return text
  }

  private mutating func add(_ block: MarkdownBlock, unless isEmpty: Bool) {
    if !isEmpty { blocks.append(block) }
  }
}

/// A column of a table: its header and where the content of its cells stands.
package struct MarkdownColumn: Hashable, Sendable {
  /// Where the content of the cells stands.
  package enum Alignment: Hashable, Sendable {
    /// At the left, for text.
    case left
    /// At the right, for numbers.
    case right
    /// In the middle.
    case center
  }

  /// The text of the header cell.
  let header: Markdown
  /// Where the content of the header and of the cells stands.
  let alignment: Alignment

  /// A column, for text unless said otherwise.
  package init(_ header: Markdown, alignment: Alignment = .left) {
    self.header = header
    self.alignment = alignment
  }
}

extension Markdown {
  /// Plain text as code in a cell of a table; as ``MarkdownDocument`` writes it, for tables too long to be built
  /// piece by piece.
  package static func codeCell(_ plain: String) -> String {
    let code = singleLine(plain)
    return code.isEmpty ? "" : backslashing(UInt8(ascii: "|"), in: codeSpan(code))
  }
}
