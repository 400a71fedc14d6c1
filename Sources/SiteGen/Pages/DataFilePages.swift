package import GFM
internal import Scoring

/// One page for each data file, every line with an anchor, so that a figure can lead to its line.
package struct DataFilePages: PageWriter {
  package init() {}

  package func pages(_ context: PageContext) throws(MarkdownError) -> [Page] {
    var pages: [Page] = []
    for file in context.dataset.files { pages.append(try page(of: file, context)) }
    return pages
  }

  private func page(of file: Dataset.DataFile, _ context: PageContext) throws(MarkdownError) -> Page {
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.file_lead",
        [
          "path": .code(file.path), "count": .text(context.whole(file.lines.count)),
          "dictionary": context.link(context.labelText("data.title"), to: .dataDictionary),
        ]))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("data.line"), alignment: .right),
        MarkdownColumn(context.labelText("data.content")),
      ],
      rows: file.lines.enumerated().map { offset, line in
        let number = String(offset + 1)
        return [.link(.text(number), to: "#L" + number, title: "="), .code(line)]
      })
    return Page(
      route: .dataFile(file.path), language: context.language, title: file.path,
      description: context.label("data.file_description", ["path": file.path]),
      parents: [.home, .dataDictionary], body: body, quotesBothLanguages: true)
  }
}
