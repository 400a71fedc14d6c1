/// The grid on which floating-point scores are compared. Scores that are equal in exact arithmetic share a rank even if
/// their binary sums differ in the last bits.
package struct ScoreGrid: Hashable, Sendable {
  /// The number of steps per unit of the score; a power of ten.
  package let stepsPerUnit: Double

  /// The grid for values up to a magnitude: it resolves ten to eleven significant digits, far finer than any published
  /// score and far coarser than the rounding errors of hundreds of summands.
  ///
  /// - Parameter magnitude: the largest absolute value to compare; finite.
  package init(magnitude: Double) {
    var steps = 1.0
    while steps < 1e200, magnitude * steps < 1e10, magnitude > 0 || steps < 1e10 { steps *= 10 }
    while steps > 1e-200, magnitude * steps >= 1e11 { steps /= 10 }
    stepsPerUnit = steps
  }

  /// The grid point of a score, halves rounded away from zero; scores at the same point are equal. A score beyond the
  /// grid is at its nearest end, NaN at the lower end.
  package func place(of score: Double) -> Int64 {
    Int64(exactly: (score * stepsPerUnit).rounded()) ?? (score > 0 ? .max : .min)
  }

  /// Competition ranks, 1 is best; nil for a missing score, which is not counted.
  package func ranks(of scores: [Double?]) -> [Int?] {
    let places = scores.map { $0.map(place) }
    var firstRank: [Int64: Int] = [:]
    for (offset, place) in places.compactMap({ $0 }).sorted(by: >).enumerated()
    where firstRank[place] == nil {
      firstRank[place] = offset + 1
    }
    return places.map { $0.flatMap { firstRank[$0] } }
  }
}
