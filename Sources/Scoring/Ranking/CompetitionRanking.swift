/// Standard competition ranking, as the publishers use it: equal scores share a rank and the next rank is skipped (1,
/// 2, 2, 4).
public enum CompetitionRanking {
  /// The ranks of scores, 1 is best; nil for a missing score, which is not counted.
  ///
  /// - Parameters:
  ///   - scores: exact scores, nil when unknown.
  ///   - places: the decimals the publisher ranks at, 0 to 4; scores equal after rounding are tied.
  ///   - higherIsBetter: false where lower scores are better.
  public static func ranks(
    of scores: [ExactDecimal?], places: Int = 4, higherIsBetter: Bool = true
  ) -> [Int?] {
    let rounded = scores.map { $0?.rounded(places: places) }
    let sorted = rounded.compactMap { $0 }.sorted { higherIsBetter ? $0 > $1 : $0 < $1 }
    var firstPlace: [ExactDecimal: Int] = [:]
    for (offset, score) in sorted.enumerated() where firstPlace[score] == nil {
      firstPlace[score] = offset + 1
    }
    return rounded.map { $0.flatMap { firstPlace[$0] } }
  }

  /// The best and worst possible rank of each score known within an interval; nil for an unknown score.
  ///
  /// The best rank counts the scores certainly above it, the worst those possibly above it. Ties take the better rank.
  /// An unknown score is not counted; to count it, pass the interval of all possible scores.
  public static func rankBounds(of scores: [Interval?], higherIsBetter: Bool = true) -> [ClosedRange<Int>?] {
    scores.enumerated().map { index, score in
      guard let score else { return nil }
      var surelyAbove = 0
      var maybeAbove = 0
      for (other, candidate) in scores.enumerated() where other != index {
        guard let candidate else { continue }
        if higherIsBetter {
          if candidate.lower > score.upper { surelyAbove += 1 }
          if candidate.upper > score.lower { maybeAbove += 1 }
        } else {
          if candidate.upper < score.lower { surelyAbove += 1 }
          if candidate.lower < score.upper { maybeAbove += 1 }
        }
      }
      return (1 + surelyAbove)...(1 + maybeAbove)
    }
  }
}
