package import Text

/// A measured quantity, shared by all provinces.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class Indicator: Encodable, Sendable {
  /// Which direction is better.
  package enum Direction: String, CaseIterable, Encodable, Sendable {
    case higher
    case lower
    case none
  }

  /// One denominator: what is counted over what.
  package struct Denominator: Encodable, Sendable {
    /// The slug, unique within the indicator.
    package let id: Identifier<Denominator>
    /// What is counted over what.
    package let name: LocalizedText
    package let line: DataLine

    /// The identifier for a row whose document does not state its denominator. It never matches another denominator.
    package static let unstated: Identifier<Denominator> = "unstated"

    package init(id: Identifier<Denominator>, name: LocalizedText, line: DataLine) {
      self.id = id
      self.name = name
      self.line = line
    }
  }

  /// A warning that two indicators must not be compared.
  package struct Incomparability: Encodable, Sendable {
    package let indicator: Identifier<Indicator>
    package let reason: LocalizedText

    package init(indicator: Identifier<Indicator>, reason: LocalizedText) {
      self.indicator = indicator
      self.reason = reason
    }
  }

  /// A series of a published index.
  package struct PublishedSeries: Hashable, Encodable, Sendable {
    /// The identifier of the index, as in `indexes.yaml`.
    package let index: String
    /// The figure used.
    package let measure: SeriesMeasure
    /// The node; nil for the whole index.
    package let node: NodeCode?

    /// The figure that a series uses.
    package enum SeriesMeasure: String, CaseIterable, Encodable, Sendable {
      case score
      case rank
      case quartileGroup = "quartile-group"
    }

    package init(index: String, measure: SeriesMeasure, node: NodeCode?) {
      self.index = index
      self.measure = measure
      self.node = node
    }
  }

  /// The identifier in snake case.
  package let id: Identifier<Indicator>
  /// The display name.
  package let name: LocalizedText
  package let unit: MeasurementUnit
  /// Which direction is better.
  package let direction: Direction
  /// The component it usually belongs to; nil when it spans several.
  package let component: NodeCode?
  /// The levels of government it is used at.
  package let levels: [AdministrativeLevel]
  /// Whether a percentage above 100 is possible.
  package let mayExceedHundred: Bool
  /// Whether a value below 0 is possible.
  package let mayBeNegative: Bool
  /// Whether it is measured over the budget year, which closes on 31 January.
  package let followsBudgetYear: Bool
  /// Whether the figure of a year stands for that year alone, such as a rate of growth or a share of a year's plan.
  private let isYearlyRate: Bool
  /// The possible denominators; several when documents differ.
  package let denominators: [Denominator]
  /// Similar indicators that must not be compared with this one.
  package let notComparable: [Incomparability]
  /// The published series that supplies its outcomes; nil when outcomes are reported.
  package let publishedAs: PublishedSeries?
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: Identifier<Indicator>, name: LocalizedText, unit: MeasurementUnit, direction: Direction,
    component: NodeCode?,
    levels: [AdministrativeLevel], mayExceedHundred: Bool, mayBeNegative: Bool, followsBudgetYear: Bool,
    isYearlyRate: Bool = false, denominators: [Denominator], notComparable: [Incomparability],
    publishedAs: PublishedSeries?,
    note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.direction = direction
    self.component = component
    self.levels = levels
    self.mayExceedHundred = mayExceedHundred
    self.mayBeNegative = mayBeNegative
    self.followsBudgetYear = followsBudgetYear
    self.isYearlyRate = isYearlyRate
    self.denominators = denominators
    self.notComparable = notComparable
    self.publishedAs = publishedAs
    self.note = note
    self.line = line
  }

  /// Whether a goal that was missed can still be reached later: not when each year is measured by itself.
  package var canBeReachedLater: Bool { !isYearlyRate && !followsBudgetYear }
}
