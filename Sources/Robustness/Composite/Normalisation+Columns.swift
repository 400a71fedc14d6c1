package import Scoring

extension Normalisation {
  /// Why a column cannot be normalised.
  package enum NormalisationFault: Error, Hashable, Sendable {
    /// All values are equal, so the range or the deviation is zero.
    case constant
    /// Only one unit is known, but the method compares units.
    case tooFewUnits
    /// The value of a unit, given as a position, is not above zero where the method divides by it.
    case notPositive(unit: Int)
    /// Lower is better, but the method does not transform values.
    case lowerIsBetterWithoutScale
  }

  /// The normalised values of one column.
  ///
  /// - Parameters:
  ///   - column: one raw value per unit; nil where unknown, which stays nil in the result.
  ///   - maximum: the maximum points of the node, above 0; nil in a framework of weights.
  ///   - lowerIsBetter: whether lower values are better.
  /// - Throws: the reason why the column cannot be normalised. A column without any value is returned unchanged.
  package func applied(
    to column: [Double?], maximum: Double?, lowerIsBetter: Bool
  ) throws(NormalisationFault) -> [Double?] {
    let known = column.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else { return column }
    switch self {
    case .none:
      if lowerIsBetter { throw .lowerIsBetterWithoutScale }
      guard let maximum else { return column }
      return column.map { $0.map { $0 / maximum } }
    case .minMax(let low, let high):
      try Self.requireSpread(known)
      return column.map { value in
        value.map { value in
          let share = (lowerIsBetter ? most - value : value - least) / (most - least)
          // This form gives the best unit exactly `high`.
          return low * (1 - share) + high * share
        }
      }
    case .zScore:
      try Self.requireSpread(known)
      let mean = known.reduce(0, +) / Double(known.count)
      let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(known.count - 1)).squareRoot()
      // The differences can be so small that their squares underflow.
      guard deviation > 0 else { throw .constant }
      return column.map { $0.map { (lowerIsBetter ? mean - $0 : $0 - mean) / deviation } }
    case .rank:
      let midRanks = MidRanks.of(lowerIsBetter ? known.map { -$0 } : known)
      var next = midRanks.makeIterator()
      return column.map { $0 == nil ? nil : next.next() }
    case .distanceToTarget(let target):
      if let unit = column.firstIndex(where: { $0.map { $0 <= 0 } ?? false }) {
        throw .notPositive(unit: unit)
      }
      return column.map { $0.map { lowerIsBetter ? target / $0 : $0 / target } }
    case .goalposts(let low, let high):
      return column.map { value in
        value.map { value in
          let share = min(max((value - low) / (high - low), 0), 1)
          return lowerIsBetter ? 1 - share : share
        }
      }
    }
  }

  private static func requireSpread(_ known: [Double]) throws(NormalisationFault) {
    guard known.count > 1 else { throw .tooFewUnits }
    guard let first = known.first, known.contains(where: { $0 != first }) else { throw .constant }
  }
}

extension Normalisation: CustomStringConvertible {
  /// The form used in framework files, such as `min-max:0:100`.
  package var description: String {
    switch self {
    case .none: "none"
    case .minMax(let low, let high): "min-max:\(low):\(high)"
    case .zScore: "z-score"
    case .rank: "rank"
    case .distanceToTarget(let target): "distance-to-target:\(target)"
    case .goalposts(let low, let high): "goalposts:\(low):\(high)"
    }
  }

  /// Parses `none`, `min-max` (0 to 1), `min-max:LOW:HIGH`, `z-score`, `rank`, `distance-to-target:TARGET` or
  /// `goalposts:LOW:HIGH`.
  ///
  /// Nil for anything else: a parameter that is not finite, LOW not below HIGH, a target not above 0.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().map { Double($0) }
    guard numbers.allSatisfy({ $0?.isFinite == true }) else { return nil }
    let values = numbers.compactMap { $0 }
    switch (parts.first, values.count) {
    case ("none", 0): self = .none
    case ("min-max", 0): self = .minMax(low: 0, high: 1)
    case ("min-max", 2) where values[0] < values[1]: self = .minMax(low: values[0], high: values[1])
    case ("z-score", 0): self = .zScore
    case ("rank", 0): self = .rank
    case ("distance-to-target", 1) where values[0] > 0: self = .distanceToTarget(values[0])
    case ("goalposts", 2) where values[0] < values[1]: self = .goalposts(low: values[0], high: values[1])
    default: return nil
    }
  }
}
