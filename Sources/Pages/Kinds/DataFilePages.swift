package import GFM
internal import Scoring

/// The pages of each data file. Each row or line has an anchor, so that a figure can link to it.
package struct DataFilePages: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: DataFilePart)] {
    context.data.files.flatMap { file in
      DataFilePart.all(of: file.path, lineCount: file.lineCount).map { part in (head(of: part, context), part)
      }
    }
  }

  private func head(of part: DataFilePart, _ context: PageContext) -> Page.Head {
    let values = ["path": part.path, "page": context.whole(part.page)]
    let title = part.page == 1 ? part.path : context.label("data.page_title", values)
    let isTable = DataFilePart.holdsRecords(part.path)
    return Page.Head(
      route: .dataFile(part.path, page: part.page), language: context.language, title: title,
      description: context.label(
        isTable ? "data.table_description" : "data.file_description", ["path": title]),
      parents: [.home, .dataDictionary] + (part.page == 1 ? [] : [.dataFile(part.path)]),
      // Records are told in the language of the page, lines are shown as they are.
      quotesBothLanguages: !isTable)
  }

  package func content(of subject: DataFilePart, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let count = context.data.lineCount(subject.path) ?? 0
    if let records = context.data.fileRecords(subject) {
      return table(records, of: subject, lineCount: count, context)
    }
    guard let rows = context.data.fileRows(subject) else { return Page.PageContent() }
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.file_lead",
        [
          "path": .code(subject.path), "count": .text(context.whole(count)),
          "dictionary": context.link(context.labelText("data.title"), to: .dataDictionary),
        ]))
    addEdit(of: subject, to: &body, context)
    let turns = PageTurns(context: context, part: subject, lineCount: count)
    body.paragraph(turns.list)
    body.paragraph(turns.neighbours)
    let listing = FileListing(
      caption: subject.path, number: context.label("data.line"), content: context.label("data.content"),
      rows: rows)
    return Page.PageContent(body, listing: listing)
  }

  private func table(
    _ records: FileRecords, of part: DataFilePart, lineCount: Int, _ context: PageContext
  ) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.table_lead",
        [
          "path": .code(part.path), "count": .text(context.whole(lineCount - 1)),
          "dictionary": context.link(context.labelText("data.title"), to: .dataDictionary),
        ]))
    addEdit(of: part, to: &body, context)
    let turns = PageTurns(context: context, part: part, lineCount: lineCount)
    body.paragraph(turns.list)
    RecordList(context: context, part: part, records: records).add(to: &body)
    body.paragraph(turns.neighbours)
    return Page.PageContent(body)
  }

  private func addEdit(of part: DataFilePart, to body: inout MarkdownDocument, _ context: PageContext) {
    guard let address = context.reportLinks.edit(DataLine(file: part.path, line: 1)) else { return }
    body.paragraph(.link(context.labelText("report.edit_file"), to: address))
  }
}

/// The links between the pages of a data file; nothing for a file of one page.
private struct PageTurns {
  let context: PageContext
  let part: DataFilePart
  let lineCount: Int

  private var parts: [DataFilePart] {
    DataFilePart.all(of: part.path, lineCount: lineCount)
  }

  private func link(_ label: Markdown, _ part: DataFilePart) -> Markdown {
    context.link(label, to: .dataFile(part.path, page: part.page))
  }

  /// The lines of each page, linked; the first page alone lists them.
  var list: Markdown {
    let parts = parts
    guard parts.count > 1, part.page == 1 else { return "" }
    let pages = parts.map { other -> Markdown in
      let last = min(other.lines.upperBound, lineCount)
      let range = Markdown.text(context.whole(other.lines.lowerBound) + "–" + context.whole(last))
      return other == part ? .strong(range) : link(range, other)
    }
    return context.filled(
      "data.pages", ["count": .text(context.whole(parts.count)), "pages": pages.joined(separator: " · ")])
  }

  /// Links to the previous and the next page.
  var neighbours: Markdown {
    let turns = [(page: part.page - 1, label: "data.previous"), (page: part.page + 1, label: "data.next")]
    let last = parts.count
    return turns.filter { (1...last).contains($0.page) && $0.page != part.page }.map { turn in
      link(context.labelText(turn.label), DataFilePart(path: part.path, page: turn.page))
    }.joined(separator: " · ")
  }
}
