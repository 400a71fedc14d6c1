package import Text

/// The result of comparing a target with its matching outcomes.
package enum Verdict: String, CaseIterable, Encodable, Sendable {
  /// Every possible value of the outcome satisfies the goal.
  case met
  /// No possible value of the outcome satisfies the goal.
  case missed
  /// Only some possible values satisfy the goal, because of a bound, an approximation or a conflict.
  case undetermined
  /// The deadline lies after the as-of date.
  case pending
  /// No outcome matches the target.
  case noData = "no-data"
  /// The goal has no number and no agreed evidence.
  case notMeasurable = "not-measurable"

  /// The display name.
  package var name: LocalizedText {
    switch self {
    case .met: LocalizedText(vi: "Đạt", en: "Met")
    case .missed: LocalizedText(vi: "Không đạt", en: "Missed")
    case .undetermined: LocalizedText(vi: "Chưa xác định", en: "Undetermined")
    case .pending: LocalizedText(vi: "Chưa đến hạn", en: "Not yet due")
    case .noData: LocalizedText(vi: "Chưa có số liệu", en: "No data")
    case .notMeasurable: LocalizedText(vi: "Không đo được", en: "Not measurable")
    }
  }

  /// The verdict on a whole that is met when all its parts are met: stages of a target, parts of a compound sentence.
  ///
  /// One missed part makes the whole missed. Otherwise the first obstacle that applies decides, in this order:
  /// undetermined, no data, pending, not measurable. Nil when there are no parts.
  package static func allOf(_ parts: [Verdict]) -> Verdict? {
    let order: [Verdict] = [.missed, .undetermined, .noData, .pending, .notMeasurable]
    guard !parts.isEmpty else { return nil }
    return order.first(where: parts.contains) ?? .met
  }
}
