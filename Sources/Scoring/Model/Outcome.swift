package import Text

/// A reported value of an indicator for an entity, level and period.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class Outcome: Encodable, Sendable {
  /// What stretch of time a value covers.
  package enum Period: String, CaseIterable, Encodable, Sendable {
    /// The calendar year.
    case fullYear = "full-year"
    /// The calendar year, estimated before it ended.
    case estimate
    /// January up to the as-of date.
    case firstMonths = "first-months"
    /// The single month of the as-of date.
    case month
    /// The state, or the running total, at the as-of date.
    case asOf = "as-of"
    /// The budget year, closed on 31 January of the next year.
    case fiscalYear = "fiscal-year"
  }

  /// Whose result it is.
  package let entity: Identifier<Entity>
  /// What was measured.
  package let indicator: Identifier<Indicator>
  /// How it was counted; nil when the indicator has none.
  package let denominator: Identifier<Indicator.Denominator>?
  /// The level of government.
  package let level: AdministrativeLevel
  /// The year the result belongs to.
  package let year: Int
  /// What stretch of time it covers.
  package let period: Period
  /// The end of the stretch; nil when the source does not say.
  package let asOf: PartialDate?
  /// Whether the value is exact.
  package let bound: Bound
  /// The value in the unit of the indicator.
  package let value: PrintedDecimal
  /// How many were ranked, for ranks; nil otherwise or when not known.
  package let listSize: Int?
  /// What the source says, in our own words; nil for published index figures.
  package let statement: LocalizedText?
  /// The first is where the row was taken from, the others say the same.
  package let citations: [Citation]
  /// Sources that say otherwise.
  package let contradictedBy: [Identifier<Source>]
  /// How far the value is backed.
  package let confidence: Confidence
  /// What to mind.
  package let note: LocalizedText?
  /// Where the row stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    entity: Identifier<Entity>, indicator: Identifier<Indicator>,
    denominator: Identifier<Indicator.Denominator>?, level: AdministrativeLevel, year: Int, period: Period,
    asOf: PartialDate?, bound: Bound, value: PrintedDecimal, listSize: Int?, statement: LocalizedText?,
    citations: [Citation], contradictedBy: [Identifier<Source>], confidence: Confidence,
    note: LocalizedText?, line: DataLine
  ) {
    self.entity = entity
    self.indicator = indicator
    self.denominator = denominator
    self.level = level
    self.year = year
    self.period = period
    self.asOf = asOf
    self.bound = bound
    self.value = value
    self.listSize = listSize
    self.statement = statement
    self.citations = citations
    self.contradictedBy = contradictedBy
    self.confidence = confidence
    self.note = note
    self.line = line
  }
}
