package import Scoring
package import Text

/// The only place that words goals, outcomes and verdicts.
package enum AttainmentWording {
  /// A goal in a few words: `từ 90% trở lên`, `at least 90%`.
  package static func goal(_ goal: Goal, unit: MeasurementUnit?) -> LocalizedText {
    let unit = unit ?? .none
    return LocalizedText { language in
      switch goal {
      case .threshold(let comparator, let value):
        return threshold(comparator, value, unit: unit, in: language)
      case .range(let low, let high):
        let (from, to) = (
          NumberText.value(low, unit: unit, in: language), NumberText.value(high, unit: unit, in: language)
        )
        return language == .vietnamese ? "từ \(from) đến \(to)" : "from \(from) to \(to)"
      case .staged(_, let stages) where stages.count > 3:
        return manyStages(stages, unit: unit, in: language)
      case .staged(let comparator, let stages):
        return stages.map { stage in
          NumberText.date(stage.by, in: language) + ": "
            + threshold(comparator, stage.value, unit: unit, in: language)
        }.joined(separator: "; ")
      case .relative(let comparator, let year):
        return relative(comparator, year: year, in: language)
      case .group(let name, _):
        return language == .vietnamese ? "thuộc \(name.vi)" : "in \(name.en)"
      case .qualitative:
        return language == .vietnamese ? "không thấy con số" : "no number found"
      }
    }
  }

  /// `13 mốc, từ 3% (1/2025) đến 99,7% (1/2026)`: the first and the last stage of many.
  private static func manyStages(_ stages: [Goal.GoalStage], unit: MeasurementUnit, in language: Language)
    -> String
  {
    let ends = [stages.first, stages.last].compactMap { $0 }.map { stage in
      NumberText.value(stage.value, unit: unit, in: language)
        + " (" + NumberText.date(stage.by, in: language) + ")"
    }
    let count = NumberText.whole(stages.count, in: language)
    return language == .vietnamese
      ? "\(count) mốc, từ " + ends.joined(separator: " đến ")
      : "\(count) stages, from " + ends.joined(separator: " to ")
  }

  /// A comparison with a number; an upper limit of a rank reads "among the first".
  package static func threshold(
    _ comparator: Goal.Comparator, _ value: ExactDecimal, unit: MeasurementUnit, in language: Language
  ) -> String {
    if unit == .rank, comparator == .atMost {
      let number = NumberText.exact(value, in: language)
      return language == .vietnamese ? "trong \(number) vị trí đầu" : "among the first \(number)"
    }
    let text = NumberText.value(value, unit: unit, in: language)
    switch (comparator, language) {
    case (.atLeast, .vietnamese): return "từ \(text) trở lên"
    case (.atLeast, .english): return "at least \(text)"
    case (.moreThan, .vietnamese): return "trên \(text)"
    case (.moreThan, .english): return "more than \(text)"
    case (.atMost, .vietnamese): return "không quá \(text)"
    case (.atMost, .english): return "at most \(text)"
    case (.lessThan, .vietnamese): return "dưới \(text)"
    case (.lessThan, .english): return "less than \(text)"
    case (.equal, .vietnamese): return "đạt \(text)"
    case (.equal, .english): return text
    }
  }

  private static func relative(_ comparator: Goal.Comparator, year: Int, in language: Language) -> String {
    switch (comparator, language) {
    case (.moreThan, .vietnamese): "cao hơn năm \(year)"
    case (.moreThan, .english): "higher than in \(year)"
    case (.atLeast, .vietnamese): "không thấp hơn năm \(year)"
    case (.atLeast, .english): "no lower than in \(year)"
    case (.lessThan, .vietnamese): "thấp hơn năm \(year)"
    case (.lessThan, .english): "lower than in \(year)"
    case (.atMost, .vietnamese): "không cao hơn năm \(year)"
    case (.atMost, .english): "no higher than in \(year)"
    case (.equal, .vietnamese): "bằng năm \(year)"
    case (.equal, .english): "equal to \(year)"
    }
  }

  /// A reported value as the source words it: `trên 98%`, `over 98%`; of a list with its number: `13 of 15 (86.67%)`.
  package static func value(_ outcome: Outcome, unit: MeasurementUnit) -> LocalizedText {
    LocalizedText { language in
      let number = NumberText.value(outcome.value, unit: unit, in: language)
      let text = share(outcome, unit: unit, in: language).map { "\($0) (\(number))" } ?? number
      switch (outcome.bound, language) {
      case (.exact, _): return text
      case (.above, .vietnamese): return "trên \(text)"
      case (.above, .english): return "over \(text)"
      case (.below, .vietnamese): return "chưa tới \(text)"
      case (.below, .english): return "under \(text)"
      case (.about, .vietnamese): return "khoảng \(text)"
      case (.about, .english): return "about \(text)"
      }
    }
  }

  /// How many of the things on a list a percentage stands for; nil when it is no such percentage.
  private static func share(_ outcome: Outcome, unit: MeasurementUnit, in language: Language) -> String? {
    guard unit == .percent, let size = outcome.listSize, let count = outcome.value.count(of: size) else {
      return nil
    }
    let (part, whole) = (NumberText.whole(count, in: language), NumberText.whole(size, in: language))
    return language == .vietnamese ? "\(part) trên \(whole)" : "\(part) of \(whole)"
  }

  /// How far the outcomes are from the goal; nil when it is not known, and for a share of a list, whose points of a
  /// percent would read as a shortfall of what is on the list.
  package static func distance(_ judgement: Attainment.Judgement, unit: MeasurementUnit) -> Interval? {
    unit == .percent && judgement.answers.contains { $0.listSize != nil } ? nil : judgement.distance
  }

  /// A period in words: `năm 2024`, `tính đến 31/1/2025`.
  package static func period(_ outcome: Outcome) -> LocalizedText {
    period(outcome.period, year: outcome.year, asOf: outcome.asOf)
  }

  package static func period(_ period: Outcome.Period, year: Int, asOf: PartialDate?) -> LocalizedText {
    LocalizedText { language in
      let date = asOf.map { NumberText.date($0, in: language) }
      switch (period, language) {
      case (.fullYear, .vietnamese): return "cả năm \(year)"
      case (.fullYear, .english): return "full year \(year)"
      case (.estimate, .vietnamese):
        return "ước cả năm \(year)" + (date.map { ", công bố \($0)" } ?? ", không rõ tháng công bố")
      case (.estimate, .english):
        return "estimate for \(year)"
          + (date.map { ", published \($0)" } ?? ", month of publication not given")
      case (.firstMonths, .vietnamese): return "từ đầu năm đến \(date ?? String(year))"
      case (.firstMonths, .english): return "January to \(date ?? String(year))"
      case (.month, .vietnamese): return "riêng tháng \(date ?? String(year))"
      case (.month, .english): return "the month of \(date ?? String(year))"
      case (.asOf, .vietnamese):
        return date.map { "tính đến \($0)" } ?? "thời điểm không ghi rõ trong năm \(year)"
      case (.asOf, .english): return date.map { "as of \($0)" } ?? "an unstated day in \(year)"
      case (.fiscalYear, .vietnamese): return "niên độ ngân sách \(year)"
      case (.fiscalYear, .english): return "budget year \(year)"
      }
    }
  }

  package static func level(_ level: AdministrativeLevel) -> LocalizedText {
    switch level {
    case .province: LocalizedText(vi: "cấp tỉnh", en: "provincial level")
    case .district: LocalizedText(vi: "cấp huyện", en: "district level")
    case .commune: LocalizedText(vi: "cấp xã", en: "commune level")
    case .districtAndCommune: LocalizedText(vi: "cấp huyện và cấp xã", en: "district and commune levels")
    case .all: LocalizedText(vi: "các cấp", en: "all levels")
    }
  }

  /// Why a related figure does not answer the target.
  package static func mismatch(_ mismatch: Mismatch, indicators: (Identifier<Indicator>) -> Indicator?)
    -> LocalizedText
  {
    switch mismatch {
    case .year(let year):
      return LocalizedText(vi: "số liệu của năm \(year)", en: "a figure of \(year)")
    case .level(let level):
      let name = self.level(level)
      return LocalizedText(vi: "số liệu của \(name.vi)", en: "a figure of \(name.en)")
    case .denominator:
      return LocalizedText(vi: "cách tính khác (khác mẫu số)", en: "counted over something else")
    case .replaced:
      return LocalizedText(vi: "số ước, đã có số chính thức", en: "an estimate that a final figure replaced")
    case .denominatorUnstated:
      return LocalizedText(
        vi: "nguồn không nói rõ tính trên mẫu số nào", en: "a source does not say what it is counted over")
    case .period(let period, let asOf):
      let name = self.period(period, asOf: asOf)
      return LocalizedText(vi: "khác kỳ: \(name.vi)", en: "another period: \(name.en)")
    case .indicator(let id, let reason):
      let name = indicators(id)?.name ?? LocalizedText(same: id.rawValue)
      return LocalizedText(
        vi: "chỉ số khác (\(name.vi)): \(reason.vi)",
        en: "another indicator (\(name.en)): \(reason.en)")
    case .successor(_, let name):
      return LocalizedText(
        vi: "số liệu của địa phương khác, \(name.vi), nơi địa giới này đã nhập vào",
        en: "a figure of another entity, \(name.en), which this boundary became part of")
    }
  }

  private static func period(_ period: Outcome.Period, asOf: PartialDate?) -> LocalizedText {
    LocalizedText { language in
      let date = asOf.map { " (" + NumberText.date($0, in: language) + ")" } ?? ""
      switch (period, language) {
      case (.fullYear, .vietnamese): return "cả năm"
      case (.fullYear, .english): return "full year"
      case (.estimate, .vietnamese):
        return date.isEmpty
          ? "số ước không rõ tháng công bố" : "số ước công bố trước tháng cuối của kỳ" + date
      case (.estimate, .english):
        return date.isEmpty
          ? "an estimate whose month of publication is not given"
          : "an estimate published before the last month of the period" + date
      case (.firstMonths, .vietnamese): return "một số tháng đầu năm" + date
      case (.firstMonths, .english): return "the first months of the year" + date
      case (.month, .vietnamese): return "riêng một tháng" + date
      case (.month, .english): return "a single month" + date
      case (.asOf, .vietnamese): return "một thời điểm khác" + (date.isEmpty ? " không ghi ngày" : date)
      case (.asOf, .english): return "another point in time" + (date.isEmpty ? ", day not given" : date)
      case (.fiscalYear, .vietnamese): return "niên độ ngân sách"
      case (.fiscalYear, .english): return "the budget year"
      }
    }
  }
}
