internal import Scoring
internal import Text

/// Rules about identifiers and web addresses.
extension Rule {
  /// - Parameter named: the identifiers of which the value is a name.
  static func referenceUnknown(
    kind: ReferenceKind, value: String, named: [String] = [], nearest: String?
  ) -> Rule {
    let quoted = named.map { "“\($0)”" }
    let close = nearest.map { LocalizedText(vi: "Có phải là “\($0)” không?", en: "Did you mean “\($0)”?") }
    let first = LocalizedText(
      vi: "Hãy thêm vào \(kind.place.vi) trước, rồi mới dẫn.",
      en: "Add it to \(kind.place.en) first, then refer to it.")
    return Rule(
      "reference.unknown", vi: "Không có \(kind.name.vi) nào có mã “\(value)”.",
      en: "There is no \(kind.name.en) “\(value)”.",
      hintVi: named.isEmpty
        ? (close ?? first).vi : "Đó là tên; hãy ghi mã \(quoted.joined(separator: " hoặc ")).",
      hintEn: named.isEmpty
        ? (close ?? first).en : "That is a name; write its identifier, \(quoted.joined(separator: " or ")).")
  }

  static func identifierMalformed(value: String, form: IdentifierForm) -> Rule {
    Rule(
      "id.malformed", vi: "Mã “\(value)” viết sai dạng.",
      en: "The identifier “\(value)” is malformed.",
      hintVi: "Viết \(form.description.vi).", hintEn: "Write \(form.description.en).")
  }

  static func identifierDuplicate(value: String, first: DataLine) -> Rule {
    Rule(
      "id.duplicate", vi: "Mã “\(value)” đã được dùng ở \(first.file), dòng \(first.line).",
      en: "The identifier “\(value)” is already used in \(first.file), line \(first.line).",
      hintVi: "Nếu là cùng một thứ thì gộp lại; nếu không thì đặt mã khác.",
      hintEn: "If both are the same thing, merge them; otherwise choose another identifier.")
  }
}
