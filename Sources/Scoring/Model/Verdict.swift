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
  /// The entity ended before the deadline and no outcome answers the target.
  case lapsed
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
    case .lapsed: LocalizedText(vi: "Dừng do sáp nhập", en: "Lapsed")
    case .noData: LocalizedText(vi: "Chưa tìm thấy số liệu", en: "No result found")
    case .notMeasurable: LocalizedText(vi: "Không thấy con số", en: "No number found")
    }
  }

  /// Whether it says how an outcome compares with the goal.
  package var restsOnOutcome: Bool { self == .met || self == .missed || self == .undetermined }

  /// The version of the judging rules. It changes whenever the same data could get another verdict, so that a verdict
  /// can be cited together with the rules that gave it.
  package static let rulesVersion = "2"

  /// The verdict on a whole that is met when all its parts are met: stages of a target, parts of a promise. Nil when
  /// there are no parts.
  ///
  /// Parts without a number are not counted unless there are no others. The first line that applies decides:
  ///
  /// | the counted parts | the whole |
  /// | --- | --- |
  /// | one is missed | missed |
  /// | one is undetermined, or some are met and others have no data | undetermined |
  /// | one is pending | pending |
  /// | one is lapsed | lapsed |
  /// | none has data | no data |
  /// | all are met | met |
  package static func whole(of parts: [Verdict]) -> Verdict? {
    guard !parts.isEmpty else { return nil }
    let counted = Set(parts).subtracting([.notMeasurable])
    if counted.isEmpty { return .notMeasurable }
    if counted.isSuperset(of: [.met, .noData]), !counted.contains(.missed) { return .undetermined }
    let order: [Verdict] = [.missed, .undetermined, .pending, .lapsed, .noData]
    return order.first(where: counted.contains) ?? .met
  }
}
