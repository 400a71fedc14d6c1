import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct ScoreGridTests {
  @Test func scoresEqualOnPaperShareARank() {
    let grid = ScoreGrid(magnitude: 1)
    #expect(0.1 + 0.2 != 0.3 && grid.ranks(of: [0.1 + 0.2, 0.3, 0.4]) == [2, 2, 1])
  }

  @Test func competitionRanksSkipAfterTies() {
    let grid = ScoreGrid(magnitude: 10)
    #expect(grid.ranks(of: [5, 7, 7, nil, 3, 9, 7]) == [5, 2, 2, nil, 6, 1, 2])
    #expect(grid.ranks(of: []) == [] && grid.ranks(of: [nil]) == [nil])
  }

  /// At every magnitude, differences far above rounding are kept and rounding errors vanish.
  @Test func theGridFollowsTheMagnitude() {
    for magnitude in [1e-100, 3e-20, 0.07, 1, 99.5, 1e6, 4e12, 1e100] {
      let grid = ScoreGrid(magnitude: magnitude)
      let (one, near, far) = (magnitude * 0.5, magnitude * (0.5 + 1e-15), magnitude * (0.5 + 1e-9))
      #expect(grid.ranks(of: [one, near, far]) == [2, 2, 1], "\(magnitude)")
      #expect(grid.ranks(of: [-one, -near, -far]) == [1, 1, 3], "\(magnitude)")
      #expect((1e10..<1.0001e11).contains(magnitude * grid.stepsPerUnit))
    }
    #expect(ScoreGrid(magnitude: 0).ranks(of: [0, 0, -0.0]) == [1, 1, 1])
  }

  @Test func whatIsBeyondTheGridIsAtItsEnds() {
    let grid = ScoreGrid(magnitude: 1)
    #expect(grid.place(of: .infinity) == .max && grid.place(of: -.infinity) == .min)
    #expect(grid.place(of: .nan) == .min, "never the best")
  }

  /// A large raw value with little or no weight must not make the other scores equal.
  @Test func theGridOfAnIndexIsThatOfItsScores() throws {
    for weight in [0, 1e-12] {
      let index = try Composites.flat([1, weight], [[0.3, 1e12], [0.300_000_1, 1e12], [0.1 + 0.2, 1e12]])
      #expect(index.ranks == [2, 1, 2])
    }
    let opposed = try Composites.flat([1, 1], [[1e6, -1e6], [0.1, 0.2], [0.3, 0]])
    #expect(opposed.ranks == [3, 1, 1])
  }

  @Test func ranksAgreeWithCounting() {
    var random = Random(seed: 2)
    for _ in 0..<100 {
      let scores = (0..<12).map { _ in Double(Int.random(in: 0..<6, using: &random)) / 10 }
      let counted = scores.map { score in 1 + scores.count { $0 > score } }
      #expect(ScoreGrid(magnitude: 1).ranks(of: scores) == counted)
    }
  }
}
