/// The grid on which floating-point scores are compared, so that scores that are equal by calculation on paper
/// share a rank although their binary sums differ in the last places.
package struct ScoreGrid: Hashable, Sendable {
  /// How many steps there are in one unit of the score; a power of ten.
  package let stepsPerUnit: Double

  /// The grid for values up to a magnitude: ten to eleven significant digits of it, far finer than any published
  /// score and far coarser than rounding errors of a sum of hundreds of terms.
  ///
  /// - Parameter magnitude: the largest absolute value that is compared; finite.
  package init(magnitude: Double) {
    var steps = 1.0
    while steps < 1e200, magnitude * steps < 1e10, magnitude > 0 || steps < 1e10 { steps *= 10 }
    while steps > 1e-200, magnitude * steps >= 1e11 { steps /= 10 }
    stepsPerUnit = steps
  }

  /// The place of a score on the grid, halves away from zero; scores at one place are equal. A score beyond the
  /// grid is at its end, one that is not a number at the lower end.
  package func place(of score: Double) -> Int64 {
    Int64(exactly: (score * stepsPerUnit).rounded()) ?? (score > 0 ? .max : .min)
  }

  /// Competition ranks, 1 is best; nil for a missing score, which takes no place.
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
