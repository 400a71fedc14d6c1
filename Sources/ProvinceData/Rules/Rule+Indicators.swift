internal import Text

/// Rules about the requirements of an indicator on its targets and figures.
extension Rule {
  static func denominatorRequired(indicator: String, allowed: [String]) -> Rule {
    Rule(
      "denominator.required", vi: "Chỉ số đo “\(indicator)” có nhiều cách tính; phải ghi “denominator”.",
      en: "The indicator “\(indicator)” is counted in several ways; “denominator” must say which.",
      hintVi: "Dùng một trong: \(allowed.joined(separator: ", ")); tài liệu không nói thì ghi unstated.",
      hintEn: "Use one of: \(allowed.joined(separator: ", ")); or unstated if the document does not say.")
  }

  static func denominatorUnexpected(indicator: String) -> Rule {
    Rule(
      "denominator.unexpected", vi: "Chỉ số đo “\(indicator)” không có mẫu số nào.",
      en: "The indicator “\(indicator)” has no denominators.",
      hintVi: "Hãy bỏ “denominator”, hoặc khai báo mẫu số cho chỉ số đo trước.",
      hintEn: "Remove “denominator”, or declare denominators for the indicator first.")
  }

  static func levelUnlisted(level: String, indicator: String) -> Rule {
    Rule(
      "level.unlisted", .warning, vi: "Chỉ số đo “\(indicator)” không khai báo cấp “\(level)”.",
      en: "The indicator “\(indicator)” does not list the level “\(level)”.",
      hintVi: "Hãy kiểm tra cấp, hoặc thêm vào “levels” của chỉ số đo.",
      hintEn: "Check the level, or add it to “levels” of the indicator.")
  }
}
