/// The search for shares that satisfy as many of several inequalities as possible, by branch and bound.
struct FeasibleSubsystem {
  /// What is decided of a row on the way down.
  private enum Status { case open, satisfied, violated }

  private struct Branch {
    let statuses: [Status]
    /// How many rows can be satisfied below here.
    let bound: Int
  }

  /// A price for a row that is decided otherwise than it turns out, far above what all rows together are worth.
  private static let penalty = 1e4
  /// What a count may be short of a whole number by rounding.
  private static let tolerance = 1e-6

  /// How many rows can be satisfied, at most: proved.
  private(set) var most: Int
  /// About how many multiplications were done.
  private(set) var work = 0

  /// Searches until the number is proved or the work reaches its limit.
  ///
  /// - Parameters:
  ///   - rows: the coefficients of functions over the leaf shares, each satisfied at 1 or more and never below 0.
  ///   - start: shares in the polytope.
  ///   - known: how many rows some shares are known to satisfy.
  ///   - count: how many rows given shares satisfy.
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
        // Everything is decided and rounding alone leaves it in doubt.
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
      // The likelier one is taken first, from the end.
      pending += solution.shortfalls[row] <= 0.5 ? children : children.reversed()
    }
    most = max(proved, known)
    work = master.work
  }

  /// How far a row is from being decided, 0 to ½.
  private static func doubt(_ shortfall: Double) -> Double { min(shortfall, max(1 - shortfall, 0)) }
}
