import Scoring
import TestSupport
import Testing

@Suite struct RankingTests {
  @Test func tiesShareARankAndTheNextIsSkipped() throws {
    let scores = try ["90", "85.5", "85.50", "80"].map { try number($0) as ExactDecimal? }
    #expect(CompetitionRanking.ranks(of: scores) == [1, 2, 2, 4])
  }

  @Test func exactSumsTie() throws {
    let sum = try number("0.1") + number("0.2")
    #expect(try CompetitionRanking.ranks(of: [sum, number("0.3"), number("0.2999")]) == [1, 1, 3])
  }

  @Test func ranksAreTakenAtThePublishersPrecision() throws {
    let scores = try [number("86.144"), number("86.141"), number("86.146")]
    #expect(CompetitionRanking.ranks(of: scores, places: 2) == [2, 2, 1])
    #expect(CompetitionRanking.ranks(of: scores) == [2, 3, 1])
  }

  @Test func missingScoresTakeNoPlace() {
    let scores = [nil, ExactDecimal(0), nil, ExactDecimal(5)]
    #expect(CompetitionRanking.ranks(of: scores) == [nil, 2, nil, 1])
    #expect(CompetitionRanking.ranks(of: []) == [])
  }

  @Test func lessCanBeBetter() {
    let scores = [ExactDecimal(12), ExactDecimal(15), ExactDecimal(12)]
    #expect(CompetitionRanking.ranks(of: scores, higherIsBetter: false) == [1, 3, 1])
  }

  @Test func boundsOfIntervalsCountWhatMayStandAbove() throws {
    let scores: [Interval?] = [
      try interval("90", "90"), try interval("80", "95"), try interval("70", "74"), nil,
      try interval("75", "79"),
    ]
    #expect(CompetitionRanking.rankBounds(of: scores) == [1...2, 1...2, 4...4, nil, 3...3])
    let reversed = CompetitionRanking.rankBounds(of: scores, higherIsBetter: false)
    #expect(reversed == [3...4, 3...4, 1...1, nil, 2...2])
  }

  /// For generated scores: a rank is 1 plus the number of scores strictly above, does not depend on the order, and lies
  /// within the bounds of any intervals around the scores.
  @Test func generatedRanksObeyTheirDefinition() throws {
    var random = Random(seed: 9)
    for _ in 0..<150 {
      let count = Int.random(in: 1...9, using: &random)
      let scores = (0..<count).map { _ -> ExactDecimal? in
        let score = Int.random(in: -1...6, using: &random)
        return score < 0 ? nil : ExactDecimal(score)
      }
      let ranks = CompetitionRanking.ranks(of: scores)
      for (score, rank) in zip(scores, ranks) {
        let above = scores.compactMap { $0 }.filter { other in score.map { other > $0 } ?? false }.count
        #expect(rank == score.map { _ in above + 1 })
      }
      let order = Array(scores.indices).shuffled(using: &random)
      let shuffled = CompetitionRanking.ranks(of: order.map { scores[$0] })
      #expect(shuffled == order.map { ranks[$0] })

      let exact = CompetitionRanking.rankBounds(of: scores.map { $0.map { Interval($0) } })
      #expect(exact.map { $0?.lowerBound } == ranks && exact.map { $0?.upperBound } == ranks)
      let around = scores.map { score -> Interval? in
        let (below, above) = (Int.random(in: 0...2, using: &random), Int.random(in: 0...2, using: &random))
        return score.map { Interval(between: $0 - ExactDecimal(below), and: $0 + ExactDecimal(above)) }
      }
      for (bounds, rank) in zip(CompetitionRanking.rankBounds(of: around), ranks) {
        #expect(rank.map { bounds?.contains($0) == true } ?? (bounds == nil))
      }
    }
  }
}
