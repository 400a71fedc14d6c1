package import Text

/// A declared goal.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class Target: Encodable, Sendable {
  /// How the plan words a goal.
  package struct Traits: Encodable, Sendable {
    /// "Phấn đấu": the plan strives for it.
    package let isAspiration: Bool
    /// The plan gives the number without "at least".
    package let isBareNumber: Bool
    /// A stretch value ("towards the first three"); nil when there is none. Never judged.
    package let optimistic: ExactDecimal?

    package init(isAspiration: Bool, isBareNumber: Bool, optimistic: ExactDecimal?) {
      self.isAspiration = isAspiration
      self.isBareNumber = isBareNumber
      self.optimistic = optimistic
    }
  }

  /// Another source that states the same target.
  package struct Repeat: Encodable, Sendable {
    /// The document and the location in it.
    package let citation: Citation
    /// Its wording where it differs; nil when it does not.
    package let statement: LocalizedText?
    /// The component where it differs; nil when it does not.
    package let component: NodeCode?

    package init(citation: Citation, statement: LocalizedText?, component: NodeCode?) {
      self.citation = citation
      self.statement = statement
      self.component = component
    }
  }

  /// The slug, unique over all data.
  package let id: Identifier<Target>
  package let plan: Identifier<Plan>
  /// The entity that declares it.
  package let entity: Identifier<Entity>
  package let indicator: Identifier<Indicator>
  /// The denominator; nil when the indicator has none.
  package let denominator: Identifier<Indicator.Denominator>?
  /// The component under which the plan lists it; nil when it spans several.
  package let component: NodeCode?
  package let level: AdministrativeLevel
  /// The promise in our own words.
  package let statement: LocalizedText
  /// The condition for meeting it.
  package let goal: Goal
  /// The unit of the goal; nil for qualitative goals.
  package let unit: MeasurementUnit?
  /// The year whose result is measured.
  package let year: Int
  /// The date by which the goal has to be met; the last day counts.
  package let deadline: PartialDate
  package let traits: Traits
  /// What the plan excludes, such as state secrets; nil when nothing.
  package let excludes: LocalizedText?
  /// Further conditions; nil when there are none.
  package let conditions: LocalizedText?
  /// The interpretation chosen for an ambiguous wording; nil when it is clear.
  package let reading: LocalizedText?
  /// The identifier shared by the parts of one compound sentence; nil for a sentence of its own.
  package let group: String?
  /// The target of the same plan towards which this one is a step; nil when it is a promise of its own.
  package let stepOf: Identifier<Target>?
  /// The derivation of a number that the plan does not print; nil when printed.
  package let derivation: LocalizedText?
  /// The document and the location in it.
  package let citation: Citation
  /// Other sources that state the same target.
  package let repeats: [Repeat]
  /// Information that fits no other field.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: Identifier<Target>, plan: Identifier<Plan>, entity: Identifier<Entity>,
    indicator: Identifier<Indicator>, denominator: Identifier<Indicator.Denominator>?,
    component: NodeCode?, level: AdministrativeLevel, statement: LocalizedText, goal: Goal,
    unit: MeasurementUnit?,
    year: Int, deadline: PartialDate, traits: Traits, excludes: LocalizedText?, conditions: LocalizedText?,
    reading: LocalizedText?, group: String?, stepOf: Identifier<Target>? = nil, derivation: LocalizedText?,
    citation: Citation, repeats: [Repeat], note: LocalizedText?, line: DataLine
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
    self.stepOf = stepOf
    self.derivation = derivation
    self.citation = citation
    self.repeats = repeats
    self.note = note
    self.line = line
  }
}
