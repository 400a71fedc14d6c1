internal import GFM
internal import Text

/// The lines of a data file as a table, each with an anchor, so that a figure can link to its line.
///
/// Data files have more cells than the rest of the site, and all cells are alike. So for speed their HTML is written
/// directly; it equals what ``MarkdownRenderer`` and ``BodyFinisher`` make of the Markdown.
package struct FileListing: Equatable, Sendable {
  /// The rows, which are the same in both languages.
  package struct Rows: Equatable, Sendable {
    /// The number of the first line, from 1.
    package let firstLine: Int
    package let count: Int
    /// The anchors of the items that begin on one of the lines.
    package let anchors: [String]
    fileprivate let markdown: String
    /// UTF-8.
    fileprivate let html: [UInt8]

    /// - Parameters:
    ///   - lines: the lines.
    ///   - firstLine: the number of the first of them.
    ///   - anchors: the anchors of the file; nil when its items have none.
    package init(_ lines: [String], from firstLine: Int = 1, anchors: RowAnchors? = nil) {
      self.firstLine = firstLine
      count = lines.count
      var names: [String] = []
      let bytes = lines.reduce(0) { $0 + $1.utf8.count }
      var markdown = ""
      markdown.reserveCapacity(bytes + 40 * count)
      var html: [UInt8] = []
      html.reserveCapacity(bytes + 110 * count)
      for (offset, line) in lines.enumerated() {
        let line = HiddenCharacter.isIn(line) ? line.shown(keeping: ["\t"]) : line
        let number = String(firstLine + offset)
        // A line without text has no place for an anchor, and no item begins on it.
        let anchor = line.isEmpty ? nil : anchors?.name(at: firstLine + offset)
        if let anchor { names.append(anchor) }
        markdown += "| ["
        markdown += number
        markdown += "](#L"
        markdown += number
        markdown += " \"=\") | "
        markdown += anchor.map { Markdown.codeCell(line, anchor: $0) } ?? Markdown.codeCell(line)
        markdown += " |\n"
        html += "<tr>\n<th scope=\"row\"><a href=\"#L".utf8
        html += number.utf8
        html += "\" id=\"L".utf8
        html += number.utf8
        html += "\" class=\"anchor\">".utf8
        html += number.utf8
        html += "</a></th>\n<td>".utf8
        if let anchor {
          html += "<a href=\"#".utf8
          html += anchor.utf8
          html += "\" id=\"".utf8
          html += anchor.utf8
          html += "\" class=\"row\">".utf8
        }
        if !line.isEmpty {
          html += "<code>".utf8
          html += MarkupText.escaped(singleLine(line)).utf8
          html += "</code>".utf8
        }
        if anchor != nil { html += "</a>".utf8 }
        html += "</td>\n</tr>\n".utf8
      }
      self.markdown = markdown
      self.html = html
      self.anchors = names
    }
  }

  /// What the table is called, such as the path of the file.
  package let caption: String
  /// The header of the line-number column. Line numbers are names rather than amounts, so they head their rows.
  package let number: String
  /// The header of the content column.
  package let content: String
  package let rows: Rows

  /// The table as Markdown.
  package var markdown: String {
    get throws(MarkdownError) {
      var document = MarkdownDocument()
      let columns = [MarkdownColumn(.text(number)), MarkdownColumn(.text(content))]
      try document.table(caption: .text(caption), columns: columns, rows: [])
      return document.text + rows.markdown
    }
  }

  /// The numbers of the lines. The anchor of a line is `L` and its number.
  package var lines: Range<Int> { rows.firstLine..<(rows.firstLine + rows.count) }

  /// The table as HTML, in UTF-8.
  package var html: [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(rows.html.count + 400)
    html += "<div class=\"table\" role=\"region\" aria-labelledby=\"caption\"><table>\n".utf8
    html += "<caption id=\"caption\">\(MarkupText.escaped(caption))</caption>\n<thead>\n<tr>\n".utf8
    html += "<th scope=\"col\">\(MarkupText.escaped(number))</th>\n".utf8
    html += "<th scope=\"col\">\(MarkupText.escaped(content))</th>\n</tr>\n</thead>\n".utf8
    if rows.count > 0 { html += "<tbody>\n".utf8 }
    html += rows.html
    if rows.count > 0 { html += "</tbody>\n".utf8 }
    html += "</table></div>\n".utf8
    return html
  }
}
