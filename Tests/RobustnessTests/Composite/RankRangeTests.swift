import Foundation
import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct RankRangeTests {
  private func ranges(
    _ index: CompositeIndex, _ share: Double = 0.25, _ levels: PerturbedLevels = .components
  ) -> [RankRange] {
    RankRanges.within(share, levels: levels, of: index)
  }

  /// The ranks under raw weights within the share: `count` random weights, and the corners.
  private func sampled(
    _ index: CompositeIndex, _ share: Double, _ levels: PerturbedLevels, count: Int, _ random: inout Random
  ) -> [[Int?]] {
    let changed = Set(index.perturbedNodes(levels))
    return (0..<count).map { draw in
      let weights = index.weights.enumerated().map { node, weight -> Double in
        guard changed.contains(node) else { return weight }
        let step: Double =
          draw.isMultiple(of: 2)
          ? (Bool.random(using: &random) ? 1 : -1) : .random(in: -1...1, using: &random)
        return weight * (1 + share * step)
      }
      return index.scoreGrid.ranks(of: index.scores(weights: weights))
    }
  }

  private func expectContained(
    _ ranks: [[Int?]], in ranges: [RankRange], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for range in ranges {
      let seen = ranks.compactMap { $0[range.unit] }
      guard let least = seen.min(), let most = seen.max() else { continue }
      #expect(range.best.lowerBound <= least, "\(range)", sourceLocation: sourceLocation)
      #expect(most <= range.worst.upperBound, "\(range)", sourceLocation: sourceLocation)
    }
  }

  // MARK: Closed forms

  /// With shares y and 1 − y, units (1, 0) and (0, 1) swap at one half; equal weights within a quarter give 0.375 to
  /// 0.625. The third unit, (0.45, 0.45), is last at 0.5 and above the lesser of the two at both ends.
  @Test func twoComponents() throws {
    let index = try Composites.flat([1, 1], [[1, 0], [0, 1], [0.45, 0.45]])
    let found = ranges(index)
    #expect(found.map(\.best) == [1...1, 1...1, 2...2] && found.map(\.worst) == [3...3, 3...3, 3...3])
    let uneven = try Composites.flat([3, 1], [[1, 0], [0, 1], [0.45, 0.45]])
    // The share of the first is between 9/14 and 15/18: always the first, then the third.
    #expect(ranges(uneven).map(\.best) == [1...1, 3...3, 2...2])
    #expect(ranges(uneven).map(\.worst) == [1...1, 3...3, 2...2])
  }

  @Test func withoutChangeTheRangeIsTheRank() throws {
    let index = try Composites.flat(
      [2, 1, 4], [[0.1, 0.2, 0.5], [0.3, 0, 0.45], [0.9, 0.2, 0], [0.9, 0.2, 0]])
    for range in ranges(index, 0) {
      let rank = try #require(index.ranks[range.unit])
      #expect(range.best == rank...rank && range.worst == rank...rank && range.isExact)
    }
  }

  @Test func tiesStayTies() throws {
    // 0.1 + 0.2 and 0.3 + 0: the same score for any weight of the third component.
    let index = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil), Composites.node("A", below: "root", 2),
        Composites.node("A1", below: "A", 1), Composites.node("A2", below: "A", 1),
        Composites.node("B", below: "root", 1),
      ]),
      table: Composites.table(["A1", "A2", "B"], [[0.1, 0.2, 0.5], [0.3, 0, 0.5], [0.15, 0.15, 0.5]]))
    #expect(ranges(index, 0.5).map(\.best) == [1...1, 1...1, 1...1])
    #expect(ranges(index, 0.5).map(\.worst) == [1...1, 1...1, 1...1])
  }

  @Test func oneUnitAndZeroWeights() throws {
    let alone = try Composites.flat([1, 2], [[0.3, 0.4]])
    #expect(ranges(alone).map(\.best) == [1...1] && ranges(alone).map(\.worst) == [1...1])
    let zero = try Composites.flat([1, 0], [[0.3, 1], [0.4, 0]])
    #expect(ranges(zero, 1).map(\.best) == [2...2, 1...1] && ranges(zero, 1).map(\.worst) == [2...2, 1...1])
    let total = try CompositeIndex(
      framework: Framework(nodes: [
        Composites.node("root", below: nil), Composites.node("c", below: "root", 1),
      ]), table: Composites.table(["root"], [[1], [2]]))
    #expect(ranges(total, 0.5, .all).map(\.best) == [2...2, 1...1])
  }

  /// With free weights, y is from 0 to 1. The fourth unit, 0.4 throughout, is above the first only where y < 0.4 and
  /// above the second only where y > 0.6, so never above both; at one half all are above it.
  @Test func fullyFreeWeights() throws {
    let index = try Composites.flat([1, 1], [[1, 0], [0, 1], [0.6, 0.6], [0.4, 0.4], [0.9, 0.05]])
    #expect(ranges(index, 1).map(\.best) == [1...1, 1...1, 1...1, 3...3, 2...2])
    #expect(ranges(index, 1).map(\.worst) == [5...5, 5...5, 3...3, 5...5, 5...5])
  }

  // MARK: Other programs

  /// `Fixtures/rank-ranges.py` states the problem as a mixed-integer program, solved by HiGHS.
  @Test func rangesAreThoseOfAMixedIntegerProgram() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/rank-ranges.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let rows = try lines.map { try $0.split(separator: ",").map { try #require(Double($0)) } }
    #expect(rows.count == 30)
    let index = try Composites.flat([20, 10, 15, 5, 30, 20], rows.map { Array($0.prefix(6)) })
    let found = ranges(index, 0.3)
    #expect(found.allSatisfy { $0.isExact })
    #expect(found.map { Double($0.best.lowerBound) } == rows.map { $0[6] })
    #expect(found.map { Double($0.worst.lowerBound) } == rows.map { $0[7] })
  }

  /// Ranks on a fine grid of weights lie within the range. In small cases with large regions the grid reaches nearly
  /// every end, so the ends are tight, not only safe.
  @Test func rangesAreThoseOfAFineGrid() throws {
    var random = Random(seed: 6)
    var ends = 0
    var met = 0
    for _ in 0..<25 {
      let rows = (0..<5).map { _ in (0..<3).map { _ in Double(Int.random(in: 0...20, using: &random)) / 20 } }
      let weights = (0..<3).map { _ in Double(Int.random(in: 1...4, using: &random)) }
      let index = try Composites.flat(weights, rows)
      let found = ranges(index, 0.6)
      #expect(found.allSatisfy { $0.isExact })
      let steps = (0...14).map { -0.6 + 1.2 * Double($0) / 14 }
      var ranks: [[Int?]] = []
      for one in steps {
        for other in steps {
          for third in [-0.6, 0, 0.6] {
            let changed = zip(weights, [one, other, third]).map { $0 * (1 + $1) }
            ranks.append(index.scoreGrid.ranks(of: index.scores(weights: [1] + changed)))
          }
        }
      }
      expectContained(ranks, in: found)
      for range in found {
        ends += 2
        met += range.best.lowerBound == ranks.compactMap { $0[range.unit] }.min() ? 1 : 0
        met += range.worst.upperBound == ranks.compactMap { $0[range.unit] }.max() ? 1 : 0
      }
    }
    #expect(ends == 250 && met >= 240, "\(met)")
  }

  // MARK: Containment

  @Test(arguments: PerturbedLevels.allCases, Aggregation.allCases)
  func sampledRanksAreContained(_ levels: PerturbedLevels, _ aggregation: Aggregation) throws {
    var random = Random(seed: 14)
    for round in 0..<6 {
      let rows = (0..<7).map { _ in
        (0..<6).map { _ -> Double? in
          round > 2 && Int.random(in: 0..<6, using: &random) == 0
            ? nil : Double(Int.random(in: 0...30, using: &random)) / 30
        }
      }
      let index = try Composites.nested(
        [(2, [1, 2]), (1, [3, 1, 1]), (3, [1])], rows, aggregate: aggregation)
      let share = [0.1, 0.4, 0.9][round % 3]
      let found = ranges(index, share, levels)
      #expect(found.count == index.units.count)
      for range in found {
        #expect(1 <= range.best.lowerBound && range.worst.upperBound <= index.units.count)
        #expect(range.best.upperBound <= range.worst.lowerBound)
      }
      if round <= 2, aggregation == .arithmetic { #expect(found.allSatisfy { $0.isExact }) }
      expectContained(sampled(index, share, levels, count: 60, &random), in: found)
    }
  }

  /// A single group with any mean is exact; a unit with a zero is last for all weights.
  @Test func oneGroupOfAnyMeanIsExact() throws {
    var random = Random(seed: 15)
    for aggregation in [Aggregation.geometric, .harmonic] {
      for _ in 0..<5 {
        let rows = (0..<8).map { _ in (0..<4).map { _ in Double(Int.random(in: 1...30, using: &random)) / 30 }
        }
        let index = try Composites.flat([1, 2, 3, 2], rows + [[0, 1, 1, 1]], aggregate: aggregation)
        let found = ranges(index, 0.4)
        #expect(found.allSatisfy { $0.isExact })
        #expect(found.last?.best == 9...9)
        expectContained(sampled(index, 0.4, .components, count: 80, &random), in: found)
      }
    }
  }

  /// Units with different known parts get bounds, and a unit far ahead is still exact.
  @Test func differentMissingPartsGiveBounds() throws {
    let index = try Composites.flat(
      [1, 1, 1], [[0.9, nil, 0.95], [0.5, 0.4, 0.6], [0.6, 0.5, 0.4], [nil, 0.48, 0.52]])
    let found = ranges(index)
    #expect(found[0].best == 1...1 && found[0].worst == 1...1)
    #expect(found[1].best.lowerBound == 2 && found[1].worst.upperBound == 4)
    #expect(!found[3].isExact && found[3].best.lowerBound == 2)
  }

  // MARK: Bounds without a proof

  @Test func withoutWorkTheBoundsStillHold() throws {
    var random = Random(seed: 17)
    let rows = (0..<20).map { _ in (0..<6).map { _ in Double.random(in: 0...1, using: &random) } }
    let index = try Composites.flat([1, 2, 3, 1, 2, 3], rows)
    let exact = ranges(index, 0.5)
    #expect(exact.allSatisfy { $0.isExact })
    for work in [0, 10_000, 300_000] {
      let bounded = RankRanges.within(0.5, levels: .components, of: index, work: work)
      if work == 0 { #expect(bounded.contains { !$0.isExact }) }
      for (bound, range) in zip(bounded, exact) {
        #expect(bound.best.contains(range.best.lowerBound) && bound.worst.contains(range.worst.lowerBound))
      }
    }
  }
}
