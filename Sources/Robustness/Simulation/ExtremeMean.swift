/// The greatest weighted mean when each weight lies in an interval.
enum ExtremeMean {
  /// The greatest Σ wᵢxᵢ ÷ Σ wᵢ over lowerᵢ ≤ wᵢ ≤ upperᵢ, upperᵢ > 0; values may be infinite.
  ///
  /// More weight on a value above the mean raises the mean, and on a value below lowers it. So at the maximum, values
  /// above some threshold have their upper weights and all others their lower weights.
  static func greatest(of parts: [(value: Double, lower: Double, upper: Double)]) -> Double {
    let sorted = parts.sorted { $0.value > $1.value }
    guard let first = sorted.first, let last = sorted.last, first.value < .infinity else { return .infinity }
    if sorted.contains(where: { $0.value == -.infinity && $0.lower > 0 }) { return -.infinity }
    guard last.value > -.infinity else { return greatest(of: sorted.filter { $0.value > -.infinity }) }
    var weight = sorted.reduce(0) { $0 + $1.lower }
    var sum = sorted.reduce(0) { $0 + $1.lower * $1.value }
    var best = -Double.infinity
    for part in sorted {
      weight += part.upper - part.lower
      sum += (part.upper - part.lower) * part.value
      best = max(best, sum / weight)
    }
    return best
  }
}
