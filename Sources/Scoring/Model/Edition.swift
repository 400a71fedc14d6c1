package import Text

/// A scoring framework in force for some index years, issued by one decision of the ministry.
package struct Edition: Encodable, Sendable {
  /// How well a statement is sourced, and by which documents.
  package struct Backing: Encodable, Sendable {
    /// How well it is sourced.
    package let status: Confidence
    package let sources: [Identifier<Source>]
    /// The derivation of a derived statement; nil otherwise.
    package let how: LocalizedText?

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
      package let value: Int
      /// The documents that print it.
      package let sources: [Identifier<Source>]
      /// A caveat.
      package let note: LocalizedText?

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

    package let level: Level
    /// How well the count is sourced; `conflict` when there are several candidates.
    package let status: Confidence
    /// The published values, at least one.
    package let candidates: [Candidate]
    package let line: DataLine

    package init(level: Level, status: Confidence, candidates: [Candidate], line: DataLine) {
      self.level = level
      self.status = status
      self.candidates = candidates
      self.line = line
    }
  }

  /// A block: a part of the total in the breakdown by assessment method.
  package struct PointsBlock: Encodable, Sendable {
    /// The slug, `sipas`.
    package let id: String
    /// The display name.
    package let name: LocalizedText
    /// The maximum points; nil when no source states them.
    package let maximum: Maximum?
    /// Whether it is assessed by a survey; otherwise by appraisal.
    package let isSurvey: Bool

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
    /// The slugs of the blocks in the sum.
    package let blocks: [String]
    package let maximum: Maximum

    package init(id: String, blocks: [String], maximum: Maximum) {
      self.id = id
      self.blocks = blocks
      self.maximum = maximum
    }
  }

  /// A component whose points are the sum of blocks.
  package struct BlockComponent: Encodable, Sendable {
    package let component: NodeCode
    /// The slugs of the blocks in the sum.
    package let blocks: [String]

    package init(component: NodeCode, blocks: [String]) {
      self.component = component
      self.blocks = blocks
    }
  }

  /// A group of provinces with an index value in a range of percentages.
  package struct ScoreGroup: Encodable, Sendable {
    /// The letter or name.
    package let label: String
    /// The lower end in percent; nil when unbounded.
    package let from: ExactDecimal?
    /// Whether the lower end belongs to the group.
    package let fromInclusive: Bool
    /// The upper end in percent; nil when unbounded.
    package let to: ExactDecimal?
    /// Whether the upper end belongs to the group.
    package let toInclusive: Bool
    /// The index years it applies to; empty means all years of the edition.
    package let years: [Int]
    /// How well it is sourced.
    package let backing: Backing
    /// A caveat.
    package let note: LocalizedText?
    package let line: DataLine

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

  /// The part of the total that belongs to components without a known maximum.
  package struct MaximumRemainder: Encodable, Sendable {
    /// The components without a known maximum.
    package let components: [NodeCode]
    /// The sum of their maxima.
    package let maximum: ExactDecimal

    package init(components: [NodeCode], maximum: ExactDecimal) {
      self.components = components
      self.maximum = maximum
    }
  }

  /// The slug.
  package let id: Identifier<Edition>
  /// The number of the decision; nil when it was not found.
  package let decision: String?
  /// The display name.
  package let name: LocalizedText
  /// The date of the decision; nil when unknown.
  package let date: PartialDate?
  /// The day it took effect; nil when unknown.
  package let effective: PartialDate?
  /// The edition it replaced; nil when unknown.
  package let replaces: Identifier<Edition>?
  /// The index years scored by it, ascending.
  package let years: [Int]
  /// How well the list of years is sourced.
  package let yearsBacking: Backing
  /// The sum of all maxima, 100 for every known edition; nil when uncertain.
  package let total: ExactDecimal?
  /// The published counts of components, criteria and subcriteria.
  package let counts: [Count]
  /// The breakdown of the total into appraisal and survey; empty when unknown.
  package let parts: [PointsBlock]
  /// The components in order; empty when unknown.
  package let components: [ScoringNode]
  /// The breakdown of the same points by assessment method; empty when unknown.
  package let blocks: [PointsBlock]
  /// Blocks that are sums of blocks, such as the impact.
  package let combinedBlocks: [CombinedBlock]
  /// Components that equal a sum of blocks.
  package let blockComponents: [BlockComponent]
  /// The groups of provinces by score, best first.
  package let groups: [ScoreGroup]
  /// How a criterion that does not apply counts.
  package let notApplicable: NotApplicableRule
  /// The part of the total for components without a known maximum; nil when there are none.
  package let remainder: MaximumRemainder?
  /// The facts not known about this edition.
  package let unknown: [LocalizedText]
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: Identifier<Edition>, decision: String?, name: LocalizedText, date: PartialDate?,
    effective: PartialDate?, replaces: Identifier<Edition>?, years: [Int], yearsBacking: Backing,
    total: ExactDecimal?, counts: [Count], parts: [PointsBlock], components: [ScoringNode],
    blocks: [PointsBlock],
    combinedBlocks: [CombinedBlock], blockComponents: [BlockComponent], groups: [ScoreGroup],
    notApplicable: NotApplicableRule, remainder: MaximumRemainder?, unknown: [LocalizedText],
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
