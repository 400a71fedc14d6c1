/// The basis of a ``SubsystemMaster``: one column per row, and one for the sum of the convex combination.
struct SimplexBasis {
  /// A column of the program.
  enum BasisColumn {
    /// The amount by which a row falls short of 1.
    case shortfall(Int)
    /// The amount by which a row exceeds 1.
    case excess(Int)
    /// A point of the polytope: its leaf shares, and the values of the rows there followed by 1.
    case point(shares: [Double], values: [Double])
  }

  private(set) var columns: [BasisColumn]
  /// The amount of each column, not below 0 except for rounding.
  private(set) var amounts: [Double]
  /// The approximate number of multiplications done.
  private(set) var work: Int
  private(set) var pivots = 0

  private let size: Int
  /// The inverse of the matrix of columns, row by row.
  private var inverse: [Double]

  /// The basis of one point, with the shortfall or excess of each row there.
  init(shares: [Double], values: [Double]) {
    size = values.count + 1
    columns = values.indices.map { values[$0] < 1 ? .shortfall($0) : .excess($0) }
    columns.append(.point(shares: shares, values: values + [1]))
    inverse = [Double](repeating: 0, count: size * size)
    for (row, value) in values.enumerated() {
      let sign: Double = value < 1 ? 1 : -1
      inverse[row * size + row] = sign
      inverse[row * size + values.count] = -sign * value
    }
    inverse[size * size - 1] = 1
    amounts = values.map { ($0 - 1).magnitude } + [1]
    work = size * size
  }

  /// The simplex multipliers for the cost of each column; the last one belongs to the sum of the combination.
  func prices(_ cost: (BasisColumn) -> Double) -> [Double] {
    var result = [Double](repeating: 0, count: size)
    for (place, column) in columns.enumerated() {
      let cost = cost(column)
      guard cost != 0 else { continue }
      for row in 0..<size { result[row] += cost * inverse[place * size + row] }
    }
    return result
  }

  /// Brings a column into the basis; false when rounding leaves no pivot.
  mutating func enter(_ column: BasisColumn) -> Bool {
    let direction = self.direction(of: column)
    var leaving = -1
    var step = Double.infinity
    for place in 0..<size where direction[place] > 1e-9 {
      let ratio = max(amounts[place], 0) / direction[place]
      // Among equal steps the larger divisor loses less precision.
      if ratio < step || (ratio == step && direction[place] > direction[leaving]) {
        (leaving, step) = (place, ratio)
      }
    }
    guard leaving >= 0 else { return false }
    for place in 0..<size { amounts[place] -= step * direction[place] }
    amounts[leaving] = step
    let size = size
    inverse.withUnsafeMutableBufferPointer { inverse in
      let own = leaving * size
      for entry in own..<own + size { inverse[entry] /= direction[leaving] }
      for place in 0..<size where place != leaving && direction[place] != 0 {
        let factor = direction[place]
        let start = place * size
        for row in 0..<size { inverse[start + row] -= factor * inverse[own + row] }
      }
    }
    columns[leaving] = column
    pivots += 1
    work += size * size
    if pivots.isMultiple(of: max(100, size)) { refactor() }
    return true
  }

  /// The inverse times a column.
  private func direction(of column: BasisColumn) -> [Double] {
    switch column {
    case .shortfall(let row): return (0..<size).map { inverse[$0 * size + row] }
    case .excess(let row): return (0..<size).map { -inverse[$0 * size + row] }
    case .point(_, let values):
      return inverse.withUnsafeBufferPointer { inverse in
        (0..<size).map { place in
          var sum = 0.0
          for row in 0..<size { sum += inverse[place * size + row] * values[row] }
          return sum
        }
      }
    }
  }

  /// Recomputes the inverse and the amounts by elimination, so that rounding errors do not accumulate.
  private mutating func refactor() {
    var matrix = [Double](repeating: 0, count: size * size)
    inverse = matrix
    for (place, column) in columns.enumerated() {
      switch column {
      case .shortfall(let row): matrix[row * size + place] = 1
      case .excess(let row): matrix[row * size + place] = -1
      case .point(_, let values): for row in 0..<size { matrix[row * size + place] = values[row] }
      }
      inverse[place * size + place] = 1
    }
    for column in 0..<size {
      let pivotRow =
        (column..<size).max {
          matrix[$0 * size + column].magnitude < matrix[$1 * size + column].magnitude
        } ?? column
      guard matrix[pivotRow * size + column] != 0 else { continue }
      for place in 0..<size where pivotRow != column {
        matrix.swapAt(pivotRow * size + place, column * size + place)
        inverse.swapAt(pivotRow * size + place, column * size + place)
      }
      let divisor = matrix[column * size + column]
      for place in 0..<size {
        matrix[column * size + place] /= divisor
        inverse[column * size + place] /= divisor
      }
      for row in 0..<size where row != column && matrix[row * size + column] != 0 {
        let factor = matrix[row * size + column]
        for place in 0..<size {
          matrix[row * size + place] -= factor * matrix[column * size + place]
          inverse[row * size + place] -= factor * inverse[column * size + place]
        }
      }
    }
    // The right-hand side is 1 in every row.
    amounts = (0..<size).map { place in (0..<size).reduce(0) { $0 + inverse[place * size + $1] } }
    work += 2 * size * size * size
  }
}
