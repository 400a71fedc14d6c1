internal import Text

/// Rules about keys and the kinds of value they take.
extension Rule {
  static func keyUnknown(key: String, nearest: String?) -> Rule {
    Rule(
      "key.unknown", vi: "Không có mục nào tên “\(key)” ở đây.", en: "There is no key “\(key)” here.",
      hintVi: nearest.map { "Có phải là “\($0)” không?" }
        ?? "Hãy xem các mục được dùng trong README.md của thư mục dữ liệu.",
      hintEn: nearest.map { "Did you mean “\($0)”?" }
        ?? "README.md of the data folder lists the keys that may be used.")
  }

  static func keyMissing(key: String) -> Rule {
    Rule(
      "key.missing", subject: key, vi: "Thiếu “\(key)”.", en: "“\(key)” is missing.",
      hintVi: "Hãy ghi thêm; mục này luôn phải có.", hintEn: "Add it; it is always required.")
  }

  static func valueEmpty(key: String) -> Rule {
    // YAML takes a bare > for the start of a text on the next lines.
    let isComparison = key == "comparator" || key == "relation"
    return Rule(
      "value.empty", subject: key, vi: "“\(key)” không có giá trị.", en: "“\(key)” has no value.",
      hintVi: isComparison
        ? "Đặt dấu so sánh trong ngoặc kép: \(key): \">\"."
        : "Nếu chưa biết thì xóa cả dòng này; đừng ghi 0 hay “n/a”.",
      hintEn: isComparison
        ? "Put the comparison sign in quotes: \(key): \">\"."
        : "If it is not known, delete the line; do not write 0 or “n/a”.")
  }

  static func typeWrong(key: String, expected: LocalizedText) -> Rule {
    Rule(
      "type.wrong", subject: key, vi: "“\(key)” phải là \(expected.vi).",
      en: "“\(key)” must be \(expected.en).",
      hintVi: "Hãy so với một tệp cùng loại trong thư mục dữ liệu.",
      hintEn: "Compare with another file of the same kind in the data folder.")
  }

  static func valueUnknown(key: String, value: String, allowed: [String]) -> Rule {
    let meant = WordMeaning.word(meant: value, among: allowed)
    let explained = allowed.map(WordMeaning.explained).joined(separator: ", ")
    return Rule(
      "value.unknown", subject: key, vi: "“\(value)” không phải là từ dùng được cho “\(key)”.",
      en: "“\(value)” is not a word that “\(key)” may have.",
      hintVi: meant.map { "Viết \($0)." } ?? "Dùng một trong: \(explained).",
      hintEn: meant.map { "Write \($0)." } ?? "Use one of: \(allowed.joined(separator: ", ")).")
  }
}
