/// The linear program of figures within intervals that are linked by sums: the exact range of each figure.
///
/// Narrowing one sum after the other is not enough where sums share several figures: components and blocks cut the same
/// points in two ways. This is the primal simplex method for bounded figures, in fractions instead of floating point.
/// Of equal choices the first figure is taken (the rule of Bland), so it always ends.
struct SumProgram: Sendable {
  /// `total` equals the sum of `parts`, by position.
  struct Sum: Hashable, Sendable {
    let total: Int
    let parts: [Int]

    var members: [Int] { [total] + parts }
  }

  private let lower: [Fraction]
  private let upper: [Fraction]
  /// Within its bounds once a point is found; every figure that is not basic lies at one of its bounds.
  private var values: [Fraction]
  /// The basic figure of each row.
  private var basics: [Int] = []
  /// Each basic figure as a combination of the others: a coefficient for each figure.
  private var rows: [[Fraction]] = []
  private var isBasic: [Bool]

  /// Sets up the program; nil when no point satisfies all sums and intervals.
  init?(_ intervals: [Interval], sums: [Sum]) throws(FractionOverflow) {
    lower = intervals.map { Fraction(Int128($0.lower.tenThousandths)) }
    upper = intervals.map { Fraction(Int128($0.upper.tenThousandths)) }
    values = lower
    isBasic = Array(repeating: false, count: intervals.count)
    for sum in sums { try addRow(sum) }
    for (row, basic) in basics.enumerated() {
      var value = Fraction.zero
      for figure in rows[row].indices where rows[row][figure] != .zero {
        value = try value + rows[row][figure] * values[figure]
      }
      values[basic] = value
    }
    guard try findsPoint() else { return nil }
  }

  /// Adds the equation of a sum, unless it follows from the others.
  private mutating func addRow(_ sum: Sum) throws(FractionOverflow) {
    var equation = Array(repeating: Fraction.zero, count: lower.count)
    for part in sum.parts { equation[part] = try equation[part] + .one }
    equation[sum.total] = try equation[sum.total] - .one
    for (row, basic) in basics.enumerated() where equation[basic] != .zero {
      let factor = equation[basic]
      equation[basic] = .zero
      try add(rows[row], times: factor, to: &equation)
    }
    guard let basic = equation.firstIndex(where: { $0 != .zero }) else { return }
    let divisor = -equation[basic]
    equation[basic] = .zero
    for figure in equation.indices where equation[figure] != .zero {
      equation[figure] = try equation[figure] / divisor
    }
    try replace(basic, by: equation)
    rows.append(equation)
    basics.append(basic)
    isBasic[basic] = true
  }

  private func add(_ row: [Fraction], times factor: Fraction, to target: inout [Fraction])
    throws(FractionOverflow)
  {
    for figure in row.indices where row[figure] != .zero {
      target[figure] = try target[figure] + factor * row[figure]
    }
  }

  /// Writes a combination in the place of a figure in all rows.
  private mutating func replace(_ figure: Int, by combination: [Fraction]) throws(FractionOverflow) {
    for row in rows.indices where rows[row][figure] != .zero {
      let factor = rows[row][figure]
      rows[row][figure] = .zero
      try add(combination, times: factor, to: &rows[row])
    }
  }

  /// Moves to a point that satisfies everything; false when there is none.
  private mutating func findsPoint() throws(FractionOverflow) -> Bool {
    while true {
      var worst: (row: Int, bound: Fraction, rises: Bool)?
      for (row, basic) in basics.enumerated() where worst.map({ basic < basics[$0.row] }) != false {
        if try Fraction.isLess(values[basic], lower[basic]) {
          worst = (row, lower[basic], true)
        } else if try Fraction.isLess(upper[basic], values[basic]) {
          worst = (row, upper[basic], false)
        }
      }
      guard let (row, bound, rises) = worst else { return true }
      let helper = lower.indices.first { figure in
        let slope = rows[row][figure]
        return slope != .zero && canMove(figure, up: slope.isPositive == rises)
      }
      guard let helper else { return false }
      let step = try (bound - values[basics[row]]) / rows[row][helper]
      try move(helper, by: step)
      try pivot(row, with: helper)
    }
  }

  private func canMove(_ figure: Int, up: Bool) -> Bool {
    !isBasic[figure] && values[figure] != (up ? upper : lower)[figure]
  }

  private mutating func move(_ figure: Int, by step: Fraction) throws(FractionOverflow) {
    values[figure] = try values[figure] + step
    for (row, basic) in basics.enumerated() where rows[row][figure] != .zero {
      values[basic] = try values[basic] + rows[row][figure] * step
    }
  }

  /// Makes a figure basic in the place of the basic figure of a row.
  private mutating func pivot(_ row: Int, with figure: Int) throws(FractionOverflow) {
    let leaving = basics[row]
    let slope = rows[row][figure]
    var combination = rows[row]
    combination[figure] = .zero
    for other in combination.indices where combination[other] != .zero {
      combination[other] = try -(combination[other] / slope)
    }
    combination[leaving] = try Fraction.one / slope
    rows[row] = combination
    (isBasic[leaving], isBasic[figure]) = (false, true)
    basics[row] = figure
    for other in rows.indices where other != row && rows[other][figure] != .zero {
      let factor = rows[other][figure]
      rows[other][figure] = .zero
      try add(combination, times: factor, to: &rows[other])
    }
  }

  /// The range of each figure, ends that are no ten-thousandths rounded outward.
  mutating func ranges() throws(FractionOverflow) -> [Interval] {
    // A bound that some point has is the end of the range: no need to look for it.
    var (isLowerReached, isUpperReached) = (lower.map { _ in false }, lower.map { _ in false })
    func look(_ values: [Fraction]) {
      for figure in values.indices {
        if values[figure] == lower[figure] { isLowerReached[figure] = true }
        if values[figure] == upper[figure] { isUpperReached[figure] = true }
      }
    }
    look(values)
    var result: [Interval] = []
    for figure in lower.indices {
      var (least, greatest) = (lower[figure], upper[figure])
      if !isLowerReached[figure] {
        least = try -greatestSum(of: [(figure, -.one)])
        look(values)
      }
      if !isUpperReached[figure] {
        greatest = try greatestSum(of: [(figure, .one)])
        look(values)
      }
      result.append(Interval(outward: least, greatest))
    }
    return result
  }

  /// The range of a weighted sum of figures, ends that are no ten-thousandths rounded outward.
  mutating func range(of terms: [(figure: Int, weight: Int)]) throws(FractionOverflow) -> Interval {
    let least = try -greatestSum(of: terms.map { ($0.figure, Fraction(Int128(-$0.weight))) })
    let greatest = try greatestSum(of: terms.map { ($0.figure, Fraction(Int128($0.weight))) })
    return Interval(outward: least, greatest)
  }

  /// Moves to a point where the weighted sum is greatest; its value there.
  private mutating func greatestSum(of terms: [(figure: Int, weight: Fraction)]) throws(FractionOverflow)
    -> Fraction
  {
    while let (figure, rises) = try improvement(of: terms) {
      try advance(figure, up: rises)
    }
    var sum = Fraction.zero
    for (figure, weight) in terms { sum = try sum + weight * values[figure] }
    return sum
  }

  /// The first figure whose move raises the weighted sum, and whether upward; nil at the greatest value.
  private func improvement(of terms: [(figure: Int, weight: Fraction)]) throws(FractionOverflow)
    -> (figure: Int, rises: Bool)?
  {
    var gains = Array(repeating: Fraction.zero, count: lower.count)
    for (figure, weight) in terms {
      if let row = basics.firstIndex(of: figure) {
        try add(rows[row], times: weight, to: &gains)
      } else {
        gains[figure] = try gains[figure] + weight
      }
    }
    for figure in gains.indices where gains[figure] != .zero {
      let rises = gains[figure].isPositive
      if canMove(figure, up: rises) { return (figure, rises) }
    }
    return nil
  }

  /// Moves a figure as far as all bounds allow.
  private mutating func advance(_ figure: Int, up: Bool) throws(FractionOverflow) {
    var length = try upper[figure] - lower[figure]
    var blocking: Int?
    for (row, basic) in basics.enumerated() where rows[row][figure] != .zero {
      let slope = rows[row][figure]
      let bound = slope.isPositive == up ? upper[basic] : lower[basic]
      let room = try (bound - values[basic]) / (up ? slope : -slope)
      let isCloser = try Fraction.isLess(room, length)
      if isCloser || room == length && blocking.map({ basic < basics[$0] }) == true {
        (length, blocking) = (room, row)
      }
    }
    try move(figure, by: up ? length : -length)
    if let blocking { try pivot(blocking, with: figure) }
  }
}

extension Interval {
  /// The smallest interval of ten-thousandths around two values in ten-thousandths, the first not above the second.
  fileprivate init(outward least: Fraction, _ greatest: Fraction) {
    self.init(
      between: ExactDecimal(tenThousandths: Int64(clamping: least.floor)),
      and: ExactDecimal(tenThousandths: Int64(clamping: greatest.ceiling)))
  }
}
