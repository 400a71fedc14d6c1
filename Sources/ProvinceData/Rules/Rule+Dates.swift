internal import Text

/// Rules about dates and the lifetimes of entities.
extension Rule {
  static func dateMalformed(value: String) -> Rule {
    let meant = WrittenDate.meaning(of: value)
    let form = LocalizedText(
      vi: "Viết năm-tháng-ngày: 2024-10-31, 2024-10 hoặc 2024",
      en: "Write year-month-day: 2024-10-31, 2024-10 or 2024")
    let advice = meant?.advice ?? form
    let asText = LocalizedText(
      vi: "; trong Excel hãy định dạng cột là Text", en: "; in Excel format the column as Text")
    return Rule(
      "date.malformed", vi: "“\(value)” không viết đúng dạng ngày.",
      en: "“\(value)” is not written as a date.", hintVi: advice.vi + ".", hintEn: advice.en + ".",
      tableHint: meant == .nothing
        ? nil : LocalizedText(vi: advice.vi + asText.vi + ".", en: advice.en + asText.en + "."))
  }

  static func dateNonexistent(value: String) -> Rule {
    Rule(
      "date.nonexistent", vi: "Không có ngày “\(value)”.", en: "There is no date “\(value)”.",
      hintVi: "Hãy kiểm tra tháng và ngày.", hintEn: "Check the month and the day.")
  }

  static func figureFuture(value: String, asOf: String) -> Rule {
    Rule(
      "figure.future", vi: "“\(value)” nằm sau ngày chốt số liệu \(asOf).",
      en: "“\(value)” lies after the as-of date \(asOf).",
      hintVi: "Hãy kiểm tra ngày; nếu đúng thì dời “as_of” trong toolkit.yaml.",
      hintEn: "Check the date; if it is right, move “as_of” in toolkit.yaml.")
  }

  static func entityLifetimeOrder(from: String, until: String) -> Rule {
    Rule(
      "lifetime.order", vi: "Ngày bắt đầu \(from) muộn hơn ngày kết thúc \(until).",
      en: "The beginning \(from) is later than the end \(until).",
      hintVi: "Hãy kiểm tra “from” và “until”.", hintEn: "Check “from” and “until”.")
  }

  static func lifetimePlan(entity: LocalizedText, limit: String, plan: String) -> Rule {
    Rule(
      "lifetime.plan", vi: "\(entity.vi) chỉ tồn tại đến \(limit), trước kế hoạch này (\(plan)).",
      en: "\(entity.en) existed only until \(limit), before this plan (\(plan)).",
      hintVi: "Hãy kiểm tra ngày của kế hoạch và “until” của đơn vị, hoặc ghi kế hoạch cho đơn vị kế tục.",
      hintEn: "Check the date of the plan and “until” of the entity, or give the plan to the successor.")
  }

  static func lifetimeOutside(
    entity: LocalizedText, figure: String, limit: String, ended: Bool, mayBeRestated: Bool
  ) -> Rule {
    Rule(
      "lifetime.outside", mayBeRestated ? .warning : .error,
      vi:
        "\(entity.vi) \(ended ? "chỉ tồn tại đến \(limit)" : "chỉ có từ \(limit)"); số liệu là của \(figure).",
      en: "\(entity.en) \(ended ? "existed only until \(limit)" : "exists only since \(limit)"); "
        + "the figure is of \(figure).",
      hintVi: mayBeRestated
        ? "Nếu nơi công bố tự tính lại cho địa giới mới thì nói rõ ở ghi chú."
        : "Hãy ghi số liệu cho đơn vị của thời gian ấy; không tính cho địa giới khác.",
      hintEn: mayBeRestated
        ? "If the publisher restated it for the new boundary, say so in the note."
        : "Give the figure to the unit of that time; it is never credited to another boundary.")
  }
}
