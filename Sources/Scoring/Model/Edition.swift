public import Text

/// A scoring framework in force for some index years: one decision of the ministry.
public struct Edition: Encodable, Sendable {
  /// How far a statement is backed, and by what.
  public struct Backing: Encodable, Sendable {
    /// How far it is backed.
    public let status: Confidence
    /// The documents.
    public let sources: [Identifier<Source>]
    /// How a derived statement is worked out; nil unless derived.
    public let how: LocalizedText?

    /// Makes a backing.
    public init(status: Confidence, sources: [Identifier<Source>], how: LocalizedText?) {
      self.status = status
      self.sources = sources
      self.how = how
    }
  }

  /// A published count of components, criteria or subcriteria.
  public struct Count: Encodable, Sendable {
    /// One published value.
    public struct Candidate: Encodable, Sendable {
      /// The count.
      public let value: Int
      /// The documents that print it.
      public let sources: [Identifier<Source>]
      /// What to mind.
      public let note: LocalizedText?

      /// Makes a candidate.
      public init(value: Int, sources: [Identifier<Source>], note: LocalizedText?) {
        self.value = value
        self.sources = sources
        self.note = note
      }
    }

    /// What is counted.
    public enum Level: String, CaseIterable, Encodable, Sendable {
      case components
      case criteria
      case subcriteria
    }

    /// What is counted.
    public let level: Level
    /// How far the count is backed; `conflict` when there are several candidates.
    public let status: Confidence
    /// The published values, at least one.
    public let candidates: [Candidate]
    /// Where it stands.
    public let line: DataLine

    /// Makes a count.
    public init(level: Level, status: Confidence, candidates: [Candidate], line: DataLine) {
      self.level = level
      self.status = status
      self.candidates = candidates
      self.line = line
    }
  }

  /// A block: a share of the same total, cut by how it is assessed.
  public struct Block: Encodable, Sendable {
    /// The slug, `sipas`.
    public let id: String
    /// The name readers see.
    public let name: LocalizedText
    /// The maximum points; nil when no source gives them.
    public let maximum: Maximum?
    /// Whether it is asked in a survey; otherwise it is appraised.
    public let isSurvey: Bool

    /// Makes a block.
    public init(id: String, name: LocalizedText, maximum: Maximum?, isSurvey: Bool) {
      self.id = id
      self.name = name
      self.maximum = maximum
      self.isSurvey = isSurvey
    }
  }

  /// A block that is the sum of other blocks.
  public struct CombinedBlock: Encodable, Sendable {
    /// The slug, `impact`.
    public let id: String
    /// The blocks that it sums.
    public let blocks: [String]
    /// The maximum points.
    public let maximum: Maximum

    /// Makes a combined block.
    public init(id: String, blocks: [String], maximum: Maximum) {
      self.id = id
      self.blocks = blocks
      self.maximum = maximum
    }
  }

  /// A component whose points are the sum of blocks.
  public struct BlockComponent: Encodable, Sendable {
    /// The component.
    public let component: NodeCode
    /// The blocks that it sums.
    public let blocks: [String]

    /// Makes the pair.
    public init(component: NodeCode, blocks: [String]) {
      self.component = component
      self.blocks = blocks
    }
  }

  /// A group of provinces by index value, in percent.
  public struct Group: Encodable, Sendable {
    /// The letter or name.
    public let label: String
    /// The lower end in percent; nil when open.
    public let from: ExactDecimal?
    /// Whether the lower end belongs to the group.
    public let fromInclusive: Bool
    /// The upper end in percent; nil when open.
    public let to: ExactDecimal?
    /// Whether the upper end belongs to the group.
    public let toInclusive: Bool
    /// The index years it is known for; empty means all years of the edition.
    public let years: [Int]
    /// How far it is backed.
    public let backing: Backing
    /// What to mind.
    public let note: LocalizedText?
    /// Where it stands.
    public let line: DataLine

    /// Makes a group.
    public init(
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

  /// What becomes of a criterion that does not apply to a province.
  public enum NotApplicableRule: String, CaseIterable, Encodable, Sendable {
    /// It leaves the points and the maximum.
    case leavesBoth = "leaves-both"
    /// It counts as full points.
    case fullPoints = "full-points"
    /// It counts as zero points.
    case zeroPoints = "zero-points"
  }

  /// What is left of the total for the components without a known maximum.
  public struct Remainder: Encodable, Sendable {
    /// Those components.
    public let components: [NodeCode]
    /// Their maxima together.
    public let maximum: ExactDecimal

    /// Makes a remainder.
    public init(components: [NodeCode], maximum: ExactDecimal) {
      self.components = components
      self.maximum = maximum
    }
  }

  /// The slug.
  public let id: Identifier<Edition>
  /// The number of the decision; nil when it was not found.
  public let decision: String?
  /// The name readers see.
  public let name: LocalizedText
  /// The date of the decision; nil when not known.
  public let date: PartialDate?
  /// The day it took effect; nil when not known.
  public let effective: PartialDate?
  /// The edition it replaced; nil when not known.
  public let replaces: Identifier<Edition>?
  /// The index years scored by it, ascending.
  public let years: [Int]
  /// How far the years are backed.
  public let yearsBacking: Backing
  /// The sum of all maxima, 100 for every known edition; nil when in doubt.
  public let total: ExactDecimal?
  /// How many components, criteria and subcriteria there are, as published.
  public let counts: [Count]
  /// The cut of the total into appraisal and survey; empty when not known.
  public let parts: [Block]
  /// The components in order; empty when not known.
  public let components: [ScoringNode]
  /// The other cut of the same points; empty when not known.
  public let blocks: [Block]
  /// Blocks that are sums of blocks, such as the impact.
  public let combinedBlocks: [CombinedBlock]
  /// Components that equal a sum of blocks.
  public let blockComponents: [BlockComponent]
  /// The groups of provinces by score, best first.
  public let groups: [Group]
  /// What becomes of a criterion that does not apply.
  public let notApplicable: NotApplicableRule
  /// What is left for the components without a known maximum; nil when none.
  public let remainder: Remainder?
  /// What is not known about this edition.
  public let unknown: [LocalizedText]
  /// What to mind.
  public let note: LocalizedText?
  /// Where the edition stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
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
