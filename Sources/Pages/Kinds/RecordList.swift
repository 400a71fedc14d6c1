internal import GFM
internal import Scoring
internal import Text

/// The rows of a page of a table, each as a record: what it says, in words, and last the row as it stands in the file.
struct RecordList {
  /// A name and a value of a record. A name without a value is left out.
  typealias Field = (name: String, value: Markdown?)

  let context: PageContext
  private let part: DataFilePart
  private let records: FileRecords
  private let anchors: RowAnchors?
  /// The rows about the same thing, by line.
  private let repetitions: [Int: RowAnchors.Repetition]
  /// The promises that rest on a row, by line.
  private let uses: [Int: [Identifier<Promise>]]

  init(context: PageContext, part: DataFilePart, records: FileRecords) {
    (self.context, self.part, self.records) = (context, part, records)
    let anchors = context.data.rowAnchors(part.path)
    self.anchors = anchors
    repetitions = (anchors?.repetitions ?? []).reduce(into: [:]) { repetitions, repetition in
      for line in repetition.lines where part.lines.contains(line) { repetitions[line] = repetition }
    }
    uses = Dictionary(grouping: context.data.rowUses(part), by: \.line).mapValues { $0.map(\.promise) }
  }

  func add(to body: inout MarkdownDocument) {
    if records.firstLine == 1, let header = records.lines.first {
      body.paragraph(.strong(context.labelText("record.columns")) + ": " + raw([(1, header)]))
    }
    // The headings of the rows are below it, so that none is of a level that nothing leads to.
    body.heading(2, context.labelText("record.rows"))
    let ends = records.rows.lines.dropFirst().map { Optional($0) } + [nil]
    body.box(.records) { body in
      switch records.rows {
      case .outcomes(let rows):
        for (row, end) in zip(rows, ends) { add(OutcomeRecord(context, row), row.line, end, to: &body) }
      case .published(let rows):
        for (row, end) in zip(rows, ends) { add(PublishedRecord(context, row), row.line, end, to: &body) }
      case .scorecards(let rows):
        for (row, end) in zip(rows, ends) { add(ScorecardRecord(context, row), row.line, end, to: &body) }
      }
    }
  }

  /// - Parameter end: the line on which the next row begins; nil for the last row of the page.
  private func add(_ record: some DataRecord, _ line: DataLine, _ end: Int?, to body: inout MarkdownDocument)
  {
    let anchor = anchors?.name(at: line.line) ?? "row-\(line.line)"
    body.heading(3, .text(record.title + " {#\(anchor)}"))
    let fields: [Field] =
      record.figure + sources(record) + [
        ("common.note", record.note.map(context.markdown)), ("record.same", others(than: line)),
        ("record.used", promises(at: line)), ("record.see", record.page),
      ]
    let shown = fields.compactMap { field in field.value.map { item(field.name, $0) } }
    body.list(
      shown + [actions(on: line, anchor)].filter { !$0.isEmpty }
        + [item("record.raw", raw(records.lines(of: line.line, upTo: end)))])
  }

  private func item(_ name: String, _ value: Markdown) -> Markdown {
    .strong(context.labelText(name) + ":") + " " + value
  }

  // MARK: Where it is from

  private func sources(_ record: some DataRecord) -> [Field] {
    let agreeing = record.citations.dropFirst().map(source)
    let own = Set(record.citations.map(\.source))
    let against = record.contradictedBy.map { id in
      own.contains(id)
        ? context.labelText("attainment.self_contradicted") : source(Citation(source: id))
    }
    return [
      ("attainment.source", record.citations.first.map(source) ?? context.unknown),
      ("record.also", joined(agreeing)), ("record.against", joined(against)),
      ("indicator.backing", context.status(record.confidence)),
    ]
  }

  /// The title of a source, linked to its entry on the page of sources, its publisher and day, and the place in it.
  private func source(_ citation: Citation) -> Markdown {
    guard let source = context.data.source(citation.source) else { return .code(citation.source.rawValue) }
    let title = Markdown.link(
      context.ownWords(source.title, in: source.titleLanguage),
      to: Route.sources.path(in: context.language) + "#" + source.id.rawValue, style: PageContext.sourceTitle,
      identifier: nil)
    let imprint = [
      source.publisher.map(context.publisher), source.date.map { .text(context.date($0)) },
      citation.locator.map(context.markdown),
    ]
    return ([title] + imprint.compactMap { $0 }).joined(separator: ", ")
  }

  private func joined(_ pieces: [Markdown]) -> Markdown? {
    pieces.isEmpty ? nil : pieces.joined(separator: "; ")
  }

  // MARK: Where it leads

  /// The other rows about the same thing. At the first of them stands the name that they share, because readers may
  /// have kept it from when there was one row.
  private func others(than line: DataLine) -> Markdown? {
    guard let same = repetitions[line.line] else { return nil }
    let others = same.lines.filter { $0 != line.line }.enumerated().map { place, other in
      Markdown.link(
        context.labelText("record.line", ["line": context.whole(other)]),
        to: context.address(of: DataLine(file: line.file, line: other)), style: nil,
        identifier: place == 0 && same.lines.first == line.line ? same.name : nil)
    }
    return joined(others)
  }

  /// The promises whose verdicts rest on the row.
  private func promises(at line: DataLine) -> Markdown? {
    joined(
      (uses[line.line] ?? []).compactMap { id in
        context.data.promiseRecord(id)?.leading.map { part in
          context.link(toTarget: part.target, context.markdown(part.target.statement))
        }
      })
  }

  private func actions(on line: DataLine, _ anchor: String) -> Markdown {
    let route = Route.dataFile(part.path, page: part.page)
    return [context.report(anchor, on: route, titled: part.path), context.edit(line)].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// Lines as they stand in the file, each with its number as anchor.
  private func raw(_ lines: [(number: Int, text: String)]) -> Markdown {
    lines.map { line in
      let text = HiddenCharacter.isIn(line.text) ? line.text.shown(keeping: ["\t"]) : line.text
      let number = String(line.number)
      return Markdown.link(.text(number), to: "#L" + number, title: "=") + " " + .code(text)
    }.joined(separator: " ")
  }
}
