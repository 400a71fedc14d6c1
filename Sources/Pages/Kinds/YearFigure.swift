internal import GFM
internal import Scoring
internal import Text

/// A value, a rank or both that a source gives a province for a whole year of an index.
struct YearFigure {
  let entity: Identifier<Entity>
  /// The value as it is shown; nil when only a rank is known.
  let text: String?
  /// The value; nil when it is not known exactly.
  let value: PrintedDecimal?
  let unit: MeasurementUnit
  let maximum: PrintedDecimal?
  let rank: Int?
  let listSize: Int?
  let readFromOrder: Bool
  let confidence: Confidence
  let line: DataLine
  let citations: [Citation]
  let contradictedBy: [Identifier<Source>]
  let note: LocalizedText?

  init(_ entry: ScorecardEntry, _ context: PageContext) {
    (entity, rank, listSize, readFromOrder) = (entry.entity, entry.rank, entry.listSize, false)
    text = context.totalText(entry)
    value = entry.bound == .exact ? entry.percent : nil
    // Points without a percentage carry their maximum themselves.
    (unit, maximum) = (.percent, nil)
    (confidence, line, citations) = (entry.confidence, entry.line, entry.citations)
    (contradictedBy, note) = (entry.contradictedBy, entry.note)
  }

  init(_ figure: PublishedFigure, _ context: PageContext) {
    (entity, rank, listSize) = (figure.entity, figure.rank, figure.listSize)
    readFromOrder = figure.readFromOrder
    unit = figure.unit == .percent || figure.unit == .group ? figure.unit : .none
    text = figure.value.map { [unit] value in
      context.bounded(NumberText.value(value, unit: unit, in: context.language), figure.bound)
    }
    value = figure.bound == .exact ? figure.value : nil
    maximum = figure.maximum
    (confidence, line, citations) = (figure.confidence, figure.line, figure.citations)
    (contradictedBy, note) = (figure.contradictedBy, figure.note)
  }
}

/// What is known of a province in one year of an index.
struct YearStanding {
  let entity: Identifier<Entity>
  /// What the sources say, in file order; never empty.
  let figures: [YearFigure]
  /// The rank by the known values of the whole list; nil when a value of the list is missing.
  var computedRank: Int?

  var rank: Int? { figures.compactMap(\.rank).min() }
  var hasValue: Bool { figures.contains { $0.text != nil } }

  /// The value; nil when it is not known exactly, or the sources differ.
  var value: PrintedDecimal? {
    let values = figures.compactMap(\.value)
    return Set(values.map(\.value)).count == 1 && !isConflicting ? values.first : nil
  }

  var isConflicting: Bool { figures.contains { $0.confidence == .conflict } }
}
