package import Text

/// A document in which an entity declares targets.
package struct Plan: Encodable, Sendable {
  /// What kind of document it is.
  package enum Kind: String, CaseIterable, Encodable, Sendable {
    case plan
    case directive
    case resolution
    case proposal
    case announcement
  }

  /// The slug.
  package let id: Identifier<Plan>
  /// Who declared it.
  package let entity: Identifier<Entity>
  /// The title readers see.
  package let title: LocalizedText
  /// What kind of document it is.
  package let kind: Kind
  /// The first year it covers.
  package let firstYear: Int
  /// The last year it covers.
  package let lastYear: Int
  /// The official number; nil when not known.
  package let number: String?
  /// The date of the document; nil when not known.
  package let date: PartialDate?
  /// The document, or where it was read.
  package let citation: Citation
  /// Whether the source is an article that summarises the document.
  package let isSummary: Bool
  /// What to mind.
  package let note: LocalizedText?
  /// The targets in the order of the document.
  package let targets: [Target]
  /// Where the plan stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    id: Identifier<Plan>, entity: Identifier<Entity>, title: LocalizedText, kind: Kind, firstYear: Int,
    lastYear: Int, number: String?, date: PartialDate?, citation: Citation, isSummary: Bool,
    note: LocalizedText?, targets: [Target], line: DataLine
  ) {
    self.id = id
    self.entity = entity
    self.title = title
    self.kind = kind
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.number = number
    self.date = date
    self.citation = citation
    self.isSummary = isSummary
    self.note = note
    self.targets = targets
    self.line = line
  }
}
