package import Text

/// One row of a scorecard: the published figures of one node for one province and year.
///
/// Immutable. It is a class so that all holders share one object instead of copying its members.
package final class ScorecardEntry: Encodable, Sendable {
  /// What the maxima of a component row include. The two bases are never mixed.
  package enum Basis: String, CaseIterable, Encodable, Sendable {
    /// Appraisal and survey parts: components sum to the whole index.
    case full
    /// The ministry's appraisal alone, without the leaders' survey.
    case appraisal
    /// The source does not state its basis.
    case unstated
  }

  package let entity: Identifier<Entity>
  /// The index year.
  package let year: Int
  package let node: NodeCode
  package let basis: Basis
  /// Whether the criterion applies to the province.
  package let applies: Bool
  /// The province's self-assessed points; nil when unknown.
  package let selfPoints: PrintedDecimal?
  /// The points given or published by the ministry; nil when unknown.
  package let points: PrintedDecimal?
  /// The maximum printed beside the points; nil when not printed.
  package let maximum: PrintedDecimal?
  /// The percentage printed; nil when not printed.
  package let percent: PrintedDecimal?
  /// Whether points and percentage are exact or only bounds.
  package let bound: Bound
  /// The published rank, 1 is best; nil when not published.
  package let rank: Int?
  /// The number of ranked units; nil when unknown.
  package let listSize: Int?
  /// The sources: first the one the row was taken from, then those that agree.
  package let citations: [Citation]
  /// The sources that disagree.
  package let contradictedBy: [Identifier<Source>]
  /// How well the row is sourced.
  package let confidence: Confidence
  /// The documents that support a self-assessed criterion.
  package let evidence: [String]
  /// A written explanation in place of evidence.
  package let explanation: LocalizedText?
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

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
