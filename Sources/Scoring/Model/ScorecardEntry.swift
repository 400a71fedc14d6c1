public import Text

/// One row of a scorecard: what is published about one node of one province and year.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
public final class ScorecardEntry: Encodable, Sendable {
  /// What the maxima of a component row cover. The two are never mixed.
  public enum Basis: String, CaseIterable, Encodable, Sendable {
    /// Appraisal and survey parts: components sum to the whole index.
    case full
    /// The ministry's appraisal alone, without the leaders' survey.
    case appraisal
    /// The source does not say.
    case unstated
  }

  /// The province.
  public let entity: Identifier<Entity>
  /// The index year.
  public let year: Int
  /// The node of the scoring tree.
  public let node: NodeCode
  /// What the maxima cover.
  public let basis: Basis
  /// False when the criterion does not apply to the province.
  public let applies: Bool
  /// What the province gave itself; nil when not known.
  public let selfPoints: PrintedDecimal?
  /// What the ministry gave or published; nil when not known.
  public let points: PrintedDecimal?
  /// The maximum printed beside the points; nil when not printed.
  public let maximum: PrintedDecimal?
  /// The percentage printed; nil when not printed.
  public let percent: PrintedDecimal?
  /// Whether points and percentage are exact or only bounded.
  public let bound: Bound
  /// The published rank, 1 is best; nil when not published.
  public let rank: Int?
  /// How many were ranked; nil when not known.
  public let listSize: Int?
  /// The first is where the row was taken from, the others say the same.
  public let citations: [Citation]
  /// Sources that say otherwise.
  public let contradictedBy: [Identifier<Source>]
  /// How far the row is backed.
  public let confidence: Confidence
  /// Documents that back a self-assessed criterion.
  public let evidence: [String]
  /// A written explanation in place of evidence.
  public let explanation: LocalizedText?
  /// What to mind.
  public let note: LocalizedText?
  /// Where the row stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
    entity: Identifier<Entity>, year: Int, node: NodeCode, basis: Basis, applies: Bool,
    selfPoints: PrintedDecimal?, points: PrintedDecimal?, maximum: PrintedDecimal?,
    percent: PrintedDecimal?, bound: Bound, rank: Int?, listSize: Int?, citations: [Citation],
    contradictedBy: [Identifier<Source>], confidence: Confidence, evidence: [String],
    explanation: LocalizedText?, note: LocalizedText?, line: DataLine
  ) {
    self.entity = entity
    self.year = year
    self.node = node
    self.basis = basis
    self.applies = applies
    self.selfPoints = selfPoints
    self.points = points
    self.maximum = maximum
    self.percent = percent
    self.bound = bound
    self.rank = rank
    self.listSize = listSize
    self.citations = citations
    self.contradictedBy = contradictedBy
    self.confidence = confidence
    self.evidence = evidence
    self.explanation = explanation
    self.note = note
    self.line = line
  }
}
