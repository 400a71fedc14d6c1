internal import Scoring
internal import Text

extension MappingReader {
  func entities() -> [Entity]? {
    required(
      "entities", .mappings { $0.entity(hasProfile: false) }, "Tỉnh, vùng, cả nước không có thư mục riêng.",
      "Provinces, regions and the nation without a folder.")
  }

  /// A province, region or the nation.
  func entity(hasProfile: Bool) -> Entity? {
    let id: Identifier<Entity>? = required(
      "id", .identifier(.slug), "Mã; trùng tên thư mục.", "The identifier; the name of the folder.")
    let name = required("name", .localized, "Tên.", "The name.")
    let kind: Entity.EntityKind? = required("kind", .words, "Loại.", "What it is.")
    let code = optional("code", .prose, "Mã đơn vị hành chính.", "The official code.")
    checkCode()
    let region: Identifier<Entity>? = optional("region", .reference(.entity), "Vùng.", "The region.")
    let from = optional("from", .date, "Địa giới này có từ ngày.", "When this boundary began.")
    let until = optional("until", .date, "Ngày cuối của địa giới này.", "The last day of this boundary.")
    let successors: [Identifier<Entity>]? = optional(
      "successors", .list(.reference(.entity)), "Nhập vào đâu.", "What it became part of.")
    let predecessors: [Identifier<Entity>]? = optional(
      "predecessors", .list(.reference(.entity)), "Hợp nhất từ đâu.", "What it was made from.")
    let references = optional("citations", .mappings { $0.entityReference() }, "Nguồn.", "The sources.")
    let responsibilities = optional(
      "responsible", .mappings { $0.responsibility() }, "Cơ quan phụ trách.",
      "Departments that answer for components.")
    let note = note()
    guard let id, let name, let kind else { return nil }
    if let from, let until, from.firstDay > until.lastDay {
      report(.entityLifetimeOrder(from: from.description, until: until.description), "from")
    }
    return Entity(
      id: id, name: name, kind: kind, code: code, region: region, from: from, until: until,
      successors: successors ?? [], predecessors: predecessors ?? [], references: references ?? [],
      responsibilities: responsibilities ?? [], note: note, hasProfile: hasProfile, line: line)
  }

  /// Official codes have two digits; without quotes other programs read 06 as 6.
  private func checkCode() {
    guard let code = scalar("code"), code.text.utf8.allSatisfy({ (48...57).contains($0) }),
      !code.isQuoted || code.text.count != 2
    else { return }
    let written = String(repeating: "0", count: max(0, 2 - code.text.count)) + code.text
    report(.plausibleCode(value: code.text, written: written), "code")
  }

  private func entityReference() -> Entity.Reference? {
    let citation = citation()
    let purpose = optional("for", .localized, "Cho điều gì.", "What it supports.")
    return citation.map { Entity.Reference(citation: $0, purpose: purpose) }
  }

  private func responsibility() -> Entity.Responsibility? {
    let component = required("component", .component, "Lĩnh vực.", "The component.")
    let department = required("department", .localized, "Cơ quan.", "The department.")
    let role: Entity.Responsibility.Role? = required(
      "role", .words, "Chủ trì hay phối hợp.", "Leads or supports.")
    let citation = citation()
    guard let component, let department, let role, let citation else { return nil }
    return Entity.Responsibility(
      component: component, department: department, role: role, citation: citation, line: line)
  }
}
