package import GFM
internal import Scoring

/// One page for each data file, every line with an anchor, so that a figure can link to its line.
package struct DataFilePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: String)] {
    context.data.files.map { file in
      let head = Page.Head(
        route: .dataFile(file.path), language: context.language, title: file.path,
        description: context.label("data.file_description", ["path": file.path]),
        parents: [.home, .dataDictionary], quotesBothLanguages: true)
      return (head, file.path)
    }
  }

  package func content(of subject: String, _ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    guard let rows = context.data.fileRows(subject) else { return Page.PageContent() }
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.file_lead",
        [
          "path": .code(subject), "count": .text(context.whole(rows.count)),
          "dictionary": context.link(context.labelText("data.title"), to: .dataDictionary),
        ]))
    if let address = context.reportLinks.edit(DataLine(file: subject, line: 1)) {
      body.paragraph(.link(context.labelText("report.edit_file"), to: address))
    }
    let listing = FileListing(
      caption: subject, number: context.label("data.line"), content: context.label("data.content"),
      rows: rows)
    return Page.PageContent(body, listing: listing)
  }
}
