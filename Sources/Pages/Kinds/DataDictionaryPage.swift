package import GFM

/// The contents of the data: the open data tables, the files of the repository, the licence and how to cite.
package struct DataDictionaryPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .dataDictionary, language: context.language, title: context.label("data.title"),
      description: context.label("data.description"), parents: [.home],
      // The page quotes words of the files; the period `as-of` would pass for English.
      quotesBothLanguages: true)
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let counts = context.data.counts
    var body = MarkdownDocument()
    body.paragraph(
      context.filled(
        "data.lead",
        [
          "targets": .text(context.whole(counts.targets)), "tasks": .text(context.whole(counts.tasks)),
          "outcomes": .text(context.whole(counts.outcomes)),
          "published": .text(context.whole(counts.published)),
          "scorecards": .text(context.whole(counts.scorecards)),
          "sources": .text(context.whole(counts.sources)),
        ]))
    try addDownloads(to: &body, context)
    body.heading(2, context.labelText("data.licence_heading"))
    body.paragraph(context.labelText("data.licence"))
    body.paragraph(context.labelText("data.cite"))
    body.heading(2, context.labelText("data.conventions_heading"))
    body.list(DataFileKind.conventions.map { context.labelText("data." + $0) })
    try addKinds(to: &body, context)
    return Page.PageContent(body)
  }

  private func addDownloads(to body: inout MarkdownDocument, _ context: PageContext) throws(MarkdownError) {
    body.heading(2, context.labelText("data.downloads_heading"))
    body.paragraph(context.labelText("data.downloads_intro"))
    body.paragraph(context.labelText("data.formulas"))
    try body.box(.stacked) { body throws(MarkdownError) in
      try body.table(
        columns: [
          MarkdownColumn(context.labelText("data.table")), MarkdownColumn(context.labelText("data.meaning")),
          MarkdownColumn(context.labelText("data.row_count"), alignment: .right),
          MarkdownColumn(context.labelText("data.download")),
        ],
        of: context.data.tables
      ) { table in
        [
          .link(.code(table.name), to: "#table-" + table.name), context.markdown(table.meaning),
          .text(context.whole(table.rowCount)),
          ["csv", "json"].map { .link(.text($0.uppercased()), to: "/data/\(table.name).\($0)") }
            .joined(separator: " · "),
        ]
      }
    }
    body.paragraph(context.labelText("data.columns_intro"))
    for table in context.data.tables {
      let heading = context.label("data.columns_of", ["table": table.name]) + " {#table-\(table.name)}"
      try body.details(3, .text(heading)) { body throws(MarkdownError) in
        try addKeys(table.columns.map { ($0.name, context.text($0.meaning)) }, to: &body, context)
      }
    }
  }

  private func addKinds(to body: inout MarkdownDocument, _ context: PageContext) throws(MarkdownError) {
    body.heading(2, context.labelText("data.files_heading"))
    body.paragraph(context.labelText("data.files_intro"))
    for kind in DataFileKind.allCases {
      let files = context.data.files.filter { DataFileKind(path: $0.path) == kind }
      let heading = context.label("data.kind_" + kind.rawValue) + " {#kind-\(kind.rawValue)}"
      try body.details(3, .text(heading)) { body throws(MarkdownError) in
        body.paragraph(context.labelText("data.about_" + kind.rawValue))
        try addKeys(
          kind.keys.map { ($0, context.label("data.\(kind.rawValue).\($0)")) }, to: &body, context)
        if files.isEmpty { body.paragraph(context.labelText("data.no_files")) }
        body.list(
          files.map { file in
            context.link(.code(file.path), to: .dataFile(file.path)) + " "
              + context.labelText("data.lines", ["count": context.whole(file.lineCount)])
          })
      }
    }
    let others = context.data.files.filter { DataFileKind(path: $0.path) == nil }
    guard !others.isEmpty else { return }
    body.heading(3, context.labelText("data.kind_other"))
    body.list(others.map { context.link(.code($0.path), to: .dataFile($0.path)) })
  }

  private func addKeys(
    _ keys: [(name: String, meaning: String)], to body: inout MarkdownDocument, _ context: PageContext
  ) throws(MarkdownError) {
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("data.key")), MarkdownColumn(context.labelText("data.meaning")),
      ],
      rows: keys.map { [.code($0.name), .text($0.meaning)] })
  }
}
