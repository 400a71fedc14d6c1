internal import Text

/// Rules about targets of plans.
extension Rule {
  static let targetNoUnit = Rule(
    "target.no-unit", vi: "Chỉ tiêu có con số nhưng không ghi đơn vị.",
    en: "The target has a number and no unit.",
    hintVi: "Ghi “unit”, chẳng hạn “unit: percent”.", hintEn: "Add “unit”, such as “unit: percent”.")

  static func targetNoValue(key: String, comparator: String) -> Rule {
    Rule(
      "target.no-value", vi: "So sánh “\(comparator)” cần có “\(key)”.",
      en: "The comparator “\(comparator)” needs “\(key)”.",
      hintVi: "Hãy ghi thêm; nếu kế hoạch không nêu con số nào thì dùng “comparator: qualitative”.",
      hintEn: "Add it; if the plan gives no number, use “comparator: qualitative”.")
  }

  static func targetUnusedValue(key: String, comparator: String) -> Rule {
    Rule(
      "target.unused-value", vi: "“\(key)” không dùng với so sánh “\(comparator)”.",
      en: "“\(key)” has no meaning with the comparator “\(comparator)”.",
      hintVi: "Hãy bỏ mục này hoặc sửa “comparator”.", hintEn: "Remove the key or correct “comparator”.")
  }

  static func targetUnitDiffers(unit: String, indicatorUnit: String) -> Rule {
    Rule(
      "target.unit-differs", vi: "Đơn vị “\(unit)” khác đơn vị “\(indicatorUnit)” của chỉ số đo.",
      en: "The unit “\(unit)” differs from the indicator's, “\(indicatorUnit)”.",
      hintVi: "Hãy sửa đơn vị hoặc chọn chỉ số đo khác.",
      hintEn: "Correct the unit or choose another indicator.")
  }

  static let targetNoLocator = Rule(
    "target.no-locator", .warning, vi: "Chỉ tiêu không ghi vị trí trong văn bản.",
    en: "The target does not say where in the document it stands.",
    hintVi: "Ghi “locator”: mục, gạch đầu dòng, đoạn hoặc trang.",
    hintEn: "Add “locator”: section, bullet, paragraph or page.")

  static let targetNoDeadline = Rule(
    "target.no-deadline", vi: "Chỉ tiêu không có thời hạn.", en: "The target has no deadline.",
    hintVi: "Ghi “deadline” (chỉ có năm cũng được) hoặc “stages”.",
    hintEn: "Add “deadline” (a year is enough) or “stages”.")

  static func targetStageOrder(by: String, previous: String) -> Rule {
    Rule(
      "target.stage-order", vi: "Mốc \(by) đứng sau mốc \(previous) nhưng không muộn hơn.",
      en: "The stage \(by) follows \(previous) but is not later.",
      hintVi: "Xếp các mốc theo thời gian, mỗi mốc một lần.",
      hintEn: "Put the stages in order of time, each date once.")
  }

  static func targetRangeOrder(low: String, high: String) -> Rule {
    Rule(
      "target.range-order", vi: "Khoảng từ \(low) đến \(high) bị ngược.",
      en: "The range from \(low) to \(high) is reversed.",
      hintVi: "“low” là số nhỏ, “high” là số lớn.",
      hintEn: "“low” is the smaller number, “high” the larger.")
  }

  static func targetStepUnknown(target: String, nearest: String?) -> Rule {
    let (vi, en) =
      nearest.map { (" Có phải “\($0)”?", " Do you mean “\($0)”?") } ?? ("", "")
    return Rule(
      "target.step-unknown", vi: "“\(target)” không phải là một lời hứa của kế hoạch này.\(vi)",
      en: "“\(target)” is no promise of this plan.\(en)",
      hintVi:
        "“step_of” là mã của chỉ tiêu cùng kế hoạch mà bước này hướng tới; chỉ tiêu ấy không được là một bước.",
      hintEn:
        "“step_of” is the target of the same plan that the step leads to; that target is no step itself.")
  }

  static func targetGroupAcross(group: String, other: String) -> Rule {
    Rule(
      "target.group-across", vi: "Mã câu “\(group)” đã dùng trong kế hoạch “\(other)”.",
      en: "The group “\(group)” is used by the plan “\(other)” too.",
      hintVi: "Một lời hứa nằm trọn trong một kế hoạch: mỗi kế hoạch dùng mã riêng.",
      hintEn: "A promise stands in one plan: give each plan a group of its own.")
  }

  static func targetGroupTaken(group: String) -> Rule {
    Rule(
      "target.group-taken", vi: "Mã câu “\(group)” trùng với mã của một chỉ tiêu.",
      en: "The group “\(group)” has the identifier of a target.",
      hintVi: "Mỗi lời hứa có một trang riêng theo mã của nó: đặt cho câu một mã khác.",
      hintEn: "Each promise has a page at its identifier: give the group another one.")
  }

  static func deadlineOutsidePlan(deadline: String, years: String) -> Rule {
    Rule(
      "deadline.outside-plan", .warning,
      vi: "Thời hạn \(deadline) nằm ngoài các năm của kế hoạch (\(years)).",
      en: "The deadline \(deadline) lies outside the years of the plan (\(years)).",
      hintVi: "Hãy kiểm tra thời hạn và “years” của kế hoạch.",
      hintEn: "Check the deadline and “years” of the plan.")
  }
}
