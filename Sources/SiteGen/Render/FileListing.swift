internal import GFM

/// The lines of a data file as a table, each with an anchor, so that a figure can lead to its line.
///
/// All data files together have more cells than the rest of the site, and all are alike. So their HTML is
/// written here, the same as the Markdown gives by way of ``MarkdownRenderer`` and ``BodyFinisher``.
package struct FileListing: Equatable, Sendable {
  /// The header of the column with the numbers of the lines.
  let number: String
  /// The header of the column with the lines.
  let content: String
  let lines: [String]

  /// The table as Markdown.
  var markdown: String {
    get throws(MarkdownError) {
      var document = MarkdownDocument()
      let columns = [MarkdownColumn(.text(number), alignment: .right), MarkdownColumn(.text(content))]
      try document.table(columns: columns, rows: [])
      var text = document.text
      text.reserveCapacity(lines.reduce(text.utf8.count) { $0 + $1.utf8.count + 40 })
      for (offset, line) in lines.enumerated() {
        let number = String(offset + 1)
        text += "| ["
        text += number
        text += "](#L"
        text += number
        text += " \"=\") | "
        text += Markdown.codeCell(line)
        text += " |\n"
      }
      return text
    }
  }

  /// The identifier of the place of each line.
  var ids: [String] { lines.indices.map { "L" + String($0 + 1) } }

  /// The table as HTML, in UTF-8.
  var html: [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(lines.reduce(400) { $0 + $1.utf8.count + 110 })
    html += "<div class=\"table\" role=\"region\" tabindex=\"0\"><table>\n<thead>\n<tr>\n".utf8
    html += "<th class=\"number\" scope=\"col\">\(HTMLText.escaped(number))</th>\n".utf8
    html += "<th scope=\"col\">\(HTMLText.escaped(content))</th>\n</tr>\n</thead>\n".utf8
    if !lines.isEmpty { html += "<tbody>\n".utf8 }
    for (offset, line) in lines.enumerated() {
      let number = String(offset + 1)
      html += "<tr>\n<td class=\"number\"><a href=\"#L".utf8
      html += number.utf8
      html += "\" id=\"L".utf8
      html += number.utf8
      html += "\" class=\"anchor\">".utf8
      html += number.utf8
      html += "</a></td>\n<td>".utf8
      if !line.isEmpty {
        html += "<code>".utf8
        html += HTMLText.escaped(singleLine(line)).utf8
        html += "</code>".utf8
      }
      html += "</td>\n</tr>\n".utf8
    }
    if !lines.isEmpty { html += "</tbody>\n".utf8 }
    html += "</table></div>\n".utf8
    return html
  }
}
