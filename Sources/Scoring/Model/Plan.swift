public import Text

/// A document in which an entity declares targets.
public struct Plan: Encodable, Sendable {
  /// What kind of document it is.
  public enum Kind: String, CaseIterable, Encodable, Sendable {
    case plan
    case directive
    case resolution
    case proposal
    case announcement
  }

  /// The slug.
  public let id: Identifier<Plan>
  /// Who declared it.
  public let entity: Identifier<Entity>
  /// The title readers see.
  public let title: LocalizedText
  /// What kind of document it is.
  public let kind: Kind
  /// The first year it covers.
  public let firstYear: Int
  /// The last year it covers.
  public let lastYear: Int
  /// The official number; nil when not known.
  public let number: String?
  /// The date of the document; nil when not known.
  public let date: PartialDate?
  /// The document, or where it was read.
  public let citation: Citation
  /// Whether the source is an article that summarises the document.
  public let isSummary: Bool
  /// What to mind.
  public let note: LocalizedText?
  /// The targets in the order of the document.
  public let targets: [Target]
  /// Where the plan stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
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
