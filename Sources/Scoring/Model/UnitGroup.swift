package import Text

/// Units of a province that it scores against each other, such as its departments or its districts.
///
/// A group and its units have identifiers of entities, so that figures can be about them, but they are not among the
/// entities: no list or ranking of provinces can hold one.
package struct UnitGroup: Encodable, Sendable {
  /// What the units are.
  package enum UnitKind: String, CaseIterable, Encodable, Sendable {
    /// Departments and agencies of the province (sở, ban, ngành).
    case department
    /// Districts (cấp huyện), which existed until 30 June 2025.
    case district
    /// Communes, wards and special zones (cấp xã).
    case commune
  }

  /// A department, district or commune.
  package struct Unit: Encodable, Sendable {
    package let id: Identifier<Entity>
    package let name: LocalizedText
    package let line: DataLine

    package init(id: Identifier<Entity>, name: LocalizedText, line: DataLine) {
      self.id = id
      self.name = name
      self.line = line
    }
  }

  package let id: Identifier<Entity>
  package let name: LocalizedText
  package let kind: UnitKind
  /// The province that the units belong to.
  package let province: Identifier<Entity>
  /// The units that the data name, in file order; the group may have others.
  package let units: [Unit]
  package let line: DataLine

  package init(
    id: Identifier<Entity>, name: LocalizedText, kind: UnitKind, province: Identifier<Entity>, units: [Unit],
    line: DataLine
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.province = province
    self.units = units
    self.line = line
  }
}
