package import Text

/// A subject of figures: a province within its lifetime, a region, or the nation.
package struct Entity: Encodable, Sendable {
  package enum EntityKind: String, CaseIterable, Encodable, Sendable {
    /// A province (tỉnh).
    case province
    /// A city of province rank (thành phố trực thuộc trung ương).
    case city
    /// A socio-economic region.
    case region
    /// The whole country.
    case nation
    /// Another set of places, such as all local governments together.
    case group
  }

  /// A department responsible for a component of the index.
  package struct Responsibility: Encodable, Sendable {
    package enum Role: String, CaseIterable, Encodable, Sendable {
      case lead
      case support
    }

    package let component: NodeCode
    package let department: LocalizedText
    /// Whether it leads or supports.
    package let role: Role
    /// The plan that assigns it.
    package let citation: Citation
    package let line: DataLine

    package init(
      component: NodeCode, department: LocalizedText, role: Role, citation: Citation, line: DataLine
    ) {
      self.component = component
      self.department = department
      self.role = role
      self.citation = citation
      self.line = line
    }
  }

  /// A source and what it supports about the entity.
  package struct Reference: Encodable, Sendable {
    /// The document and the place in it.
    package let citation: Citation
    /// What it supports; nil when not stated.
    package let purpose: LocalizedText?

    package init(citation: Citation, purpose: LocalizedText?) {
      self.citation = citation
      self.purpose = purpose
    }
  }

  /// The slug, `hai-duong`.
  package let id: Identifier<Entity>
  /// The official name.
  package let name: LocalizedText
  package let kind: EntityKind
  /// The official two-digit code; nil when unknown.
  package let code: String?
  /// The region it lies in; nil when unknown or not a province.
  package let region: Identifier<Entity>?
  /// The first day of this boundary; nil when unknown.
  package let from: PartialDate?
  /// The last day of this boundary; nil while it exists.
  package let until: PartialDate?
  /// The entities that it became part of.
  package let successors: [Identifier<Entity>]
  /// The entities that it was formed from.
  package let predecessors: [Identifier<Entity>]
  /// The sources on the entity.
  package let references: [Reference]
  /// The departments responsible for components, as assigned by a plan.
  package let responsibilities: [Responsibility]
  /// Other information.
  package let note: LocalizedText?
  /// Whether the entity has a data folder of its own, and so its own page.
  package let hasProfile: Bool
  package let line: DataLine

  package init(
    id: Identifier<Entity>, name: LocalizedText, kind: EntityKind, code: String?, region: Identifier<Entity>?,
    from: PartialDate?, until: PartialDate?, successors: [Identifier<Entity>],
    predecessors: [Identifier<Entity>], references: [Reference], responsibilities: [Responsibility],
    note: LocalizedText?, hasProfile: Bool, line: DataLine
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.code = code
    self.region = region
    self.from = from
    self.until = until
    self.successors = successors
    self.predecessors = predecessors
    self.references = references
    self.responsibilities = responsibilities
    self.note = note
    self.hasProfile = hasProfile
    self.line = line
  }
}
