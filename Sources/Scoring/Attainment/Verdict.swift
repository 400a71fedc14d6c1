package import Text

/// The result of comparing a target with the outcomes that answer it.
package enum Verdict: String, CaseIterable, Encodable, Sendable {
  /// Every value that the outcome may have satisfies the goal.
  case met
  /// No value that the outcome may have satisfies it.
  case missed
  /// Some values satisfy it and some do not: a bound, an approximation or a conflict.
  case undetermined
  /// The deadline lies after the as-of date.
  case pending
  /// Nothing answers the target.
  case noData = "no-data"
  /// There is no number and no agreed evidence.
  case notMeasurable = "not-measurable"

  /// The name readers see.
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

  /// The verdict of something that is met when all its parts are: stages of a target, parts of a compound.
  ///
  /// One missed part misses the whole. Otherwise what keeps the whole from being met is named: an
  /// undetermined part, a part without data, one not due yet, one that cannot be measured. Nil for no parts.
  package static func allOf(_ parts: [Verdict]) -> Verdict? {
    let order: [Verdict] = [.missed, .undetermined, .noData, .pending, .notMeasurable]
    guard !parts.isEmpty else { return nil }
    return order.first(where: parts.contains) ?? .met
  }
}
