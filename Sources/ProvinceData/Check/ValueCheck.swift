internal import Scoring
internal import Text

/// Checks whether a number is possible in its unit.
struct ValueCheck {
  let unit: MeasurementUnit
  var mayExceedHundred = false
  var mayBeNegative = false

  /// Checks a number and the text that it was parsed from; nil when there is none.
  func check(_ value: PrintedDecimal?, _ scalar: Scalar?, _ context: ParseContext) {
    guard let value, let scalar, let rule = fault(value, scalar.text) else { return }
    context.report(rule, at: scalar.position)
  }

  private func fault(_ printed: PrintedDecimal, _ text: String) -> Rule? {
    let value = printed.value
    if value == .zero, text.hasPrefix("-") { return .plausibleMinusZero(value: text) }
    switch unit {
    case .rank where printed.whole == nil, .group where !value.isWhole, .count where printed.whole == nil:
      return .numberNotWhole(value: text)
    case .rank:
      return inside(value, text, 1...1000)
    case .group:
      return inside(value, text, 1...4)
    case .index where value >= .zero:
      return inside(value, text, 0...1)
    case .percent where value > ExactDecimal(100) && !mayExceedHundred:
      return .percentOverHundred(value: text)
    default:
      return value < .zero && !mayBeNegative && unit != .percentagePoints ? .numberNegative(value: text) : nil
    }
  }

  private func inside(_ value: ExactDecimal, _ text: String, _ range: ClosedRange<Int>) -> Rule? {
    let isInside = value >= ExactDecimal(range.lowerBound) && value <= ExactDecimal(range.upperBound)
    return isInside
      ? nil : .numberOutOfRange(value: text, low: String(range.lowerBound), high: String(range.upperBound))
  }
}
