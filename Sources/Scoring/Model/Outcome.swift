package import Text

/// A reported value of an indicator for an entity, level and period.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class Outcome: Encodable, Sendable {
  /// The period that a value covers.
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

  package let entity: Identifier<Entity>
  package let indicator: Identifier<Indicator>
  /// The denominator; nil when the indicator has none.
  package let denominator: Identifier<Indicator.Denominator>?
  package let level: AdministrativeLevel
  /// The year the result belongs to.
  package let year: Int
  package let period: Period
  /// The end of the period; nil when the source does not state it.
  package let asOf: PartialDate?
  /// How the value relates to the true one.
  package let bound: Bound
  /// The value in the unit of the indicator.
  package let value: PrintedDecimal
  /// How many units were ranked; for a percentage of the things on a list, how many are on it. Nil when unknown, and for
  /// all other values.
  package let listSize: Int?
  /// The source's statement in our own words; nil for published index figures.
  package let statement: LocalizedText?
  /// The sources: first the one the row was taken from, then those that agree.
  package let citations: [Citation]
  /// The sources that disagree.
  package let contradictedBy: [Identifier<Source>]
  /// How well the value is sourced.
  package let confidence: Confidence
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

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
