internal import Scoring
internal import Text

extension MappingReader {
  func indicators() -> [Indicator]? {
    required(
      "indicators", .mappings { $0.indicator() }, "Danh mục chỉ số đo.", "The catalogue of indicators.")
  }

  private func indicator() -> Indicator? {
    let id: Identifier<Indicator>? = required("id", .identifier(.snake), "Mã chỉ số đo.", "The identifier.")
    let name = required("name", .localized, "Tên.", "The name.")
    let unit: MeasurementUnit? = required("unit", .words, "Đơn vị.", "The unit.")
    let direction: Indicator.Direction? = required(
      "direction", .words, "Chiều tốt hơn.", "Which way is better.")
    let component = optional("component", .component, "Lĩnh vực mặc định.", "The default component.")
    let levels: [AdministrativeLevel]? = required(
      "levels", .list(.words), "Các cấp được đo.", "The levels it is used at.")
    let mayExceedHundred = optional(
      "above_100", .flag, "Tỷ lệ có thể vượt 100.", "A percentage above 100 is possible.")
    let mayBeNegative = optional("negative", .flag, "Có thể âm.", "Values below 0 are possible.")
    let followsBudgetYear = optional(
      "fiscal_year", .flag, "Đo theo năm ngân sách.", "Measured over the budget year.")
    let isYearlyRate = optional(
      "yearly", .flag, "Mỗi năm là một số riêng.", "Each year's figure stands for that year alone.")
    let denominators = optional(
      "denominators", .mappings { $0.denominator() }, "Đếm gì trên gì.", "What is counted over what.")
    let notComparable = optional(
      "not_comparable_with", .mappings { $0.incomparability() }, "Chỉ số đo dễ nhầm.",
      "Indicators that must not be mixed with it.")
    let series = optional(
      "published_as", .mapping { $0.series() }, "Lấy từ chỉ số công bố nào.",
      "The published index it is taken from.")
    let note = note()
    guard let id, let name, let unit, let direction else { return nil }
    return Indicator(
      id: id, name: name, unit: unit, direction: direction, component: component, levels: levels ?? [],
      mayExceedHundred: mayExceedHundred ?? false, mayBeNegative: mayBeNegative ?? false,
      followsBudgetYear: followsBudgetYear ?? false, isYearlyRate: isYearlyRate ?? false,
      denominators: denominators ?? [],
      notComparable: notComparable ?? [], publishedAs: series, note: note, line: line)
  }

  private func denominator() -> Indicator.Denominator? {
    let id: Identifier<Indicator.Denominator>? = required(
      "id", .identifier(.slug), "Mã mẫu số.", "The identifier.")
    let name = required("name", .localized, "Đếm gì trên gì.", "What is counted over what.")
    guard let id, let name else { return nil }
    return Indicator.Denominator(id: id, name: name, line: line)
  }

  private func incomparability() -> Indicator.Incomparability? {
    let other: Identifier<Indicator>? = required(
      "indicator", .reference(.indicator), "Chỉ số đo kia.", "The other indicator.")
    let reason = required("why", .localized, "Lý do.", "Why.")
    guard let other, let reason else { return nil }
    return Indicator.Incomparability(indicator: other, reason: reason)
  }

  private func series() -> Indicator.PublishedSeries? {
    let index: Identifier<IndexDescription>? = required("index", .reference(.index), "Chỉ số.", "The index.")
    let measure: Indicator.PublishedSeries.SeriesMeasure? = required(
      "measure", .words, "Lấy gì của chỉ số.", "What is taken of it.")
    let node = optional(
      "node", .node, "Lĩnh vực; bỏ khi là cả chỉ số.", "The component; omitted for the whole index.")
    guard let index, let measure else { return nil }
    return Indicator.PublishedSeries(index: index.rawValue, measure: measure, node: node)
  }
}
