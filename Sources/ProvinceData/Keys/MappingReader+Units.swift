internal import Scoring
internal import Text

extension MappingReader {
  /// The groups of a province's own units.
  func unitGroups() -> [UnitGroup]? {
    let province: Identifier<Entity>? = required(
      "province", .reference(.province), "Tỉnh của các đơn vị; trùng tên thư mục.",
      "The province of the units; the name of the folder.")
    checkFolder(province)
    return required(
      "groups", .mappings { $0.unitGroup(of: province) }, "Các khối đơn vị, mỗi khối xếp hạng riêng.",
      "The groups of units, each ranked on its own.")
  }

  /// An unknown province is an error of its own.
  private func checkFolder(_ province: Identifier<Entity>?) {
    let folder = context.file.split(separator: "/").dropLast().last.map(String.init)
    guard let province, let folder, folder != province.rawValue,
      context.identifiers.knows(.province, province.rawValue)
    else { return }
    report(.folderMismatch(key: "province", value: province.rawValue, expected: folder), "province")
  }

  private func unitGroup(of province: Identifier<Entity>?) -> UnitGroup? {
    let id: Identifier<Entity>? = required("id", .identifier(.slug), "Mã của khối.", "The identifier.")
    let name = required("name", .localized, "Tên.", "The name.")
    let kind: UnitGroup.UnitKind? = required("kind", .words, "Loại đơn vị.", "What the units are.")
    let units = required(
      "units", .mappings { $0.unit() }, "Các đơn vị có số liệu.", "The units with figures.")
    guard let province, let id, let name, let kind else { return nil }
    return UnitGroup(id: id, name: name, kind: kind, province: province, units: units ?? [], line: line)
  }

  private func unit() -> UnitGroup.Unit? {
    let id: Identifier<Entity>? = required("id", .identifier(.slug), "Mã của đơn vị.", "The identifier.")
    let name = required("name", .localized, "Tên.", "The name.")
    guard let id, let name else { return nil }
    return UnitGroup.Unit(id: id, name: name, line: line)
  }
}
