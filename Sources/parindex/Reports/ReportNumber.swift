internal import Scoring
internal import Text

/// Computed numbers of a report, for people and for programs.
struct ReportNumber {
  let language: Language

  /// With so many decimals, 0 to 4; a dash for nil. Beyond the exact decimals in the shortest form.
  func text(_ value: Double?, places: Int) -> String {
    guard let value, value.isFinite else { return "–" }
    guard value.magnitude < 1e11 else { return "\(value)" }
    let exact = ExactDecimal(tenThousandths: Int64((value * 10_000).rounded()))
    return NumberText.decimal(exact, places: places, in: language)
  }

  /// A value and its Monte Carlo error: `2.31 ± 0.02`.
  func text(_ value: Double?, error: Double?, places: Int) -> String {
    guard value != nil else { return "–" }
    return "\(text(value, places: places)) ± \(text(error, places: places))"
  }

  /// A share between 0 and 1 in percent, without a sign.
  func percent(_ share: Double?, places: Int) -> String { text(share.map { $0 * 100 }, places: places) }

  /// The decimals that tell scores apart: two for scores of ten and more, else four.
  static func places(of scores: [Double?]) -> Int {
    (scores.compactMap { $0?.magnitude }.max() ?? 0) >= 10 ? 2 : 4
  }
}

extension JSONValue {
  /// The shortest decimal that reads back as the same double; null for nil.
  static func double(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    let text = (value == 0 ? 0 : value).description
    return .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
