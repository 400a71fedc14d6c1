/// Finds the greatest number of inequalities that some shares satisfy together, by branch and bound.
struct FeasibleSubsystem {
  /// The decision on a row in a branch.
  private enum Status { case open, satisfied, violated }

  private struct Branch {
    let statuses: [Status]
    /// The greatest number of rows that can be satisfied in this branch.
    let bound: Int
  }

  /// The cost of violating a decision on a row, far above the total cost of all rows.
  private static let penalty = 1e4
  /// The rounding error allowed in a count.
  private static let tolerance = 1e-6

  /// A proved upper bound on the number of rows that can be satisfied.
  private(set) var most: Int
  /// The approximate number of multiplications done.
  private(set) var work = 0

  /// Searches until the number is proved or the work reaches its limit.
  ///
  /// - Parameters:
  ///   - rows: the coefficients of functions of the leaf shares; a row is satisfied at 1 or more and is never below 0.
  ///   - start: shares in the polytope.
  ///   - known: the number of rows that some shares are known to satisfy.
  ///   - count: the number of rows that given shares satisfy.
  init(
    rows: [[Double]], polytope: WeightPolytope, start: [Double], known: Int, workLimit: Int,
    count: ([Double]) -> Int
  ) {
    most = rows.count
    var known = known
    guard known < most, workLimit > 0 else { return }
    var master = SubsystemMaster(rows: rows, polytope: polytope, start: start)
    var pending = [Branch(statuses: rows.map { _ in .open }, bound: rows.count)]
    var proved = known
    while let branch = pending.popLast() {
      guard branch.bound > known else { continue }
      guard master.work < workLimit else {
        proved = max(proved, branch.bound, pending.map(\.bound).max() ?? 0)
        break
      }
      for (row, status) in branch.statuses.enumerated() {
        (master.shortfallCosts[row], master.excessCosts[row]) =
          switch status {
          case .open: (1, 0)
          case .satisfied: (Self.penalty, 0)
          case .violated: (0, Self.penalty)
          }
      }
      let wanted = branch.statuses.count { $0 != .violated }
      let solution = master.solve(
        atLeast: Double(wanted - known - 1) + 2 * Self.tolerance, workLimit: workLimit)
      let bound = min(
        branch.bound, Int((Double(wanted) - solution.leastCost + Self.tolerance).rounded(.down)))
      guard bound > known else { continue }
      known = max(known, count(solution.shares))
      guard bound > known else { continue }
      let open = branch.statuses.indices.filter { branch.statuses[$0] == .open }
      let split = open.max { Self.doubt(solution.shortfalls[$0]) < Self.doubt(solution.shortfalls[$1]) }
      guard let row = split else {
        // Every row is decided, but rounding leaves the result in doubt.
        proved = max(proved, bound)
        continue
      }
      var satisfied = branch.statuses
      satisfied[row] = .satisfied
      var violated = branch.statuses
      violated[row] = .violated
      let children = [
        Branch(statuses: violated, bound: min(bound, wanted - 1)), Branch(statuses: satisfied, bound: bound),
      ]
      // The likelier child goes last, because branches are taken from the end.
      pending += solution.shortfalls[row] <= 0.5 ? children : children.reversed()
    }
    most = max(proved, known)
    work = master.work
  }

  /// How undecided a row is, 0 to ½.
  private static func doubt(_ shortfall: Double) -> Double { min(shortfall, max(1 - shortfall, 0)) }
}
