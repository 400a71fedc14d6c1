import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct PairCountsTests {
  /// Counts of 100 draws from the shares above the diagonal.
  private func counts(_ units: Int, _ above: (Int, Int) -> Int) -> PairCounts {
    PairCounts(
      units: units, draws: 100,
      above: (0..<units * units).map { cell in
        let (one, other) = (cell / units, cell % units)
        if one == other { return 0 }
        return one < other ? above(one, other) : 100 - above(other, one)
      })
  }

  @Test func groupsOverlapLikeLetters() {
    // Neighbours at 60 %, units two apart at 85 %, others at 99 %.
    let pairs = counts(5) { [0, 60, 85, 99, 99][$1 - $0] }
    let order = [0, 1, 2, 3, 4]
    #expect(pairs.groups(in: order, level: 0.9) == [[0, 1, 2], [1, 2, 3], [2, 3, 4]])
    #expect(pairs.groups(in: order, level: 0.8) == [[0, 1], [1, 2], [2, 3], [3, 4]])
    #expect(pairs.groups(in: order, level: 0.55).isEmpty)
    #expect(pairs.groups(in: order, level: 1) == [order])
    #expect(pairs.groups(in: [], level: 0.9).isEmpty && pairs.groups(in: [3], level: 0.9).isEmpty)
  }

  @Test func aShareAtTheLevelIsToldApart() {
    let pairs = counts(2) { _, _ in 90 }
    #expect(!pairs.cannotBeToldApart(0, 1, level: 0.9) && pairs.cannotBeToldApart(1, 0, level: 0.91))
    #expect(pairs.share(of: 0, above: 1) == 0.9 && pairs.share(of: 1, above: 0) == 0.1)
  }

  @Test func tiesCountForNeither() {
    let pairs = PairCounts(units: 2, draws: 100, above: [0, 50, 0, 0])
    #expect(pairs.share(of: 0, above: 1) == 0.5 && pairs.share(of: 1, above: 0) == 0)
    #expect(pairs.groups(in: [0, 1], level: 0.9) == [[0, 1]])
  }

  @Test func withoutDrawsNothingCanBeToldApart() {
    let pairs = PairCounts(units: 2, draws: 0, above: [0, 0, 0, 0])
    #expect(pairs.share(of: 0, above: 1) == nil && pairs.groups(in: [1, 0], level: 0.9) == [[1, 0]])
  }

  /// The first and the last cannot be told apart, but the second can be told from both.
  @Test func aPairWithAUnitInBetweenIsNamed() {
    let pairs = counts(3) { $1 - $0 == 1 ? 95 : 60 }
    #expect(pairs.groups(in: [0, 1, 2], level: 0.9).isEmpty)
    #expect(pairs.pairsOutsideGroups(in: [0, 1, 2], level: 0.9) == [[0, 2]])
    #expect(pairs.pairsOutsideGroups(in: [0, 2, 1], level: 0.9).isEmpty)
    #expect(pairs.pairsOutsideGroups(in: [], level: 0.9).isEmpty)
  }

  /// Every group is a maximal run without a pair that can be told apart, and all such runs are groups.
  @Test func groupsAreAllTheLongestRuns() {
    var random = Random(seed: 4)
    for _ in 0..<200 {
      let shares = (0..<36).map { _ in Int.random(in: 50...100, using: &random) }
      let pairs = counts(6) { shares[$0 * 6 + $1] }
      let order = Array(0..<6).shuffled(using: &random)
      func isRun(_ range: Range<Int>) -> Bool {
        range.allSatisfy { one in
          range.allSatisfy { one == $0 || pairs.cannotBeToldApart(order[one], order[$0], level: 0.9) }
        }
      }
      var longest: [[Int]] = []
      for start in 0..<6 {
        for end in start + 2..<8 where end <= 6 && isRun(start..<end) {
          let canGrow = (start > 0 && isRun(start - 1..<end)) || (end < 6 && isRun(start..<end + 1))
          if !canGrow { longest.append(Array(order[start..<end])) }
        }
      }
      #expect(pairs.groups(in: order, level: 0.9) == longest)
      var outside: [[Int]] = []
      for start in 0..<6 {
        for end in start + 1..<6 where pairs.cannotBeToldApart(order[start], order[end], level: 0.9) {
          let isHeld = longest.contains { $0.contains(order[start]) && $0.contains(order[end]) }
          if !isHeld { outside.append([order[start], order[end]]) }
        }
      }
      #expect(pairs.pairsOutsideGroups(in: order, level: 0.9) == outside)
    }
  }
}
