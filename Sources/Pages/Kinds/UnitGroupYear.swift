internal import GFM
internal import Scoring
internal import Text

/// What is published of one year about a province's units that are ranked together.
struct UnitGroupYear {
  /// The figures of one index about a group and each of its units, by file and line.
  struct Figures {
    fileprivate let ofGroup: [PublishedFigure]
    fileprivate let ofUnits: [(unit: UnitGroup.Unit, figures: [PublishedFigure])]

    init(_ group: UnitGroup, _ index: IndexDescription, _ context: PageContext) {
      func figures(_ id: Identifier<Entity>) -> [PublishedFigure] {
        context.data.publishedOfEntity(id).filter { $0.index == index.id }
      }
      ofGroup = figures(group.id)
      ofUnits = group.units.map { ($0, figures($0.id)) }
    }

    /// The years that any figure is about.
    var years: [Int] { ofGroup.map(\.year) + ofUnits.flatMap { $0.figures.map(\.year) } }
  }

  /// A unit and its figures of the year.
  private struct UnitYear {
    let unit: UnitGroup.Unit
    let figures: [PublishedFigure]

    var scores: [PublishedFigure] { figures.filter { $0.measure == .score } }
    var bands: [PublishedFigure] { figures.filter { $0.measure == .band } }
    var rank: Int? { scores.compactMap(\.rank).min() }
  }

  let year: Int
  private let context: PageContext
  private let index: IndexDescription
  private let group: UnitGroup
  private let ofGroup: [PublishedFigure]
  /// The units with any figure, by rank, those without one last.
  private let units: [UnitYear]

  init(context: PageContext, index: IndexDescription, group: UnitGroup, year: Int, all: Figures) {
    (self.context, self.index, self.group, self.year) = (context, index, group, year)
    ofGroup = all.ofGroup.filter { $0.year == year }
    let known = all.ofUnits.map { unit, figures in
      UnitYear(unit: unit, figures: figures.filter { $0.year == year })
    }
    let placed = known.filter { !$0.figures.isEmpty }.enumerated().map {
      (rank: $1.rank ?? .max, place: $0, unit: $1)
    }
    units = placed.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.unit)
  }

  var isEmpty: Bool { ofGroup.isEmpty && units.isEmpty }
  var knownUnits: [Identifier<Entity>] { units.map(\.unit.id) }
  var publishedCount: Int { all.count - derivedCount }
  var derivedCount: Int { all.count { $0.confidence == .derived } }

  private var all: [PublishedFigure] { ofGroup + units.flatMap(\.figures) }

  /// How many units were scored; nil when no source says so.
  private var size: Int? {
    let stated = ofGroup.first { $0.measure == .unitsScored }?.value?.value
    let count = stated.flatMap { $0.isWhole ? Int($0.tenThousandths / 10_000) : nil }
    return count ?? all.compactMap(\.listSize).max()
  }

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(
      3,
      context.labelText("internal.group", ["group": context.text(group.name), "year": String(year)]))
    body.paragraph(summary)
    try addUnits(to: &body)
    try addBands(to: &body)
    body.list(others)
    context.addRemarks(remarks, to: &body)
  }

  /// How much of the group is known.
  private var summary: Markdown {
    let scores = units.filter { $0.scores.contains { $0.value != nil } }.count
    let ranks = units.filter { $0.rank != nil }.count
    var pieces = [
      size.map { context.labelText("internal.scored", ["count": context.whole($0)]) }
        ?? context.labelText("internal.scored_unknown"),
      context.labelText(
        "internal.known", ["scores": context.whole(scores), "ranks": context.whole(ranks)]),
    ]
    if hasBands {
      let bands = units.filter { !$0.bands.isEmpty }.count
      pieces.append(context.labelText("internal.known_bands", ["bands": context.whole(bands)]))
    }
    if let size {
      let rest = max(0, size - units.count)
      pieces.append(context.labelText("internal.rest", ["count": context.whole(rest)]))
    }
    return pieces.joined(separator: " ")
  }

  /// Whether the index sorts units into bands, as far as is known.
  private var hasBands: Bool { !index.bands.isEmpty || units.contains { !$0.bands.isEmpty } }

  private func addUnits(to body: inout MarkdownDocument) throws(MarkdownError) {
    let shown = units.filter { !$0.scores.isEmpty || !$0.bands.isEmpty }
    guard !shown.isEmpty else { return }
    var columns = ["internal.unit", "internal.result", "province.rank"]
    if hasBands { columns.append("internal.band") }
    // On a phone the band, often all that is known, stands beside score and rank.
    try body.box(.compact) { body throws(MarkdownError) in
      try body.table(
        columns: columns.map { MarkdownColumn(context.labelText($0)) },
        rows: shown.map { unit in
          let cells = [
            context.markdown(unit.unit.name), joined(unit.scores.compactMap(result)),
            joined(unit.scores.compactMap(rank)),
          ]
          return hasBands ? cells + [joined(unit.bands.map(band))] : cells
        })
    }
  }

  private func joined(_ pieces: [Markdown]) -> Markdown {
    pieces.isEmpty ? context.unknown : pieces.joined(separator: " / ")
  }

  private func result(_ figure: PublishedFigure) -> Markdown? {
    guard let value = figure.value else { return nil }
    let text =
      figure.maximum.map {
        NumberText.printed(value, in: context.language) + "/"
          + NumberText.printed($0, in: context.language)
      } ?? NumberText.value(value, unit: figure.unit, in: context.language)
    return marked(context.bounded(text, figure.bound), figure)
  }

  private func rank(_ figure: PublishedFigure) -> Markdown? {
    guard let rank = figure.rank else { return nil }
    let text = context.rankText(rank, of: figure.listSize)
    let cited = figure.value == nil ? figure.citations : []
    let shown = context.figure(text, at: figure.line, cited)
    return figure.readFromOrder ? shown + " " + .emphasis(context.labelText("province.from_order")) : shown
  }

  private func band(_ figure: PublishedFigure) -> Markdown { marked(bandName(figure.node), figure) }

  private func bandName(_ id: String) -> String {
    index.bands.first { $0.id == id }.map { context.text($0.name) } ?? id
  }

  /// A text with its data line and sources, and its status if doubtful.
  private func marked(_ text: String, _ figure: PublishedFigure) -> Markdown {
    let shown = context.figure(text, at: figure.line, figure.citations)
    return context.doubtful(figure.confidence) ? shown + " " + context.status(figure.confidence) : shown
  }

  /// How many units are in each band.
  private func addBands(to body: inout MarkdownDocument) throws(MarkdownError) {
    let counts = ofGroup.filter { $0.measure == .groupCount }
    guard !counts.isEmpty else { return }
    // Where the counts make up the whole group, no unit is in another band.
    let sum = counts.compactMap(\.value?.value).sum
    let isWhole = counts.contains { $0.listSize.map { ExactDecimal($0) } == sum }
    let known = index.bands.map(\.id).filter { id in !isWhole || counts.contains { $0.node == id } }
    let others = counts.map(\.node).filter { !known.contains($0) }
    try body.table(
      caption: context.labelText(
        "internal.bands_caption", ["group": context.text(group.name), "year": String(year)]),
      columns: [
        MarkdownColumn(context.labelText("internal.band")),
        MarkdownColumn(context.labelText("internal.units_in_band")),
      ],
      rows: (known + others).map { node in
        [.text(bandName(node)), joined(counts.filter { $0.node == node }.map(count))]
      })
  }

  /// A count, with the number of units that it is out of where known.
  private func count(_ figure: PublishedFigure) -> Markdown {
    guard let value = figure.value else { return context.unknown }
    let part = context.bounded(
      NumberText.value(value, unit: figure.unit, in: context.language), figure.bound)
    let text = figure.listSize.map { context.label("common.of", ["part": part, "whole": context.whole($0)]) }
    return marked(text ?? part, figure)
  }

  /// The figures that the tables do not show.
  private var others: [Markdown] {
    let ofGroup = ofGroup.filter { $0.measure != .groupCount }.map { figure -> Markdown in
      .strong(context.labelText("index.measure_" + figure.measure.rawValue)) + ": " + count(figure)
    }
    let ofUnits = units.flatMap { unit in
      unit.figures.filter { ![.score, .band].contains($0.measure) }.map { figure -> Markdown in
        .strong(context.markdown(unit.unit.name)) + ". "
          + context.labelText("index.measure_" + figure.measure.rawValue) + ": " + change(figure)
      }
    }
    return ofGroup + ofUnits
  }

  private func change(_ figure: PublishedFigure) -> Markdown {
    guard let value = figure.value else { return context.unknown }
    let sign = figure.measure == .change && value.value > .zero ? "+" : ""
    let text = sign + NumberText.value(value, unit: figure.unit, in: context.language)
    return marked(context.bounded(text, figure.bound), figure)
  }

  /// The notes and the sources that disagree, each once with everything that it is about.
  private var remarks: [Markdown] {
    var order: [Markdown] = []
    var subjects: [Markdown: [String]] = [:]
    func add(_ subject: String, _ figure: PublishedFigure) {
      let remark = context.remark(
        figure.note, contradictedBy: figure.contradictedBy, citations: figure.citations)
      guard let remark else { return }
      if subjects[remark] == nil { order.append(remark) }
      subjects[remark, default: []].append(subject)
    }
    for figure in ofGroup { add(subject(of: figure), figure) }
    for unit in units {
      for figure in unit.figures { add(context.text(unit.unit.name), figure) }
    }
    return order.map { remark in
      let about = subjects[remark] ?? []
      return about.count == all.count && about.count > 1
        ? remark : .strong(.text(about.joined(separator: ", "))) + ": " + remark
    }
  }

  private func subject(of figure: PublishedFigure) -> String {
    figure.measure == .groupCount
      ? bandName(figure.node) : context.label("index.measure_" + figure.measure.rawValue)
  }
}
