package import Text

/// A document in which an entity declares targets and tasks.
package struct Plan: Encodable, Sendable {
  package enum PlanKind: String, CaseIterable, Encodable, Sendable {
    case plan
    case directive
    case resolution
    case proposal
    case announcement
  }

  /// What a plan is about. Promises of different scopes are never counted together.
  package enum PlanScope: String, CaseIterable, Encodable, Sendable {
    case administrativeReform = "administrative-reform"
    case digitalGovernment = "digital-government"
    case investment
    case socioEconomic = "socio-economic"
  }

  /// A later document that changed the plan or took its place. The plan is still judged by its original text.
  package struct Amendment: Encodable, Sendable {
    package let date: PartialDate
    /// What it changed.
    package let what: LocalizedText
    package let citation: Citation

    package init(date: PartialDate, what: LocalizedText, citation: Citation) {
      (self.date, self.what, self.citation) = (date, what, citation)
    }
  }

  package let id: Identifier<Plan>
  /// The entity that declares it.
  package let entity: Identifier<Entity>
  /// The display title.
  package let title: LocalizedText
  package let kind: PlanKind
  package let scope: PlanScope
  /// The first year it covers.
  package let firstYear: Int
  /// The last year it covers.
  package let lastYear: Int
  /// The official number; nil when unknown.
  package let number: String?
  /// The date of the document; nil when unknown.
  package let date: PartialDate?
  /// The document, or the text in which it was read.
  package let citation: Citation
  /// Whether the source is an article that summarises the document.
  package let isSummary: Bool
  /// A caveat.
  package let note: LocalizedText?
  /// The documents that changed it, in order.
  package let amendments: [Amendment]
  /// The document that took its place; nil when there is none.
  package let successor: Amendment?
  /// The targets in document order.
  package let targets: [Target]
  /// The tasks in document order.
  package let tasks: [PlanTask]
  /// How much of the document is recorded; nil when nobody has counted it.
  package let coverage: PlanCoverage?
  package let line: DataLine

  package init(
    id: Identifier<Plan>, entity: Identifier<Entity>, title: LocalizedText, kind: PlanKind,
    scope: PlanScope, firstYear: Int, lastYear: Int, number: String?, date: PartialDate?, citation: Citation,
    isSummary: Bool, note: LocalizedText?, amendments: [Amendment] = [], successor: Amendment? = nil,
    targets: [Target], tasks: [PlanTask] = [], coverage: PlanCoverage? = nil, line: DataLine
  ) {
    self.id = id
    self.entity = entity
    self.title = title
    self.kind = kind
    self.scope = scope
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.number = number
    self.date = date
    self.citation = citation
    self.isSummary = isSummary
    self.note = note
    self.amendments = amendments
    self.successor = successor
    self.targets = targets
    self.tasks = tasks
    self.coverage = coverage
    self.line = line
  }
}
