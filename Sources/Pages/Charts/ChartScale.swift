internal import Scoring

/// A linear scale from values to pixels.
struct ChartScale {
  /// The values shown, both ends included.
  let domain: Interval
  /// The pixel of the lower end.
  let start: Double
  /// The pixel of the upper end; before `start` on an axis that runs upwards.
  let end: Double

  /// The pixel of a value; the middle if the domain has only one value.
  func position(of value: ExactDecimal) -> Double {
    guard !domain.isExact else { return (start + end) / 2 }
    let share = (value.double - domain.lower.double) / domain.width.double
    return start + share * (end - start)
  }

  /// The pixel of a value, clamped to the domain.
  func clamped(_ value: ExactDecimal) -> Double {
    position(of: min(max(value, domain.lower), domain.upper))
  }
}
