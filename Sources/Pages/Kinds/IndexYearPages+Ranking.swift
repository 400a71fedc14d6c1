internal import GFM
internal import Scoring

extension IndexYear {
  /// Adds the ranking as far as it is known: a row for each province with a figure.
  func addRanking(to body: inout MarkdownDocument) throws(MarkdownError) {
    let known = standings.known
    guard !known.isEmpty else { return }
    body.heading(2, context.labelText("index.ranking_heading"))
    addBreak(to: &body)
    let changes = changes
    let hasComputed = known.contains { $0.computedRank != nil }
    let hasRanks = known.contains { $0.rank != nil }
    var columns: [MarkdownColumn] = []
    if hasRanks { columns.append(MarkdownColumn(context.labelText("index.rank"), alignment: .right)) }
    if hasComputed {
      columns.append(MarkdownColumn(context.labelText("index.computed_rank"), alignment: .right))
    }
    columns += [
      MarkdownColumn(context.labelText("index.province")),
      MarkdownColumn(valueHeader, alignment: .right),
    ]
    if !changes.isEmpty {
      columns.append(
        MarkdownColumn(context.labelText("year.change", ["year": String(year - 1)]), alignment: .right))
    }
    columns.append(MarkdownColumn(context.labelText("year.sources")))
    let caption = context.labelText("year.caption", ["index": name, "year": String(year)])
    try body.box(.ranking) { body throws(MarkdownError) in
      try body.table(caption: caption, columns: columns, of: known) { standing in
        var cells: [Markdown] = []
        if hasRanks { cells.append(rankCell(standing)) }
        if hasComputed {
          cells.append(standing.computedRank.map { .text(context.whole($0)) } ?? context.unknown)
        }
        cells += [context.entity(standing.entity), valueCell(standing)]
        if !changes.isEmpty { cells.append(changes[standing.entity].map { .text($0) } ?? "–") }
        cells.append(sources(standing))
        return cells
      }
    }
    addKey(hasDashes: !changes.isEmpty && changes.count < known.count, to: &body)
    addRemarks(known, to: &body)
  }

  /// Adds the meaning of the marks in the table.
  private func addKey(hasDashes: Bool, to body: inout MarkdownDocument) {
    let used = Set(standings.known.map(confidence))
    let marks = Confidence.allCases.filter(used.contains).map(context.status).joined(separator: " ")
    var sentences = [context.filled("year.key", ["marks": marks])]
    if hasDashes {
      sentences.append(context.labelText("year.change_note", ["year": String(year - 1)]))
    }
    let ordered = standings.known.filter { $0.figures.contains(where: \.readFromOrder) }
    if !ordered.isEmpty {
      let list = ordered.map { context.entity($0.entity) }
      sentences.append(context.filled("year.from_order", ["list": context.enumeration(list)]))
    }
    body.paragraph(sentences.joined(separator: " "))
  }

  /// Says why the values of the year before cannot be subtracted, in the first year of a new series.
  private func addBreak(to body: inout MarkdownDocument) {
    guard let item = seriesBreak else { return }
    body.quote(
      context.breakMark(context.label(isScored ? "index.break_mark" : "province.series_break")) + " "
        + context.filled("index.break_here", ["reason": context.markdown(item.reason)])
        + (item.citation.map { " " + context.cites([$0]) } ?? ""))
  }

  /// The header of the values, with the top of the scale where all rows give the same.
  private var valueHeader: Markdown {
    let maxima = Set(standings.known.flatMap { $0.figures.map(\.maximum) })
    guard maxima.count == 1, let maximum = maxima.first ?? nil else {
      return context.labelText("index.value")
    }
    return context.labelText(
      "year.value_of", ["maximum": NumberText.printed(maximum, in: context.language)])
  }

  private func rankCell(_ standing: YearStanding) -> Markdown {
    var seen: Set<Int> = []
    let ranks = standing.figures.compactMap { figure -> Markdown? in
      guard let rank = figure.rank, seen.insert(rank).inserted else { return nil }
      // The length of the list is said once, above the table.
      return shown(
        context.rankText(rank, of: figure.listSize == standings.listSize ? nil : figure.listSize), figure)
    }
    return ranks.isEmpty ? context.unknown : ranks.joined(separator: " / ")
  }

  private func valueCell(_ standing: YearStanding) -> Markdown {
    var seen: Set<String> = []
    let values = standing.figures.compactMap { figure -> Markdown? in
      guard let text = figure.text, seen.insert(text).inserted else { return nil }
      return shown(text, figure)
    }
    return values.isEmpty ? context.unknown : values.joined(separator: " / ")
  }

  /// A number with its data line. One that the data file derives does not wear the mark of print.
  private func shown(_ text: String, _ figure: YearFigure) -> Markdown {
    figure.confidence == .derived ? .text(text) : context.figure(text, at: figure.line, [])
  }

  /// How sure the figures of a province are, and their sources; derived ones lead to their data line here.
  private func sources(_ standing: YearStanding) -> Markdown {
    var seen: Set<Identifier<Source>> = []
    let lines = standing.figures.map { figure -> Markdown in
      let new = figure.citations.filter { seen.insert($0.source).inserted }
      let marks = new.isEmpty ? "" : context.marks(of: figure.citations, at: figure.line)
      // The mark of further sources leads to the data line too.
      guard figure.confidence == .derived, figure.citations.count < 2 else { return marks }
      let line = Markdown.link(
        context.labelText("year.line"), to: context.address(of: figure.line), style: "more", identifier: nil)
      return marks.isEmpty ? line : marks + " " + line
    }
    return ([context.status(confidence(standing))] + lines.filter { !$0.isEmpty }).joined(separator: " ")
  }

  /// The least certain confidence of the figures of a province.
  private func confidence(_ standing: YearStanding) -> Confidence {
    let all = standing.figures.map(\.confidence)
    return all.first(where: context.doubtful) ?? all.first ?? .single
  }

  /// The change of each value that is known in this year and the year before, unless a new series begins.
  var changes: [Identifier<Entity>: String] {
    guard isComparedWithYearBefore else { return [:] }
    let before = IndexYear(context: context, index: index, year: year - 1).standings.known
    let old = Dictionary(before.map { ($0.entity, $0) }, uniquingKeysWith: { first, _ in first })
    return standings.known.reduce(into: [:]) { changes, standing in
      guard let now = standing.value, let then = old[standing.entity]?.value else { return }
      changes[standing.entity] = NumberText.signed(
        now.value - then.value, places: max(now.decimals, then.decimals), in: context.language)
    }
  }

  /// Whether the values of the year before are on the same scale.
  var isComparedWithYearBefore: Bool {
    seriesBreak == nil
      && (!isScored || edition?.id != nil && context.data.editionOfYear(year - 1)?.id == edition?.id)
  }

  /// Adds the notes on rows and the sources that contradict them, folded.
  private func addRemarks(_ known: [YearStanding], to body: inout MarkdownDocument) {
    var seen: Set<Markdown> = []
    let remarks = known.flatMap { standing in
      standing.figures.compactMap { figure in
        context.remark(
          on: context.entityName(figure.entity), figure.note, contradictedBy: figure.contradictedBy,
          citations: figure.citations)
      }
    }.filter { seen.insert($0).inserted }
    guard !remarks.isEmpty else { return }
    body.details(3, context.labelText("year.remarks", ["count": context.whole(remarks.count)])) {
      $0.list(remarks)
    }
  }
}
