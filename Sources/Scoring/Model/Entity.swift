package import Text

/// Something that figures are about: a province within its lifetime, a region, or the nation.
package struct Entity: Encodable, Sendable {
  /// What it is.
  package enum Kind: String, CaseIterable, Encodable, Sendable {
    /// A province (tỉnh).
    case province
    /// A city of province rank (thành phố trực thuộc trung ương).
    case city
    /// A socio-economic region.
    case region
    /// The whole country.
    case nation
    /// Some other set of places, such as all local governments together.
    case group
  }

  /// A department that answers for a component of the index.
  package struct Responsibility: Encodable, Sendable {
    /// Whether it leads or supports.
    package enum Role: String, CaseIterable, Encodable, Sendable {
      case lead
      case support
    }

    /// The component.
    package let component: NodeCode
    /// The department.
    package let department: LocalizedText
    /// Whether it leads or supports.
    package let role: Role
    /// The plan that assigns it.
    package let citation: Citation
    /// Where the entry stands.
    package let line: DataLine

    /// Makes an entry.
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
    /// The source and the place in it.
    package let citation: Citation
    /// What it supports; nil when not said.
    package let purpose: LocalizedText?

    /// Makes a reference.
    package init(citation: Citation, purpose: LocalizedText?) {
      self.citation = citation
      self.purpose = purpose
    }
  }

  /// The slug, `hai-duong`.
  package let id: Identifier<Entity>
  /// The official name.
  package let name: LocalizedText
  /// What it is.
  package let kind: Kind
  /// The official two-digit code; nil when not known.
  package let code: String?
  /// The region it lies in; nil when not known or not a province.
  package let region: Identifier<Entity>?
  /// When this boundary began; nil when not known.
  package let from: PartialDate?
  /// The last day of this boundary; nil while it exists.
  package let until: PartialDate?
  /// What it became part of.
  package let successors: [Identifier<Entity>]
  /// What it was made from.
  package let predecessors: [Identifier<Entity>]
  /// Sources of the above.
  package let references: [Reference]
  /// Departments that answer for components, as a plan assigns them.
  package let responsibilities: [Responsibility]
  /// Anything else.
  package let note: LocalizedText?
  /// Whether the entity has a folder, and so a page, of its own.
  package let hasProfile: Bool
  /// Where the entry stands.
  package let line: DataLine

  /// Makes an entity.
  package init(
    id: Identifier<Entity>, name: LocalizedText, kind: Kind, code: String?, region: Identifier<Entity>?,
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
