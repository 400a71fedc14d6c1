public import Text

/// What is measured, shared by all provinces.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
public final class Indicator: Encodable, Sendable {
  /// Which way is better.
  public enum Direction: String, CaseIterable, Encodable, Sendable {
    case higher
    case lower
    case none
  }

  /// One way of counting: the numerator over the denominator.
  public struct Denominator: Encodable, Sendable {
    /// The slug, unique within the indicator.
    public let id: Identifier<Denominator>
    /// What is counted over what.
    public let name: LocalizedText
    /// Where it stands.
    public let line: DataLine

    /// The identifier of a row whose document does not say how it counts. Never judged against another.
    public static let unstated: Identifier<Denominator> = "unstated"

    /// Makes a denominator.
    public init(id: Identifier<Denominator>, name: LocalizedText, line: DataLine) {
      self.id = id
      self.name = name
      self.line = line
    }
  }

  /// A warning that two indicators must not be mixed.
  public struct Incomparability: Encodable, Sendable {
    /// The other indicator.
    public let indicator: Identifier<Indicator>
    /// Why.
    public let reason: LocalizedText

    /// Makes a warning.
    public init(indicator: Identifier<Indicator>, reason: LocalizedText) {
      self.indicator = indicator
      self.reason = reason
    }
  }

  /// A published index series.
  public struct PublishedSeries: Hashable, Encodable, Sendable {
    /// `PAR`, `SIPAS`, `PAPI`, `PCI`, `DTI` or `INDEX766`.
    public let index: String
    /// What is taken of it.
    public let measure: Measure
    /// The node, nil for the whole index.
    public let node: NodeCode?

    /// What is taken of a published index.
    public enum Measure: String, CaseIterable, Encodable, Sendable {
      case score
      case rank
      case quartileGroup = "quartile-group"
    }

    /// Makes a series.
    public init(index: String, measure: Measure, node: NodeCode?) {
      self.index = index
      self.measure = measure
      self.node = node
    }
  }

  /// The identifier in snake case.
  public let id: Identifier<Indicator>
  /// The name readers see.
  public let name: LocalizedText
  /// The unit of its values.
  public let unit: Unit
  /// Which way is better.
  public let direction: Direction
  /// The component it belongs to by default; nil when it cuts across.
  public let component: NodeCode?
  /// The levels it is used at.
  public let levels: [AdministrativeLevel]
  /// Whether a percentage above 100 is possible.
  public let mayExceedHundred: Bool
  /// Whether a value below 0 is possible.
  public let mayBeNegative: Bool
  /// Whether it is measured over the budget year, which closes on 31 January.
  public let followsBudgetYear: Bool
  /// What is counted over what; several when documents differ.
  public let denominators: [Denominator]
  /// Indicators that look alike and must not be mixed with it.
  public let notComparable: [Incomparability]
  /// The published index series that gives its outcomes; nil for reported ones.
  public let publishedAs: PublishedSeries?
  /// What to mind.
  public let note: LocalizedText?
  /// Where the entry stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
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
