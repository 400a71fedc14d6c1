/// What the published rows of one node say about its points.
package struct PointsReading: Sendable {
  /// The points by exact arithmetic on the printed figures; nil when rows disagree or only give bounds.
  var nominal: ExactDecimal?
  /// The possible points, allowing for rounding.
  var interval: Interval
  /// The points according to each exact row, the most precise first.
  var candidates: [ExactDecimal]
  /// Whether rows disagree by more than rounding.
  var isConflicting: Bool

  /// Reads the rows of one node; nil when no row says anything about its points.
  ///
  /// - Parameters:
  ///   - entries: rows of the same node and basis.
  ///   - maximum: the possible values of the maximum; nil when unknown.
  init?(_ entries: [ScorecardEntry], maximum: Interval?) {
    let readings = entries.compactMap { PointsReading.read($0, maximum: maximum) }
    let intervals = readings.map(\.interval)
    guard let first = intervals.first, let hull = intervals.reduceHull() else { return nil }
    let common = intervals.dropFirst().reduce(first) { (common: Interval?, next) in
      common.flatMap { $0.intersection(next) }
    }
    isConflicting = common == nil
    interval = common ?? hull
    // Printed points precede percentages and more precise figures precede coarser ones, so the order of the rows does
    // not matter.
    candidates = readings.sorted { $0.precedence < $1.precedence }.compactMap(\.nominal)
    nominal = isConflicting ? nil : candidates.first
  }

  /// Points set by a rule instead of a row.
  init(given points: Interval) {
    nominal = points.isExact ? points.lower : nil
    candidates = nominal.map { [$0] } ?? []
    interval = points
    isConflicting = false
  }

  private struct Reading {
    let nominal: ExactDecimal?
    let interval: Interval
    let isPrinted: Bool

    var precedence: (Int, ExactDecimal, ExactDecimal) { (isPrinted ? 0 : 1, interval.width, interval.lower) }
  }

  private static func read(_ entry: ScorecardEntry, maximum: Interval?) -> Reading? {
    let printedMaximum = entry.maximum.map { Interval($0.value) }
    let whole = printedMaximum ?? maximum
    if let points = entry.points {
      var interval = Interval(rounding: points)
      if let percent = entry.percent, let whole {
        // If a row contradicts itself, both of its figures remain possible.
        let other = whole.taking(percent: Interval(rounding: percent))
        interval = interval.intersection(other) ?? interval.hull(other)
      }
      return Reading(
        nominal: entry.bound == .exact ? points.value : nil,
        interval: bounded(interval, entry.bound, whole: whole), isPrinted: true)
    }
    guard let percent = entry.percent, let whole else { return nil }
    let interval = whole.taking(percent: Interval(rounding: percent))
    let isNominal = whole.isExact && entry.bound == .exact
    return Reading(
      nominal: isNominal ? ExactDecimal.percent(percent.value, of: whole.lower) : nil,
      interval: bounded(interval, entry.bound, whole: whole), isPrinted: false)
  }

  /// Limits points to zero and the maximum; a bound opens one side.
  private static func bounded(_ interval: Interval, _ bound: Bound, whole: Interval?) -> Interval {
    let top = whole?.upper ?? max(interval.upper, ExactDecimal(100))
    let limits = Interval(between: .zero, and: top)
    let opened: Interval =
      switch bound {
      case .exact: interval
      case .above: Interval(between: interval.lower, and: max(top, interval.lower))
      case .below: Interval(between: .zero, and: interval.upper)
      case .about: interval.widened(percent: 10)
      }
    return opened.intersection(limits) ?? opened
  }
}

extension ExactDecimal {
  /// `percent` hundredths of a whole, rounded to four decimals, halves away from zero; nil beyond the range of the
  /// type.
  package static func percent(_ percent: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal? {
    let product = Int128(percent.tenThousandths) * Int128(whole.tenThousandths)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: 1_000_000)
    let step: Int128 = remainder.magnitude >= 500_000 ? (product < 0 ? -1 : 1) : 0
    return Int64(exactly: quotient + step).map(ExactDecimal.init(tenThousandths:))
  }
}

extension Interval {
  /// Widened by a percentage of each end, for values that a source calls approximate. The percentage is the toolkit's
  /// own convention and stated wherever it is used.
  func widened(percent: Int) -> Interval {
    func share(_ value: ExactDecimal) -> ExactDecimal {
      ExactDecimal(
        tenThousandths: Int64(clamping: Int128(value.magnitude.tenThousandths) * Int128(percent) / 100))
    }
    return Interval(between: lower - share(lower), and: upper + share(upper))
  }
}

extension Array where Element == Interval {
  /// The smallest interval that contains all; nil for an empty array.
  func reduceHull() -> Interval? { dropFirst().reduce(first) { $0?.hull($1) } }
}
