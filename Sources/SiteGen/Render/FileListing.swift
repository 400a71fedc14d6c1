internal import GFM

/// The lines of a data file as a table, each with an anchor, so that a figure can lead to its line.
///
/// All data files together have more cells than the rest of the site, and all are alike. So their HTML is
/// written here, the same as the Markdown gives by way of ``MarkdownRenderer`` and ``BodyFinisher``.
package struct FileListing: Sendable {
  /// The header of the column with the numbers of the lines.
  let number: String
  /// The header of the column with the lines.
  let content: String
  let lines: [String]

  /// The table as Markdown.
  func document() throws(MarkdownError) -> MarkdownDocument {
    var document = MarkdownDocument()
    try document.table(
      columns: [MarkdownColumn(.text(number), alignment: .right), MarkdownColumn(.text(content))],
      rows: lines.enumerated().map { offset, line in
        let number = String(offset + 1)
        return [.link(.text(number), to: "#L" + number, title: "="), .code(line)]
      })
    return document
  }

  /// The identifier of the place of each line.
  var ids: [String] { lines.indices.map { "L" + String($0 + 1) } }

  /// The table as HTML.
  var html: String {
    var html = """
      <div class="table" role="region" tabindex="0"><table>
      <thead>
      <tr>
      <th class="number" scope="col">\(HTMLText.escaped(number))</th>
      <th scope="col">\(HTMLText.escaped(content))</th>
      </tr>
      </thead>

      """
    if !lines.isEmpty { html += "<tbody>\n" }
    for (id, line) in zip(ids, lines) {
      html += "<tr>\n<td class=\"number\"><a href=\"#"
      html += id
      html += "\" id=\""
      html += id
      html += "\" class=\"anchor\">"
      html += id.dropFirst()
      html += "</a></td>\n<td>"
      if !line.isEmpty {
        html += "<code>"
        html += HTMLText.escaped(singleLine(line))
        html += "</code>"
      }
      html += "</td>\n</tr>\n"
    }
    if !lines.isEmpty { html += "</tbody>\n" }
    return html + "</table></div>\n"
  }
}
