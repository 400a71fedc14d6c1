package import Scoring
package import Text

/// The only place that words nodes, sums and steps of reasoning about scores.
package enum ScoreWording {
  /// A short name of a node: `LV3`, `tổng điểm`, `khối SIPAS`.
  package static func label(_ key: ScoreKey, edition: Edition?) -> LocalizedText {
    let name = label(key.node, edition: edition)
    guard key.isAppraisalOnly else { return name }
    return LocalizedText(vi: name.vi + " (phần thẩm định)", en: name.en + " (appraisal part)")
  }

  package static func label(_ node: NodeCode, edition: Edition?) -> LocalizedText {
    switch node {
    case .total: return LocalizedText(vi: "tổng điểm", en: "total")
    case .part: return LocalizedText(same: node.description)
    case .block(let id):
      let known = edition?.blocks.first { $0.id == id }?.name
      if let known { return known }
      let isImpact = id == "impact"
      return isImpact ? LocalizedText(vi: "khối tác động", en: "impact block") : LocalizedText(same: id)
    }
  }

  /// `LV3, LV5 và LV6` / `LV3, LV5 and LV6`.
  package static func list(_ keys: [ScoreKey], edition: Edition?) -> LocalizedText {
    LocalizedText { language in
      let names = keys.map { label($0, edition: edition)[language] }
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      let and = language == .vietnamese ? " và " : " and "
      return names.dropLast().joined(separator: ", ") + and + last
    }
  }

  /// `tổng điểm = LV1 + LV2 + …`.
  package static func sum(_ constraint: SumSystem<ScoreKey>.Constraint, edition: Edition?) -> LocalizedText {
    LocalizedText { language in
      let parts = constraint.parts.map { label($0, edition: edition)[language] }
      return label(constraint.total, edition: edition)[language] + " = " + parts.joined(separator: " + ")
    }
  }

  /// `từ 43,35 đến 43,44` / `43.35 to 43.44`, the ends rounded outward so that nothing possible is left out; the whole
  /// value when it is exact.
  package static func interval(_ interval: Interval, places: Int = 2) -> LocalizedText {
    LocalizedText { language in
      if interval.isExact {
        return NumberText.printed(PrintedDecimal(interval.lower, decimals: places), in: language)
      }
      let outward = interval.roundedOutward(places: places)
      let lower = NumberText.decimal(outward.lower, places: places, in: language)
      let upper = NumberText.decimal(outward.upper, places: places, in: language)
      return language == .vietnamese ? "từ \(lower) đến \(upper)" : "\(lower) to \(upper)"
    }
  }

  /// One step of reasoning: what a sum implies for a figure.
  package static func step(_ step: SumSystem<ScoreKey>.SumStep, edition: Edition?) -> LocalizedText {
    let name = label(step.name, edition: edition)
    let sum = sum(step.constraint, edition: edition)
    let result = interval(step.after, places: 4)
    return LocalizedText(
      vi: "Từ \(sum.vi): \(name.vi) là \(result.vi) điểm.",
      en: "From \(sum.en): \(name.en) is \(result.en) points.")
  }

  /// The total of the unpublished parts of a sum.
  package static func remainder(_ remainder: ScorecardAnalysis.PointsRemainder, edition: Edition?)
    -> LocalizedText
  {
    LocalizedText { language in
      let names = list(remainder.unknown, edition: edition)[language]
      let known = remainder.constraint.parts.filter { !remainder.unknown.contains($0) }
      let total = label(remainder.constraint.total, edition: edition)[language]
      let others = list(known, edition: edition)[language]
      let range = interval(remainder.interval, places: 2)[language]
      let value = remainder.nominal.map { NumberText.decimal($0, places: 2, in: language) } ?? range
      let maximum = remainder.maximum.map { interval($0, places: 2)[language] }
      if language == .vietnamese {
        let top = maximum.map { " trên tối đa \($0)" } ?? ""
        let rounding = value == range ? "" : " (\(range) khi tính cả làm tròn)"
        return "\(names) cộng lại \(value) điểm\(top)\(rounding): \(total) trừ \(others)."
      }
      let top = maximum.map { " of at most \($0)" } ?? ""
      let rounding = value == range ? "" : " (\(range) with rounding considered)"
      return "\(names) together: \(value) points\(top)\(rounding): \(total) less \(others)."
    }
  }

  /// The verdict of a reconciliation.
  package static func verdict(_ verdict: Reconciliation.ReconciliationVerdict) -> LocalizedText {
    switch verdict {
    case .agrees:
      LocalizedText(vi: "khớp trong phạm vi làm tròn", en: "agrees within rounding")
    case .differs(let amount):
      LocalizedText { language in
        let number = NumberText.signed(amount, places: 2, in: language)
        return language == .vietnamese ? "lệch \(number)" : "differs by \(number)"
      }
    case .cannotBeChecked:
      LocalizedText(vi: "chưa kiểm tra được", en: "cannot be checked")
    }
  }
}
