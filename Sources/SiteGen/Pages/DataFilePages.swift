package import GFM
internal import Scoring

/// One page for each data file, every line with an anchor, so that a figure can lead to its line.
package struct DataFilePages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    zip(context.dataset.files, context.model.fileRows).map { page(of: $0, $1, context) }
  }

  private func page(
    of file: Dataset.DataFile, _ rows: FileListing.Rows, _ context: PageContext
  ) -> Page {
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.file_lead",
        [
          "path": .code(file.path), "count": .text(context.whole(file.lines.count)),
          "dictionary": context.link(context.labelText("data.title"), to: .dataDictionary),
        ]))
    let listing = FileListing(
      number: context.label("data.line"), content: context.label("data.content"), rows: rows)
    return Page(
      route: .dataFile(file.path), language: context.language, title: file.path,
      description: context.label("data.file_description", ["path": file.path]),
      parents: [.home, .dataDictionary], body: body, listing: listing, quotesBothLanguages: true)
  }
}
