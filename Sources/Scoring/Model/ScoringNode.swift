package import Text

/// The maximum points of a node or block, and how far they are backed.
package struct Maximum: Encodable, Sendable {
  /// The maximum points, above 0.
  package let value: PrintedDecimal
  /// How far the maximum is backed; shown wherever it is.
  package let status: Confidence
  /// The documents that print it, or that it is worked out from.
  package let sources: [Identifier<Source>]
  /// How a derived maximum is worked out; nil unless derived.
  package let how: LocalizedText?
  /// Where it stands.
  package let line: DataLine

  /// Makes the value from its parts.
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
  /// The place in the tree.
  package let code: NodeCode
  /// The official name.
  package let name: LocalizedText
  /// The maximum points on the full basis; nil when no source gives them.
  package let maximum: Maximum?
  /// The maximum points on the appraisal-only basis; nil when not known.
  package let appraisalMaximum: Maximum?
  /// How many criteria the official set has; nil when not known.
  package let criteriaCount: Int?
  /// How many subcriteria the official set has; nil when not known.
  package let subcriteriaCount: Int?
  /// The documents that print the counts.
  package let countSources: [Identifier<Source>]
  /// The next level, empty when it is not known or there is none.
  package let children: [ScoringNode]
  /// What to mind.
  package let note: LocalizedText?
  /// Where the node stands.
  package let line: DataLine

  /// Makes the value from its parts.
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
