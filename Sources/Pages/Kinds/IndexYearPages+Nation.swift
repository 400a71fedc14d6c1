internal import GFM
internal import Scoring
internal import Text

extension IndexYear {
  /// Adds the edition in force and the figures of the nation, the regions and the groups, folded.
  func addNation(to body: inout MarkdownDocument) throws(MarkdownError) {
    guard edition != nil || !national.isEmpty || !regional.isEmpty || !grouped.isEmpty else { return }
    let heading = context.labelText(isScored ? "year.figures_scored" : "year.figures")
    try body.details(2, heading) { body throws(MarkdownError) in
      addEdition(to: &body)
      try addNational(to: &body)
      try addRegions(to: &body)
      try addGroups(to: &body)
    }
  }

  private func addEdition(to body: inout MarkdownDocument) {
    guard let edition else { return }
    let backing = edition.yearsBacking
    body.paragraph(
      context.filled(
        "index.edition_in_force",
        ["edition": context.link(context.markdown(edition.name), to: .edition(edition.id))]) + " "
        + context.status(backing.status) + " " + context.cites(backing.sources))
    if let how = backing.how { body.paragraph(context.markdown(how)) }
  }

  /// What was not found of the figures that the publisher of the scorecards gives beside them.
  var missingFigures: [Markdown] {
    guard isScored else { return [] }
    var missing: [Markdown] = []
    if national.isEmpty { missing.append(context.labelText("index.nation_nothing")) }
    if regional.isEmpty { missing.append(context.labelText("index.regions_nothing")) }
    if grouped.isEmpty { missing.append(context.labelText("index.groups_nothing")) }
    return missing
  }

  private var national: [PublishedFigure] {
    figures.filter { figure in
      context.data.mention(figure.entity)?.kind == .nation && !isGroupOfProvinces(figure)
    }
  }

  private var regional: [PublishedFigure] {
    figures.filter { figure in
      figure.measure == .average && figure.node.isEmpty
        && context.data.mention(figure.entity)?.kind == .region
    }
  }

  private var grouped: [PublishedFigure] { figures.filter(isGroupOfProvinces) }

  /// National aggregates and changes, one row each; notes in the first column.
  private func addNational(to body: inout MarkdownDocument) throws(MarkdownError) {
    let national = national
    let rows = PublishedFigure.FigureMeasure.allCases.flatMap { measure in
      national.filter { $0.measure == measure }
    }
    guard !rows.isEmpty else { return }
    body.heading(3, context.labelText("index.nation_heading"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("index.figure")),
        MarkdownColumn(context.labelText("index.value"), alignment: .right),
        MarkdownColumn(context.labelText("index.backing")),
      ],
      rows: rows.map { [name($0), value($0), context.status($0.confidence)] })
  }

  private func value(_ figure: PublishedFigure) -> Markdown {
    guard let value = figure.value else { return context.unknown }
    let sign = figure.measure == .change && value.value > .zero ? "+" : ""
    let text = sign + NumberText.value(value, unit: figure.unit, in: context.language)
    return context.figure(context.bounded(text, figure.bound), at: figure.line, figure.citations)
  }

  private func name(_ figure: PublishedFigure) -> Markdown {
    let measure = Markdown.strong(context.labelText("index.measure_" + figure.measure.rawValue))
    let component = NodeCode(figure.node).map { code -> Markdown in
      let name = edition?.nodes.first { $0.code == code }?.name
      return ", " + .text(code.description) + (name.map { " " + context.markdown($0) } ?? "")
    }
    let note = figure.note.map { ". " + context.markdown($0) }
    return measure + (component ?? "") + (note ?? "")
  }

  /// Whether the figure counts provinces in a band of the index. Counts of components that rose or fell have no band as
  /// their node; they are shown with the changes.
  private func isGroupOfProvinces(_ figure: PublishedFigure) -> Bool {
    figure.measure == .groupCount && !figure.node.hasPrefix("components-")
  }

  /// The averages of regions; conflicting ones side by side.
  private func addRegions(to body: inout MarkdownDocument) throws(MarkdownError) {
    let regions = context.data.regions
    let rows: [[Markdown]] = regions.compactMap { region in
      let averages = regional.filter { $0.entity == region.id }
      guard !averages.isEmpty else { return nil }
      return [context.entity(region.id), context.published(averages), statuses(averages)]
    }
    guard !rows.isEmpty else { return }
    body.heading(3, context.labelText("index.regions_heading"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("index.region")),
        MarkdownColumn(context.labelText("index.measure_average"), alignment: .right),
        MarkdownColumn(context.labelText("index.backing")),
      ],
      rows: rows)
    let missing = regions.filter { region in !figures.contains { $0.entity == region.id } }
    if !missing.isEmpty {
      body.paragraph(
        context.filled(
          "index.regions_missing", ["regions": context.enumeration(missing.map { context.entity($0.id) })]))
    }
    addNotes(
      figures.filter { figure in regions.contains { $0.id == figure.entity } }.map { ($0.entity, $0.note) },
      to: &body)
  }

  private func statuses(_ figures: [PublishedFigure]) -> Markdown {
    let status = figures.map(\.confidence).first(where: context.doubtful) ?? figures.first?.confidence
    return status.map(context.status) ?? context.unknown
  }

  /// The number of provinces in each group or band.
  private func addGroups(to body: inout MarkdownDocument) throws(MarkdownError) {
    let rows = grouped
    guard !rows.isEmpty else { return }
    body.heading(3, context.labelText("index.groups_heading"))
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("index.group")),
        MarkdownColumn(context.labelText("index.provinces"), alignment: .right),
        MarkdownColumn(context.labelText("index.backing")),
      ],
      rows: rows.map { figure in
        [band(figure), value(figure), context.status(figure.confidence)]
      })
  }

  /// A group of the edition with its bounds, or a band in the words of the row's note.
  private func band(_ figure: PublishedFigure) -> Markdown {
    let group = edition?.groups.first { $0.label == figure.node && $0.covers(year: year) }
    if let group {
      return .strong(.text(group.label)) + " " + .text(context.groupBounds(group))
    }
    if let note = figure.note { return context.markdown(note) }
    return .strong(.text(figure.node))
  }

  /// Adds the distinct notes below a table, one item each.
  func addNotes(_ notes: [(Identifier<Entity>, LocalizedText?)], to body: inout MarkdownDocument) {
    var seen: Set<String> = []
    let items = notes.compactMap { entity, note -> Markdown? in
      guard let note, seen.insert(entity.rawValue + context.text(note)).inserted else { return nil }
      return .strong(.text(context.entityName(entity))) + ": " + context.markdown(note)
    }
    body.list(items)
  }
}

extension PageContext {
  /// The bounds of a group in words that say whether the ends belong to it.
  func groupBounds(_ group: Edition.ScoreGroup) -> String {
    func text(_ key: String, _ value: ExactDecimal) -> String { label(key, ["value": exact(value)]) }
    let from = group.from.map { text(group.fromInclusive ? "edition.from" : "edition.above", $0) }
    let to = group.to.map { text(group.toInclusive ? "edition.to" : "edition.below", $0) }
    return [from, to].compactMap { $0 }.joined(separator: " ")
  }
}
