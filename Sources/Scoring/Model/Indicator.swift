package import Text

/// What is measured, shared by all provinces.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class Indicator: Encodable, Sendable {
  /// Which way is better.
  package enum Direction: String, CaseIterable, Encodable, Sendable {
    case higher
    case lower
    case none
  }

  /// One way of counting: the numerator over the denominator.
  package struct Denominator: Encodable, Sendable {
    /// The slug, unique within the indicator.
    package let id: Identifier<Denominator>
    /// What is counted over what.
    package let name: LocalizedText
    /// Where it stands.
    package let line: DataLine

    /// The identifier of a row whose document does not say how it counts. Never judged against another.
    package static let unstated: Identifier<Denominator> = "unstated"

    /// Makes a denominator.
    package init(id: Identifier<Denominator>, name: LocalizedText, line: DataLine) {
      self.id = id
      self.name = name
      self.line = line
    }
  }

  /// A warning that two indicators must not be mixed.
  package struct Incomparability: Encodable, Sendable {
    /// The other indicator.
    package let indicator: Identifier<Indicator>
    /// Why.
    package let reason: LocalizedText

    /// Makes a warning.
    package init(indicator: Identifier<Indicator>, reason: LocalizedText) {
      self.indicator = indicator
      self.reason = reason
    }
  }

  /// A published index series.
  package struct PublishedSeries: Hashable, Encodable, Sendable {
    /// `PAR`, `SIPAS`, `PAPI`, `PCI`, `DTI` or `INDEX766`.
    package let index: String
    /// What is taken of it.
    package let measure: Measure
    /// The node, nil for the whole index.
    package let node: NodeCode?

    /// What is taken of a published index.
    package enum Measure: String, CaseIterable, Encodable, Sendable {
      case score
      case rank
      case quartileGroup = "quartile-group"
    }

    /// Makes a series.
    package init(index: String, measure: Measure, node: NodeCode?) {
      self.index = index
      self.measure = measure
      self.node = node
    }
  }

  /// The identifier in snake case.
  package let id: Identifier<Indicator>
  /// The name readers see.
  package let name: LocalizedText
  /// The unit of its values.
  package let unit: Unit
  /// Which way is better.
  package let direction: Direction
  /// The component it belongs to by default; nil when it cuts across.
  package let component: NodeCode?
  /// The levels it is used at.
  package let levels: [AdministrativeLevel]
  /// Whether a percentage above 100 is possible.
  package let mayExceedHundred: Bool
  /// Whether a value below 0 is possible.
  package let mayBeNegative: Bool
  /// Whether it is measured over the budget year, which closes on 31 January.
  package let followsBudgetYear: Bool
  /// What is counted over what; several when documents differ.
  package let denominators: [Denominator]
  /// Indicators that look alike and must not be mixed with it.
  package let notComparable: [Incomparability]
  /// The published index series that gives its outcomes; nil for reported ones.
  package let publishedAs: PublishedSeries?
  /// What to mind.
  package let note: LocalizedText?
  /// Where the entry stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    id: Identifier<Indicator>, name: LocalizedText, unit: Unit, direction: Direction, component: NodeCode?,
    levels: [AdministrativeLevel], mayExceedHundred: Bool, mayBeNegative: Bool, followsBudgetYear: Bool,
    denominators: [Denominator], notComparable: [Incomparability], publishedAs: PublishedSeries?,
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
    self.denominators = denominators
    self.notComparable = notComparable
    self.publishedAs = publishedAs
    self.note = note
    self.line = line
  }
}
