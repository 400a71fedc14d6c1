package import Text

/// The maximum points of a node or block, and how well they are sourced.
package struct Maximum: Encodable, Sendable {
  /// The maximum points, above 0.
  package let value: PrintedDecimal
  /// How well the maximum is sourced; always shown with it.
  package let status: Confidence
  /// The documents that print it or that it is derived from.
  package let sources: [Identifier<Source>]
  /// The derivation of a derived maximum; nil otherwise.
  package let how: LocalizedText?
  package let line: DataLine

  package init(
    value: PrintedDecimal, status: Confidence, sources: [Identifier<Source>], how: LocalizedText?,
    line: DataLine
  ) {
    self.value = value
    self.status = status
    self.sources = sources
    self.how = how
    self.line = line
  }
}

/// A component, criterion or subcriterion of an edition.
package struct ScoringNode: Encodable, Sendable {
  package let code: NodeCode
  /// The official name.
  package let name: LocalizedText
  /// The maximum points on the full basis; nil when no source states them.
  package let maximum: Maximum?
  /// The maximum points on the appraisal-only basis; nil when unknown.
  package let appraisalMaximum: Maximum?
  /// The number of criteria in the official set; nil when unknown.
  package let criteriaCount: Int?
  /// The number of subcriteria in the official set; nil when unknown.
  package let subcriteriaCount: Int?
  /// The documents that print the counts.
  package let countSources: [Identifier<Source>]
  /// The next level; empty when unknown or when there is none.
  package let children: [ScoringNode]
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    code: NodeCode, name: LocalizedText, maximum: Maximum?, appraisalMaximum: Maximum?,
    criteriaCount: Int?, subcriteriaCount: Int?, countSources: [Identifier<Source>],
    children: [ScoringNode], note: LocalizedText?, line: DataLine
  ) {
    self.code = code
    self.name = name
    self.maximum = maximum
    self.appraisalMaximum = appraisalMaximum
    self.criteriaCount = criteriaCount
    self.subcriteriaCount = subcriteriaCount
    self.countSources = countSources
    self.children = children
    self.note = note
    self.line = line
  }
}
