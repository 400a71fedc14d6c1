public import Text

/// A declared goal.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
public final class Target: Encodable, Sendable {
  /// How the plan words a goal.
  public struct Traits: Encodable, Sendable {
    /// "Phấn đấu": the plan strives for it.
    public let isAspiration: Bool
    /// The number stands without "at least".
    public let isBareNumber: Bool
    /// A stretch value ("towards the first three"); nil when there is none. Never judged.
    public let optimistic: ExactDecimal?

    /// Makes traits.
    public init(isAspiration: Bool, isBareNumber: Bool, optimistic: ExactDecimal?) {
      self.isAspiration = isAspiration
      self.isBareNumber = isBareNumber
      self.optimistic = optimistic
    }
  }

  /// A further source that says the same.
  public struct Repeat: Encodable, Sendable {
    /// The source and place.
    public let citation: Citation
    /// Its wording where it differs; nil when it does not.
    public let statement: LocalizedText?
    /// The component where it differs; nil when it does not.
    public let component: NodeCode?

    /// Makes a repeat.
    public init(citation: Citation, statement: LocalizedText?, component: NodeCode?) {
      self.citation = citation
      self.statement = statement
      self.component = component
    }
  }

  /// The slug, unique over all data.
  public let id: Identifier<Target>
  /// The plan that declares it.
  public let plan: Identifier<Plan>
  /// Who declared it.
  public let entity: Identifier<Entity>
  /// What is measured.
  public let indicator: Identifier<Indicator>
  /// How it is counted; nil when the indicator has none.
  public let denominator: Identifier<Indicator.Denominator>?
  /// The component as the plan files it; nil when it cuts across.
  public let component: NodeCode?
  /// The level of government it is about.
  public let level: AdministrativeLevel
  /// What was promised, in our own words.
  public let statement: LocalizedText
  /// What has to hold.
  public let goal: Goal
  /// The unit of the goal; nil for qualitative goals.
  public let unit: Unit?
  /// The year whose result is measured.
  public let year: Int
  /// The date by which it has to hold; the last day counts.
  public let deadline: PartialDate
  /// How the plan words it.
  public let traits: Traits
  /// What the plan leaves out, such as state secrets.
  public let excludes: LocalizedText?
  /// What else has to hold.
  public let conditions: LocalizedText?
  /// Where the wording is ambiguous, the reading taken.
  public let reading: LocalizedText?
  /// Parts of one compound sentence share it; nil for a sentence of its own.
  public let group: String?
  /// How a number that the plan does not print was worked out; nil when printed.
  public let derivation: LocalizedText?
  /// The document and the place in it.
  public let citation: Citation
  /// Further sources that say the same.
  public let repeats: [Repeat]
  /// What fits no field.
  public let note: LocalizedText?
  /// Where the target stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
    id: Identifier<Target>, plan: Identifier<Plan>, entity: Identifier<Entity>,
    indicator: Identifier<Indicator>, denominator: Identifier<Indicator.Denominator>?,
    component: NodeCode?, level: AdministrativeLevel, statement: LocalizedText, goal: Goal, unit: Unit?,
    year: Int, deadline: PartialDate, traits: Traits, excludes: LocalizedText?, conditions: LocalizedText?,
    reading: LocalizedText?, group: String?, derivation: LocalizedText?, citation: Citation,
    repeats: [Repeat], note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.plan = plan
    self.entity = entity
    self.indicator = indicator
    self.denominator = denominator
    self.component = component
    self.level = level
    self.statement = statement
    self.goal = goal
    self.unit = unit
    self.year = year
    self.deadline = deadline
    self.traits = traits
    self.excludes = excludes
    self.conditions = conditions
    self.reading = reading
    self.group = group
    self.derivation = derivation
    self.citation = citation
    self.repeats = repeats
    self.note = note
    self.line = line
  }
}
