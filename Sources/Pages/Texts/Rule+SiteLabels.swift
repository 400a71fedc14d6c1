package import Text

/// Rules about the labels of the site.
extension Rule {
  static let labelMalformed = Rule(
    "site.label-malformed", vi: "Nhãn phải là một cặp “khóa: chữ” và không được để trống.",
    en: "A label must be a pair “key: text” and must not be empty.",
    hintVi: oneLine.vi, hintEn: oneLine.en)

  static func labelDuplicate(_ key: String) -> Rule {
    Rule(
      "site.label-duplicate", vi: "Nhãn “\(key)” được khai báo hai lần.",
      en: "The label “\(key)” is given twice.",
      hintVi: oneLine.vi, hintEn: oneLine.en)
  }

  /// The rule that a YAML fault in a file of labels breaks.
  static func label(_ fault: YAMLFault.YAMLFaultKind) -> Rule {
    switch fault {
    case .duplicate(let key, _): .labelDuplicate(key)
    case .syntax(.badKey): .labelMalformed
    case .anchor, .syntax: .yamlSyntax
    }
  }

  package static func labelOneLanguage(_ key: String, has language: Language) -> Rule {
    Rule(
      "site.label-one-language",
      vi: "Nhãn “\(key)” chỉ có trong tiếng \(language == .vietnamese ? "Việt" : "Anh").",
      en: "The label “\(key)” exists in \(language == .vietnamese ? "Vietnamese" : "English") only.",
      hintVi: bothLanguages.vi, hintEn: bothLanguages.en)
  }

  package static func labelPlaces(_ key: String) -> Rule {
    Rule(
      "site.label-places", vi: "Nhãn “\(key)” có các chỗ điền khác nhau ở hai thứ tiếng.",
      en: "The label “\(key)” has different places to fill in the two languages.",
      hintVi: bothLanguages.vi, hintEn: bothLanguages.en)
  }

  package static func textMissing(_ key: String) -> Rule {
    Rule(
      "site.text-missing", vi: "Trang cần nhãn “\(key)” nhưng nhãn này chưa có hoặc còn chỗ chưa điền.",
      en: "The page needs the label “\(key)”, which is missing or has a place left unfilled.",
      hintVi: "Thêm nhãn vào site/strings ở cả hai thứ tiếng.",
      hintEn: "Add the label to site/strings in both languages.")
  }

  private static let oneLine = LocalizedText(
    vi: "Mỗi khóa viết một lần, một dòng.", en: "Write each key once, on one line.")

  private static let bothLanguages = LocalizedText(
    vi: "Viết nhãn ở cả site/strings/vi và site/strings/en với cùng các chỗ điền {…}.",
    en: "Write the label in both site/strings/vi and site/strings/en, with the same places {…}.")
}
