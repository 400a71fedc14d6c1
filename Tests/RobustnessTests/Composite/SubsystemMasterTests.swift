import TestSupport
import Testing

@testable import Robustness
@testable import Scoring

/// The linear programs behind rank ranges.
@Suite struct SubsystemMasterTests {
  private func polytope(_ index: CompositeIndex, share: Double, levels: PerturbedLevels) -> WeightPolytope {
    let tree = PerturbedTree(index, levels: levels, share: share)
    return WeightPolytope(tree) { _ in true }
  }

  /// Shares of two equal weights without limits are y and 1 − y. Rows 4y and 2(1 − y) can both be 1, at y = ½. Rows
  /// 4y/3 and 2(1 − y)/3 cannot: satisfying the first alone costs least, at y = ¾, and leaves ⅚.
  @Test func closedForms() throws {
    let index = try Composites.flat([1, 1], [[1, 1]])
    var region = polytope(index, share: 1, levels: .components)
    let start = region.nominalShares()
    #expect(start == [0.5, 0.5])
    var possible = SubsystemMaster(rows: [[4, 0], [0, 2]], polytope: region, start: start)
    #expect(possible.solve(atLeast: .infinity, workLimit: .max).leastCost.isApproximately(0))
    var impossible = SubsystemMaster(rows: [[4.0 / 3, 0], [0, 2.0 / 3]], polytope: region, start: start)
    let solution = impossible.solve(atLeast: .infinity, workLimit: .max)
    #expect(solution.leastCost.isApproximately(5.0 / 6))
    #expect(solution.shares.map(Optional.some).isClose(to: [0.75, 0.25], within: 1e-9))
    // The second has to hold at any cost: y = 0, and it is a third short.
    impossible.shortfallCosts[1] = 1e4
    #expect(impossible.solve(atLeast: .infinity, workLimit: .max).leastCost.isApproximately(1 + 1e4 / 3))
    // Excess costs: at y = ¼ the first is at 1 and the second exceeds 1 by one half.
    possible.shortfallCosts = [0, 0]
    possible.excessCosts = [1e4, 1e4]
    #expect(possible.solve(atLeast: .infinity, workLimit: .max).leastCost.isApproximately(5000))
  }

  /// Maxima over the polytope equal those over its corners and respect the bounds of the raw weights.
  @Test func maximaAreThoseOfTheCorners() throws {
    var random = Random(seed: 3)
    for _ in 0..<40 {
      let index = try Composites.nested([(2, [1, 3]), (3, [1, 1, 2])], [[1, 1, 1, 1, 1]])
      let tree = PerturbedTree(index, levels: .all, share: 0.5)
      var region = polytope(index, share: 0.5, levels: .all)
      let coefficients = (0..<5).map { _ in Double.random(in: -1...1, using: &random) }
      var shares = [Double](repeating: 0, count: 5)
      let greatest = region.maximum(coefficients, shares: &shares)
      #expect(zip(coefficients, shares).reduce(0) { $0 + $1.0 * $1.1 }.isApproximately(greatest))
      let changed = tree.nodes.indices.dropFirst()
      var best = -Double.infinity
      for corner in 0..<(1 << changed.count) {
        let weights = tree.nodes.enumerated().map { place, node in
          place > 0 && corner >> (place - 1) & 1 == 1 ? node.upper : node.lower
        }
        let scores = tree.nodes.indices.reversed().reduce(into: [Double](repeating: 0, count: 8)) {
          values, place in
          let children = tree.nodes[place].children
          values[place] =
            children.isEmpty
            ? coefficients[tree.leaves.firstIndex(of: place) ?? 0]
            : children.reduce(0) { $0 + weights[$1] * values[$1] } / children.reduce(0) { $0 + weights[$1] }
        }
        best = max(best, scores[0])
      }
      #expect(best.isApproximately(greatest))
      let raw = region.rawWeights(for: shares)
      #expect(zip(raw, tree.nodes).allSatisfy { $1.lower <= $0 && $0 <= $1.upper })
    }
  }

  /// The cost is nearly the least over random shares, and never above it.
  @Test func generatedProgramsAreNoWorseThanRandomShares() throws {
    var random = Random(seed: 12)
    let index = try Composites.flat([3, 1, 2, 2], [[1, 1, 1, 1]])
    for _ in 0..<20 {
      var region = polytope(index, share: 0.8, levels: .components)
      let rows = (0..<9).map { _ in (0..<4).map { _ in Double.random(in: 0...2, using: &random) } }
      var master = SubsystemMaster(rows: rows, polytope: region, start: region.nominalShares())
      for row in rows.indices {
        let kind = Int.random(in: 0..<3, using: &random)
        master.shortfallCosts[row] = [1, 50, 0][kind]
        master.excessCosts[row] = [0, 0, 50][kind]
      }
      func cost(_ shares: [Double]) -> Double {
        rows.indices.reduce(0) { sum, row in
          let value = zip(rows[row], shares).reduce(0) { $0 + $1.0 * $1.1 }
          return sum + master.shortfallCosts[row] * max(1 - value, 0)
            + master.excessCosts[row] * max(value - 1, 0)
        }
      }
      let solution = master.solve(atLeast: .infinity, workLimit: .max)
      #expect((cost(solution.shares) - solution.leastCost).magnitude < 1e-6)
      var shares = solution.shares
      for _ in 0..<60 {
        _ = region.maximum((0..<4).map { _ in Double.random(in: -1...1, using: &random) }, shares: &shares)
        let part = Double.random(in: 0...1, using: &random)
        let mixed = zip(shares, solution.shares).map { part * $0 + (1 - part) * $1 }
        #expect(cost(mixed) >= solution.leastCost - 1e-9)
      }
    }
  }

  @Test func theNumberOfRowsThatHoldTogetherIsThatOfAllSubsets() throws {
    var random = Random(seed: 13)
    let index = try Composites.flat([1, 1, 1], [[1, 1, 1]])
    for _ in 0..<20 {
      var region = polytope(index, share: 1, levels: .components)
      let start = region.nominalShares()
      // Each row holds in a random corner of the triangle: u = y·c with c ≥ 0.
      let rows = (0..<6).map { _ in (0..<3).map { _ in Double.random(in: 0...2.5, using: &random) } }
      func count(_ shares: [Double]) -> Int {
        rows.count { row in zip(row, shares).reduce(0) { $0 + $1.0 * $1.1 } >= 1 - 1e-9 }
      }
      var most = 0
      for one in 0...60 {
        for other in 0...(60 - one) {
          let shares = [Double(one) / 60, Double(other) / 60, Double(60 - one - other) / 60]
          most = max(most, count(shares))
        }
      }
      var reached = most
      let search = FeasibleSubsystem(
        rows: rows, polytope: region, start: start, known: 0, workLimit: .max
      ) { shares in
        reached = max(reached, count(shares))
        return count(shares)
      }
      #expect(search.most == reached && search.work > 0)
      let known = FeasibleSubsystem(
        rows: rows, polytope: region, start: start, known: search.most, workLimit: .max, count: count)
      #expect(known.most == search.most)
    }
  }
}
