package import Text

/// A declared goal.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class Target: Encodable, Sendable {
  /// How the plan words a goal.
  package struct Traits: Encodable, Sendable {
    /// "Phấn đấu": the plan strives for it.
    package let isAspiration: Bool
    /// The number stands without "at least".
    package let isBareNumber: Bool
    /// A stretch value ("towards the first three"); nil when there is none. Never judged.
    package let optimistic: ExactDecimal?

    /// Makes traits.
    package init(isAspiration: Bool, isBareNumber: Bool, optimistic: ExactDecimal?) {
      self.isAspiration = isAspiration
      self.isBareNumber = isBareNumber
      self.optimistic = optimistic
    }
  }

  /// A further source that says the same.
  package struct Repeat: Encodable, Sendable {
    /// The source and place.
    package let citation: Citation
    /// Its wording where it differs; nil when it does not.
    package let statement: LocalizedText?
    /// The component where it differs; nil when it does not.
    package let component: NodeCode?

    /// Makes a repeat.
    package init(citation: Citation, statement: LocalizedText?, component: NodeCode?) {
      self.citation = citation
      self.statement = statement
      self.component = component
    }
  }

  /// The slug, unique over all data.
  package let id: Identifier<Target>
  /// The plan that declares it.
  package let plan: Identifier<Plan>
  /// Who declared it.
  package let entity: Identifier<Entity>
  /// What is measured.
  package let indicator: Identifier<Indicator>
  /// How it is counted; nil when the indicator has none.
  package let denominator: Identifier<Indicator.Denominator>?
  /// The component as the plan files it; nil when it cuts across.
  package let component: NodeCode?
  /// The level of government it is about.
  package let level: AdministrativeLevel
  /// What was promised, in our own words.
  package let statement: LocalizedText
  /// What has to hold.
  package let goal: Goal
  /// The unit of the goal; nil for qualitative goals.
  package let unit: Unit?
  /// The year whose result is measured.
  package let year: Int
  /// The date by which it has to hold; the last day counts.
  package let deadline: PartialDate
  /// How the plan words it.
  package let traits: Traits
  /// What the plan leaves out, such as state secrets.
  package let excludes: LocalizedText?
  /// What else has to hold.
  package let conditions: LocalizedText?
  /// Where the wording is ambiguous, the reading taken.
  package let reading: LocalizedText?
  /// Parts of one compound sentence share it; nil for a sentence of its own.
  package let group: String?
  /// How a number that the plan does not print was worked out; nil when printed.
  package let derivation: LocalizedText?
  /// The document and the place in it.
  package let citation: Citation
  /// Further sources that say the same.
  package let repeats: [Repeat]
  /// What fits no field.
  package let note: LocalizedText?
  /// Where the target stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
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
