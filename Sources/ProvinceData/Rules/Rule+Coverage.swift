internal import Text

/// Rules about how much of a document is recorded.
extension Rule {
  static func coverageUnknownItem(value: String, nearest: String?) -> Rule {
    let close = nearest.map { LocalizedText(vi: "Có phải là “\($0)” không?", en: "Did you mean “\($0)”?") }
    return Rule(
      "coverage.unknown-item", vi: "Kế hoạch không có chỉ tiêu hay nhiệm vụ nào có mã “\(value)”.",
      en: "The plan has no target or task “\(value)”.",
      hintVi: close?.vi ?? "Ghi mã có trong “targets” hoặc “tasks” của chính tệp này.",
      hintEn: close?.en ?? "Write an identifier of “targets” or “tasks” of the same file.")
  }

  static func coverageTooMany(recorded: Int, counted: Int) -> Rule {
    Rule(
      "coverage.too-many", vi: "Phần này đếm được \(counted) ý mà “recorded” có \(recorded) dòng.",
      en: "The part has \(counted) items counted and \(recorded) lines in “recorded”.",
      hintVi: "Mỗi ý một dòng; một ý ghi thành nhiều mục thì đặt các mã trên cùng một dòng.",
      hintEn: "One line for each item; identifiers of the same item stand on one line.")
  }

  static func coverageItemMissing(value: String) -> Rule {
    Rule(
      "coverage.item-missing", .warning, vi: "“\(value)” không nằm trong phần nào của “coverage”.",
      en: "“\(value)” is in no part of “coverage”.",
      hintVi: "Thêm mã vào phần có ý ấy, để số đã ghi và chưa ghi đúng.",
      hintEn: "Add it to the part with its item, so that the numbers of what is recorded hold.")
  }
}
