package import Text

/// One row of a scorecard: what is published about one node of one province and year.
///
/// It never changes: a class, so that all who list it share the one instead of copying its members.
package final class ScorecardEntry: Encodable, Sendable {
  /// What the maxima of a component row cover. The two are never mixed.
  package enum Basis: String, CaseIterable, Encodable, Sendable {
    /// Appraisal and survey parts: components sum to the whole index.
    case full
    /// The ministry's appraisal alone, without the leaders' survey.
    case appraisal
    /// The source does not say.
    case unstated
  }

  /// The province.
  package let entity: Identifier<Entity>
  /// The index year.
  package let year: Int
  /// The node of the scoring tree.
  package let node: NodeCode
  /// What the maxima cover.
  package let basis: Basis
  /// False when the criterion does not apply to the province.
  package let applies: Bool
  /// What the province gave itself; nil when not known.
  package let selfPoints: PrintedDecimal?
  /// What the ministry gave or published; nil when not known.
  package let points: PrintedDecimal?
  /// The maximum printed beside the points; nil when not printed.
  package let maximum: PrintedDecimal?
  /// The percentage printed; nil when not printed.
  package let percent: PrintedDecimal?
  /// Whether points and percentage are exact or only bounded.
  package let bound: Bound
  /// The published rank, 1 is best; nil when not published.
  package let rank: Int?
  /// How many were ranked; nil when not known.
  package let listSize: Int?
  /// The first is where the row was taken from, the others say the same.
  package let citations: [Citation]
  /// Sources that say otherwise.
  package let contradictedBy: [Identifier<Source>]
  /// How far the row is backed.
  package let confidence: Confidence
  /// Documents that back a self-assessed criterion.
  package let evidence: [String]
  /// A written explanation in place of evidence.
  package let explanation: LocalizedText?
  /// What to mind.
  package let note: LocalizedText?
  /// Where the row stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
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
