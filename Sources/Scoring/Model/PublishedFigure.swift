package import Text

/// One published figure of an index: a score, a rank or an aggregate.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class PublishedFigure: Encodable, Sendable {
  /// What a published figure tells.
  package enum Measure: String, CaseIterable, Encodable, Sendable {
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
  }

  /// Whose figure it is.
  package let entity: Identifier<Entity>
  /// The index year.
  package let year: Int
  /// `PAR`, `SIPAS`, `PAPI`, `PCI`, `DTI` or `INDEX766`.
  package let index: String
  /// What it tells.
  package let measure: Measure
  /// The component, group letter or slug; empty for the whole index.
  package let node: String
  /// Whether the value is exact.
  package let bound: Bound
  /// The value; nil when only the rank was published.
  package let value: PrintedDecimal?
  /// The unit of the value.
  package let unit: Unit
  /// The top of the scale; nil when the source does not say.
  package let maximum: PrintedDecimal?
  /// The published rank, 1 is best; nil when not published.
  package let rank: Int?
  /// How many were ranked; nil when not known.
  package let listSize: Int?
  /// Whether the rank was read from the order of a list.
  package let readFromOrder: Bool
  /// The first is where the row was taken from, the others say the same.
  package let citations: [Citation]
  /// Sources that say otherwise.
  package let contradictedBy: [Identifier<Source>]
  /// How far it is backed.
  package let confidence: Confidence
  /// What to mind.
  package let note: LocalizedText?
  /// Where the row stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    entity: Identifier<Entity>, year: Int, index: String, measure: Measure, node: String, bound: Bound,
    value: PrintedDecimal?, unit: Unit, maximum: PrintedDecimal?, rank: Int?, listSize: Int?,
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
