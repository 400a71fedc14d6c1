internal import Scoring

extension Record {
  /// Reports a value outside the range of its unit.
  ///
  /// - Parameters:
  ///   - mayExceedHundred: whether a percentage above 100 is possible.
  ///   - mayBeNegative: whether a value below 0 is possible.
  func checkRange(
    _ value: ExactDecimal, key: String, unit: Unit, mayExceedHundred: Bool, mayBeNegative: Bool
  ) {
    let hundred = ExactDecimal(100)
    if unit == .percent, value > hundred, !mayExceedHundred {
      report(.percentOver100("\(value)"), key: key)
      return
    }
    let bounds = Record.bounds(of: unit)
    let isBelow = !mayBeNegative && bounds.low.map { value < ExactDecimal($0) } ?? false
    let isAbove = bounds.high.map { value > ExactDecimal($0) } ?? false
    if isBelow || isAbove || (bounds.isWhole && !value.isWhole) {
      report(
        .numberOutOfRange("\(value)", low: bounds.low, high: bounds.high, isWhole: bounds.isWhole), key: key)
    }
  }

  private static func bounds(of unit: Unit) -> (low: Int?, high: Int?, isWhole: Bool) {
    switch unit {
    case .percent, .points, .minutes, .billionVND, .count: (0, nil, false)
    case .percentagePoints, .none: (nil, nil, false)
    case .rank: (1, nil, true)
    case .index: (0, 1, false)
    case .group: (1, 4, true)
    }
  }

  /// Reads `rank` and `list_size` and reports a rank outside its list.
  func rankInList() -> (rank: Int?, listSize: Int?) {
    let size = integer("list_size", in: 1...1000)
    let rank = integer("rank", in: 1...1000)
    if let rank, let size, rank > size { report(.rankOutOfList(rank: rank, size: size), key: "rank") }
    return (rank, size)
  }

  /// The column `year`.
  func year(_ key: String = "year", required isRequired: Bool = true) -> Int? {
    integer(key, in: 1990...2100, required: isRequired)
  }
}
