package import Text

/// One published figure of an index: a score, a rank or an aggregate.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class PublishedFigure: Encodable, Sendable {
  /// The kind of a published figure.
  package enum FigureMeasure: String, CaseIterable, Encodable, Sendable {
    case score
    case quartileGroup = "quartile-group"
    case average
    case highest
    case lowest
    case provincesUp = "provinces-up"
    case provincesDown = "provinces-down"
    case aboveAverage = "above-average"
    case groupCount = "group-count"
    case largestRise = "largest-rise"
    case smallestRise = "smallest-rise"
    case largestFall = "largest-fall"
    case smallestFall = "smallest-fall"
    case change
    case surveyForms = "survey-forms"
    /// The band that a unit of a province is in; it has no value.
    case band
    /// How many units of a group were scored.
    case unitsScored = "units-scored"
    /// How many units of a group rose.
    case unitsUp = "units-up"
  }

  /// The entity it describes.
  package let entity: Identifier<Entity>
  /// The index year.
  package let year: Int
  /// The identifier of the index, as in `indexes.yaml`.
  package let index: String
  package let measure: FigureMeasure
  /// The component, group letter, band or slug, or the month of a monthly index; empty for the whole index.
  package let node: String
  /// How the value relates to the true one.
  package let bound: Bound
  /// The value; nil when only the rank was published.
  package let value: PrintedDecimal?
  package let unit: MeasurementUnit
  /// The maximum of the scale; nil when the source does not state it.
  package let maximum: PrintedDecimal?
  /// The published rank, 1 is best; nil when not published.
  package let rank: Int?
  /// The number of ranked units; nil when unknown.
  package let listSize: Int?
  /// Whether the rank was inferred from the order of a list.
  package let readFromOrder: Bool
  /// The sources: first the one the row was taken from, then those that agree.
  package let citations: [Citation]
  /// The sources that disagree.
  package let contradictedBy: [Identifier<Source>]
  /// How well the figure is sourced.
  package let confidence: Confidence
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    entity: Identifier<Entity>, year: Int, index: String, measure: FigureMeasure, node: String, bound: Bound,
    value: PrintedDecimal?, unit: MeasurementUnit, maximum: PrintedDecimal?, rank: Int?, listSize: Int?,
    readFromOrder: Bool, citations: [Citation], contradictedBy: [Identifier<Source>],
    confidence: Confidence, note: LocalizedText?, line: DataLine
  ) {
    self.entity = entity
    self.year = year
    self.index = index
    self.measure = measure
    self.node = node
    self.bound = bound
    self.value = value
    self.unit = unit
    self.maximum = maximum
    self.rank = rank
    self.listSize = listSize
    self.readFromOrder = readFromOrder
    self.citations = citations
    self.contradictedBy = contradictedBy
    self.confidence = confidence
    self.note = note
    self.line = line
  }
}
