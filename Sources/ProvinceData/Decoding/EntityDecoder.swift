internal import Scoring

extension Entity {
  /// Reads a profile or an entry of `national/entities.yaml`.
  init?(_ record: Record, hasProfile: Bool) {
    let id: Identifier<Entity>? = record.declare(.entity)
    let name = record.localized("name", required: true)
    let kind = record.choice("kind", as: Kind.self, required: true)
    let code = record.text("code")
    let region: Identifier<Entity>? = record.reference("region", to: .entity)
    let from = record.date("from")
    let until = record.date("until")
    let successors: [Identifier<Entity>] = record.references("successors", to: .entity)
    let predecessors: [Identifier<Entity>] = record.references("predecessors", to: .entity)
    let references = record.records("citations").compactMap(Reference.init)
    let responsibilities = record.records("responsible").compactMap(Responsibility.init)
    let note = record.localized("note")
    record.finish()
    guard let id, let name, let kind else { return nil }
    self.init(
      id: id, name: name, kind: kind, code: code, region: region, from: from, until: until,
      successors: successors, predecessors: predecessors, references: references,
      responsibilities: responsibilities, note: note, hasProfile: hasProfile, line: record.place.dataLine)
  }
}

extension Entity.Reference {
  fileprivate init?(_ record: Record) {
    let citation = record.citation(required: true)
    let purpose = record.localized("for")
    record.finish()
    guard let citation else { return nil }
    self.init(citation: citation, purpose: purpose)
  }
}

extension Entity.Responsibility {
  fileprivate init?(_ record: Record) {
    let component = record.component("component", required: true)
    let department = record.localized("department", required: true)
    let role = record.choice("role", as: Role.self, required: true)
    let citation = record.citation(required: true)
    record.finish()
    guard let component, let department, let role, let citation else { return nil }
    self.init(
      component: component, department: department, role: role, citation: citation,
      line: record.place.dataLine)
  }
}
