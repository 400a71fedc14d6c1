internal import GFM
internal import Scoring
internal import Text

/// A row of a table in words. Cells that are empty are left out; what the row itself calls unknown is named so.
protocol DataRecord {
  /// What the row is about, in one line.
  var title: String { get }
  /// The figure and what belongs to it.
  var figure: [RecordList.Field] { get }
  var citations: [Citation] { get }
  var contradictedBy: [Identifier<Source>] { get }
  var confidence: Confidence { get }
  var note: LocalizedText? { get }
  /// The page that shows the figure among its like; nil when the figure names it already.
  var page: Markdown? { get }
}

/// A reported outcome.
struct OutcomeRecord: DataRecord {
  private let context: PageContext
  private let outcome: Outcome
  private let indicator: Indicator?

  init(_ context: PageContext, _ outcome: Outcome) {
    (self.context, self.outcome) = (context, outcome)
    indicator = context.data.indicator(outcome.indicator)
  }

  var citations: [Citation] { outcome.citations }
  var contradictedBy: [Identifier<Source>] { outcome.contradictedBy }
  var confidence: Confidence { outcome.confidence }
  var note: LocalizedText? { outcome.note }
  var page: Markdown? { nil }

  private var name: String { indicator.map { context.text($0.name) } ?? outcome.indicator.rawValue }

  var title: String {
    "\(context.entityName(outcome.entity)), \(name): \(context.period(outcome))"
  }

  var figure: [RecordList.Field] {
    let value = context.text(AttainmentWording.value(outcome, unit: indicator?.unit ?? .none))
    let size = outcome.listSize.map { "/" + context.whole($0) } ?? ""
    return [
      ("common.value", .strong(.text(value + size))), ("indicator.period", .text(context.period(outcome))),
      (
        "common.year",
        context.period(outcome).contains(String(outcome.year)) ? nil : .text(String(outcome.year))
      ),
      ("record.entity", context.entity(outcome.entity)),
      (
        "attainment.indicator",
        indicator.map { context.link(.text(name), to: .indicator($0.id)) } ?? .text(name)
      ),
      ("attainment.denominator", way),
      ("promise.level", .text(context.text(AttainmentWording.level(outcome.level)))),
      ("record.says", outcome.statement.map(context.markdown)),
    ]
  }

  /// What is counted over what; nil when the indicator has one way only.
  private var way: Markdown? {
    guard let id = outcome.denominator else { return nil }
    return indicator?.denominators.first { $0.id == id }.map { context.markdown($0.name) } ?? context.unknown
  }
}

/// A published figure of an index.
struct PublishedRecord: DataRecord {
  private let context: PageContext
  private let row: PublishedFigure
  private let index: IndexDescription?

  init(_ context: PageContext, _ row: PublishedFigure) {
    (self.context, self.row) = (context, row)
    index = context.data.indexes.first { $0.id == row.index }
  }

  var citations: [Citation] { row.citations }
  var contradictedBy: [Identifier<Source>] { row.contradictedBy }
  var confidence: Confidence { row.confidence }
  var note: LocalizedText? { row.note }

  private var name: String { index.map { context.text($0.name) } ?? row.index }

  /// The short name of an index of provinces by year; the name of any other.
  private var shortName: String { isByYear ? context.shortName(of: index) : name }

  /// Whether the years of the index have pages.
  private var isByYear: Bool {
    index.map { index in context.isScored(index) || context.indexesByYear.contains { $0.id == index.id } }
      ?? false
  }

  /// The name of a place, or of a unit or group of units of the province whose index it is.
  private var place: String {
    if let mention = context.data.mention(row.entity) { return context.text(mention.name) }
    let groups = index?.province.map { context.data.unitGroups($0) } ?? []
    let named = groups.map { ($0.id, $0.name) } + groups.flatMap(\.units).map { ($0.id, $0.name) }
    return named.first { $0.0 == row.entity }.map { context.text($0.1) } ?? row.entity.rawValue
  }

  private var measure: String { context.label("index.measure_" + row.measure.rawValue) }

  var title: String {
    let head = "\(place), \(shortName) \(row.year)"
    let parts = [node, row.measure == .score ? nil : measure].compactMap { $0 }
    return parts.isEmpty ? head : head + ": " + parts.joined(separator: ", ")
  }

  var figure: [RecordList.Field] {
    [
      ("common.value", value.map { .strong(.text($0)) }),
      ("index.maximum", row.maximum.map { .text(NumberText.printed($0, in: context.language)) }),
      ("index.rank", rank), ("record.measure", row.measure == .score ? nil : .text(measure)),
      ("index.node", node.map { .text($0) }),
      ("common.year", .text(String(row.year))), entity,
      ("common.index", page == nil ? .text(name) : nil),
    ]
  }

  private var entity: RecordList.Field {
    context.data.mention(row.entity) == nil
      ? ("internal.unit", .text(place)) : ("record.entity", context.entity(row.entity))
  }

  private var value: String? {
    if row.measure == .band { return band ?? row.node }
    return row.value.map {
      context.bounded(NumberText.value($0, unit: row.unit, in: context.language), row.bound)
    }
  }

  /// The name of the band that the node names; nil for any other node.
  private var band: String? { index?.bands.first { $0.id == row.node }.map { context.text($0.name) } }

  private var rank: Markdown? {
    row.rank.map { rank in
      let text = Markdown.strong(.text(context.rankText(rank, of: row.listSize)))
      return row.readFromOrder ? text + " (" + context.labelText("province.from_order") + ")" : text
    }
  }

  /// The part of the index or the month that the figure is about; nil for the whole index, and for a band.
  private var node: String? {
    guard !row.node.isEmpty, row.measure != .band else { return nil }
    if index?.isMonthly == true { return context.label("record.month", ["month": row.node]) }
    guard let code = NodeCode(row.node), code.isComponent else { return band ?? row.node }
    return context.componentName(code)
  }

  var page: Markdown? {
    guard let index else { return nil }
    if let province = index.province {
      return context.link(.text(name), to: .internalIndex(province))
    }
    guard isByYear else { return context.link(.text(name), to: .indexes) }
    return context.link(.text("\(name) \(row.year)"), to: context.route(of: index, year: row.year))
  }
}

/// A row of a scorecard.
struct ScorecardRecord: DataRecord {
  private let context: PageContext
  private let entry: ScorecardEntry
  private let edition: Edition?

  init(_ context: PageContext, _ entry: ScorecardEntry) {
    (self.context, self.entry) = (context, entry)
    edition = context.data.editionOfYear(entry.year)
  }

  var citations: [Citation] { entry.citations }
  var contradictedBy: [Identifier<Source>] { entry.contradictedBy }
  var confidence: Confidence { entry.confidence }
  var note: LocalizedText? { entry.note }

  private var index: String { context.shortName(of: context.scorecardIndex) }

  private var node: String {
    let label = context.text(ScoreWording.label(entry.node, edition: edition))
    let official = edition.flatMap { context.data.nodeNames($0.id)[entry.node] }
    let name = official.map { label + " " + context.text($0) } ?? label
    return entry.node == .total ? label : name
  }

  var title: String { "\(context.entityName(entry.entity)), \(index) \(entry.year): \(node)" }

  var figure: [RecordList.Field] {
    func number(_ value: PrintedDecimal?, _ bound: Bound = .exact) -> Markdown? {
      value.map { .text(context.bounded(NumberText.printed($0, in: context.language), bound)) }
    }
    let percent = entry.percent.map {
      context.bounded(NumberText.value($0, unit: .percent, in: context.language), entry.bound)
    }
    return [
      ("index.percent", percent.map { .strong(.text($0)) }),
      ("index.points", number(entry.points, entry.bound).map { .strong($0) }),
      ("record.self_points", number(entry.selfPoints)), ("index.maximum", number(entry.maximum)),
      ("index.rank", entry.rank.map { .strong(.text(context.rankText($0, of: entry.listSize))) }),
      ("index.node", .text(node)),
      ("record.applies", entry.applies ? nil : context.labelText("record.applies_not")),
      ("record.basis", context.labelText("record.basis_" + entry.basis.rawValue)),
      ("common.year", .text(String(entry.year))), ("record.entity", context.entity(entry.entity)),
      ("record.evidence", evidence), ("record.explanation", entry.explanation.map(context.markdown)),
    ]
  }

  /// The documents, whose titles stay as they are.
  private var evidence: Markdown? {
    guard !entry.evidence.isEmpty else { return nil }
    return entry.evidence.map { context.ownWords($0, in: Language.vietnamese.rawValue) }.joined(
      separator: "; ")
  }

  var page: Markdown? { context.link(.text("\(index) \(entry.year)"), to: .indexYear(entry.year)) }
}
