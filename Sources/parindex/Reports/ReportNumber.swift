internal import Scoring
internal import Text

/// Formats computed numbers for people and for programs.
struct ReportNumber {
  let language: Language

  /// A number with 0 to 4 decimals; a dash for nil. Numbers beyond the range of exact decimals appear in their shortest
  /// form.
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

  /// A share, 0 to 1, in percent without the sign.
  func percent(_ share: Double?, places: Int) -> String { text(share.map { $0 * 100 }, places: places) }

  /// The decimals that distinguish scores: two if a score is ten or more, else four.
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
