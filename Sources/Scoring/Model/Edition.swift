package import Text

/// A scoring framework in force for some index years: one decision of the ministry.
package struct Edition: Encodable, Sendable {
  /// How far a statement is backed, and by what.
  package struct Backing: Encodable, Sendable {
    /// How far it is backed.
    package let status: Confidence
    /// The documents.
    package let sources: [Identifier<Source>]
    /// How a derived statement is worked out; nil unless derived.
    package let how: LocalizedText?

    /// Makes a backing.
    package init(status: Confidence, sources: [Identifier<Source>], how: LocalizedText?) {
      self.status = status
      self.sources = sources
      self.how = how
    }
  }

  /// A published count of components, criteria or subcriteria.
  package struct Count: Encodable, Sendable {
    /// One published value.
    package struct Candidate: Encodable, Sendable {
      /// The count.
      package let value: Int
      /// The documents that print it.
      package let sources: [Identifier<Source>]
      /// What to mind.
      package let note: LocalizedText?

      /// Makes a candidate.
      package init(value: Int, sources: [Identifier<Source>], note: LocalizedText?) {
        self.value = value
        self.sources = sources
        self.note = note
      }
    }

    /// What is counted.
    package enum Level: String, CaseIterable, Encodable, Sendable {
      case components
      case criteria
      case subcriteria
    }

    /// What is counted.
    package let level: Level
    /// How far the count is backed; `conflict` when there are several candidates.
    package let status: Confidence
    /// The published values, at least one.
    package let candidates: [Candidate]
    /// Where it stands.
    package let line: DataLine

    /// Makes a count.
    package init(level: Level, status: Confidence, candidates: [Candidate], line: DataLine) {
      self.level = level
      self.status = status
      self.candidates = candidates
      self.line = line
    }
  }

  /// A block: a share of the same total, cut by how it is assessed.
  package struct Block: Encodable, Sendable {
    /// The slug, `sipas`.
    package let id: String
    /// The name readers see.
    package let name: LocalizedText
    /// The maximum points; nil when no source gives them.
    package let maximum: Maximum?
    /// Whether it is asked in a survey; otherwise it is appraised.
    package let isSurvey: Bool

    /// Makes a block.
    package init(id: String, name: LocalizedText, maximum: Maximum?, isSurvey: Bool) {
      self.id = id
      self.name = name
      self.maximum = maximum
      self.isSurvey = isSurvey
    }
  }

  /// A block that is the sum of other blocks.
  package struct CombinedBlock: Encodable, Sendable {
    /// The slug, `impact`.
    package let id: String
    /// The blocks that it sums.
    package let blocks: [String]
    /// The maximum points.
    package let maximum: Maximum

    /// Makes a combined block.
    package init(id: String, blocks: [String], maximum: Maximum) {
      self.id = id
      self.blocks = blocks
      self.maximum = maximum
    }
  }

  /// A component whose points are the sum of blocks.
  package struct BlockComponent: Encodable, Sendable {
    /// The component.
    package let component: NodeCode
    /// The blocks that it sums.
    package let blocks: [String]

    /// Makes the pair.
    package init(component: NodeCode, blocks: [String]) {
      self.component = component
      self.blocks = blocks
    }
  }

  /// A group of provinces by index value, in percent.
  package struct Group: Encodable, Sendable {
    /// The letter or name.
    package let label: String
    /// The lower end in percent; nil when open.
    package let from: ExactDecimal?
    /// Whether the lower end belongs to the group.
    package let fromInclusive: Bool
    /// The upper end in percent; nil when open.
    package let to: ExactDecimal?
    /// Whether the upper end belongs to the group.
    package let toInclusive: Bool
    /// The index years it is known for; empty means all years of the edition.
    package let years: [Int]
    /// How far it is backed.
    package let backing: Backing
    /// What to mind.
    package let note: LocalizedText?
    /// Where it stands.
    package let line: DataLine

    /// Makes a group.
    package init(
      label: String, from: ExactDecimal?, fromInclusive: Bool, to: ExactDecimal?, toInclusive: Bool,
      years: [Int], backing: Backing, note: LocalizedText?, line: DataLine
    ) {
      self.label = label
      self.from = from
      self.fromInclusive = fromInclusive
      self.to = to
      self.toInclusive = toInclusive
      self.years = years
      self.backing = backing
      self.note = note
      self.line = line
    }
  }

  /// What is left of the total for the components without a known maximum.
  package struct Remainder: Encodable, Sendable {
    /// Those components.
    package let components: [NodeCode]
    /// Their maxima together.
    package let maximum: ExactDecimal

    /// Makes a remainder.
    package init(components: [NodeCode], maximum: ExactDecimal) {
      self.components = components
      self.maximum = maximum
    }
  }

  /// The slug.
  package let id: Identifier<Edition>
  /// The number of the decision; nil when it was not found.
  package let decision: String?
  /// The name readers see.
  package let name: LocalizedText
  /// The date of the decision; nil when not known.
  package let date: PartialDate?
  /// The day it took effect; nil when not known.
  package let effective: PartialDate?
  /// The edition it replaced; nil when not known.
  package let replaces: Identifier<Edition>?
  /// The index years scored by it, ascending.
  package let years: [Int]
  /// How far the years are backed.
  package let yearsBacking: Backing
  /// The sum of all maxima, 100 for every known edition; nil when in doubt.
  package let total: ExactDecimal?
  /// How many components, criteria and subcriteria there are, as published.
  package let counts: [Count]
  /// The cut of the total into appraisal and survey; empty when not known.
  package let parts: [Block]
  /// The components in order; empty when not known.
  package let components: [ScoringNode]
  /// The other cut of the same points; empty when not known.
  package let blocks: [Block]
  /// Blocks that are sums of blocks, such as the impact.
  package let combinedBlocks: [CombinedBlock]
  /// Components that equal a sum of blocks.
  package let blockComponents: [BlockComponent]
  /// The groups of provinces by score, best first.
  package let groups: [Group]
  /// What becomes of a criterion that does not apply.
  package let notApplicable: NotApplicableRule
  /// What is left for the components without a known maximum; nil when none.
  package let remainder: Remainder?
  /// What is not known about this edition.
  package let unknown: [LocalizedText]
  /// What to mind.
  package let note: LocalizedText?
  /// Where the edition stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    id: Identifier<Edition>, decision: String?, name: LocalizedText, date: PartialDate?,
    effective: PartialDate?, replaces: Identifier<Edition>?, years: [Int], yearsBacking: Backing,
    total: ExactDecimal?, counts: [Count], parts: [Block], components: [ScoringNode], blocks: [Block],
    combinedBlocks: [CombinedBlock], blockComponents: [BlockComponent], groups: [Group],
    notApplicable: NotApplicableRule, remainder: Remainder?, unknown: [LocalizedText],
    note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.decision = decision
    self.name = name
    self.date = date
    self.effective = effective
    self.replaces = replaces
    self.years = years
    self.yearsBacking = yearsBacking
    self.total = total
    self.counts = counts
    self.parts = parts
    self.components = components
    self.blocks = blocks
    self.combinedBlocks = combinedBlocks
    self.blockComponents = blockComponents
    self.groups = groups
    self.notApplicable = notApplicable
    self.remainder = remainder
    self.unknown = unknown
    self.note = note
    self.line = line
  }
}
