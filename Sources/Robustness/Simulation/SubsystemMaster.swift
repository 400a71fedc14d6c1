/// A linear program over the convex combinations of points of a ``WeightPolytope``, solved by the revised simplex
/// method with column generation (Dantzig and Wolfe 1960).
///
/// Each row j is a linear function uⱼ of the shares, not below 0 on the polytope, with a wanted value of 1 or more. The
/// program minimises Σ aⱼrⱼ + bⱼeⱼ subject to uⱼ(y) + rⱼ − eⱼ = 1: a cost for each shortfall and each excess. Only
/// points that can lower the cost are generated, as maxima of a linear function over the polytope.
///
/// The proof does not depend on the accuracy of the simplex steps: for any π with −bⱼ ≤ πⱼ ≤ aⱼ the cost is at least Σ
/// πⱼ − max Σ πⱼuⱼ(y), and that maximum is computed directly.
struct SubsystemMaster {
  /// The result of ``solve(atLeast:workLimit:)``.
  struct Solution {
    /// A lower bound on the cost of all shares.
    let leastCost: Double
    /// The shortfall of each row at ``shares``.
    let shortfalls: [Double]
    /// The shares of least cost, up to rounding.
    let shares: [Double]
  }

  /// The cost of each row below 1 and above 1. They may change between programs; the basis is kept.
  var shortfallCosts: [Double]
  var excessCosts: [Double]

  private var polytope: WeightPolytope
  private let rows: [[Double]]
  private let leafCount: Int
  private var basis: SimplexBasis
  private var searches = 0

  /// - Parameters:
  ///   - rows: the coefficients of each function over the leaf shares.
  ///   - start: shares in the polytope.
  init(rows: [[Double]], polytope: WeightPolytope, start: [Double]) {
    self.rows = rows
    self.polytope = polytope
    leafCount = start.count
    shortfallCosts = rows.map { _ in 1 }
    excessCosts = rows.map { _ in 0 }
    basis = SimplexBasis(shares: start, values: Self.values(of: rows, at: start))
  }

  /// The approximate number of multiplications done.
  var work: Int { basis.work + 2 * searches * rows.count * leafCount }

  /// Finds the least cost. Stops early, with a smaller bound, when the bound reaches `bound` or the work its limit.
  mutating func solve(atLeast bound: Double, workLimit: Int) -> Solution {
    var leastCost = 0.0
    var coefficients = [Double](repeating: 0, count: leafCount)
    var shares = coefficients
    // Far more steps than a program needs, so that cycling ends.
    let last = basis.pivots + 50 * (rows.count + 1)
    while basis.pivots < last, work < workLimit {
      let prices = basis.prices(unitCost)
      if let entering = unpriced(prices) {
        guard basis.enter(entering) else { break }
        continue
      }
      searches += 1
      for place in coefficients.indices { coefficients[place] = 0 }
      var wanted = 0.0
      for row in rows.indices {
        let price = min(max(prices[row], -excessCosts[row]), shortfallCosts[row])
        guard price != 0 else { continue }
        wanted += price
        let values = rows[row]
        for place in values.indices { coefficients[place] += price * values[place] }
      }
      let greatest = polytope.maximum(coefficients, shares: &shares)
      leastCost = max(leastCost, wanted - greatest)
      let cost = self.cost
      if leastCost >= bound || cost - leastCost <= 1e-9 * max(1, cost) { break }
      guard basis.enter(.point(shares: shares, values: Self.values(of: rows, at: shares) + [1])) else {
        break
      }
    }
    return Solution(leastCost: leastCost, shortfalls: shortfalls, shares: combined)
  }

  private static func values(of rows: [[Double]], at shares: [Double]) -> [Double] {
    rows.map { row in
      var sum = 0.0
      for place in row.indices { sum += row[place] * shares[place] }
      return sum
    }
  }

  private func unitCost(_ column: SimplexBasis.BasisColumn) -> Double {
    switch column {
    case .shortfall(let row): shortfallCosts[row]
    case .excess(let row): excessCosts[row]
    case .point: 0
    }
  }

  /// The shortfall or excess that lowers the cost most, if any does.
  private func unpriced(_ prices: [Double]) -> SimplexBasis.BasisColumn? {
    var best: SimplexBasis.BasisColumn?
    var gain = 0.0
    for row in rows.indices {
      let tolerance = 1e-9 * max(1, shortfallCosts[row], excessCosts[row])
      if prices[row] - shortfallCosts[row] > max(gain, tolerance) {
        (best, gain) = (.shortfall(row), prices[row] - shortfallCosts[row])
      } else if -prices[row] - excessCosts[row] > max(gain, tolerance) {
        (best, gain) = (.excess(row), -prices[row] - excessCosts[row])
      }
    }
    return best
  }

  private var cost: Double {
    zip(basis.columns, basis.amounts).reduce(0) { $0 + unitCost($1.0) * $1.1 }
  }

  private var shortfalls: [Double] {
    var result = [Double](repeating: 0, count: rows.count)
    for (column, amount) in zip(basis.columns, basis.amounts) {
      if case .shortfall(let row) = column { result[row] = max(amount, 0) }
    }
    return result
  }

  /// The shares given by the points of the basis.
  private var combined: [Double] {
    var result = [Double](repeating: 0, count: leafCount)
    var whole = 0.0
    for (column, amount) in zip(basis.columns, basis.amounts) where amount > 0 {
      guard case .point(let shares, _) = column else { continue }
      whole += amount
      for leaf in result.indices { result[leaf] += amount * shares[leaf] }
    }
    return whole > 0 ? result.map { $0 / whole } : result
  }
}
