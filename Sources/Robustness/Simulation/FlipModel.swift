internal import Scoring

/// The scores of an index as functions of one component's weight; see ``FlipPoints``.
struct FlipModel {
  /// The contributions to one unit: of one component, and of all others together.
  private struct Term {
    /// Σ wᵢxᵢ over the other known components, with x transformed by ``Aggregation/ordering(_:)``.
    var others = 0.0
    /// Σ wᵢ over the other known components.
    var otherWeights = 0.0
    /// The weight of the component; zero when it is unknown.
    var weight = 0.0
    /// Its transformed value; zero when it is unknown.
    var value = 0.0
    /// The score at t = 0; nil when no other component is known.
    var scoreWithout: Double?
  }

  private let aggregation: Aggregation
  /// `[component][unit]`.
  private let terms: [[Term]]
  private let scores: [Double?]
  /// Whether a value of zero makes the score zero.
  private let hasZero: [Bool]
  private let grid: ScoreGrid
  /// Half a grid step, on the scale of the values.
  private let halfStep: Double

  /// Nil for an index of one node.
  init?(_ index: CompositeIndex) {
    guard let root = index.nodes.first, !root.children.isEmpty else { return nil }
    let aggregation = root.aggregation
    // Scaled so that the largest weight is 1, which keeps coefficients in range.
    let heaviest = root.children.map { index.nodes[$0].weight }.max() ?? 1
    let weights = root.children.map { index.nodes[$0].weight / heaviest }
    let nodeValues = index.nodeValues(weights: index.weights)
    let values = root.children.map { nodeValues[$0] }
    self.aggregation = aggregation
    scores = nodeValues[0]
    let components = weights.indices.filter { weights[$0] > 0 }
    hasZero = index.units.indices.map { unit in
      aggregation.needsNonNegative && components.contains { values[$0][unit] == 0 }
    }
    terms = weights.indices.map { component in
      index.units.indices.map { unit in
        var term = Term()
        let others = components.compactMap { other in
          other == component ? nil : values[other][unit].map { (value: $0, weight: weights[other]) }
        }
        term.scoreWithout = aggregation.value(of: others)
        for other in others {
          term.others += other.weight * aggregation.ordering(other.value)
          term.otherWeights += other.weight
        }
        if let value = values[component][unit], weights[component] > 0 {
          term.weight = weights[component]
          term.value = aggregation.ordering(value)
        }
        return term
      }
    }
    grid = index.scoreGrid
    halfStep = 0.5 / grid.stepsPerUnit / index.scale
  }

  /// The relative change of a component's weight that swaps two units; see ``FlipPoint/change``.
  func change(of component: Int, above: Int, below: Int, isTied: Bool) -> Double? {
    let (one, other) = (terms[component][above], terms[component][below])
    guard one.weight > 0 || other.weight > 0 else { return nil }
    var changes: [Double] = []
    if let first = one.scoreWithout, let second = other.scoreWithout,
      isTied ? (first - second).magnitude > halfStep : second - first > halfStep
    {
      changes.append(-1)
    }
    if !hasZero[above], !hasZero[below] {
      let coefficients = coefficients(one, other, tolerance: tolerance(above, below))
      if isTied {
        if coefficients.contains(where: { $0 != 0 }) { return 0 }
      } else {
        changes += Self.signChanges(of: coefficients).map { $0 - 1 }
      }
    }
    return changes.min { $0.magnitude < $1.magnitude }
  }

  /// Half a grid step around the two scores, on the transformed scale.
  private func tolerance(_ one: Int, _ other: Int) -> Double {
    let score = max((scores[one] ?? 0).magnitude, (scores[other] ?? 0).magnitude)
    return switch aggregation {
    case .arithmetic: halfStep
    case .geometric: halfStep / score
    case .harmonic: halfStep / (score * score)
    }
  }

  /// The coefficients of Q, constant first; those within the tolerance are zero.
  private func coefficients(_ one: Term, _ other: Term, tolerance: Double) -> [Double] {
    func snapped(_ value: Double, _ unit: Double) -> Double {
      value.magnitude <= tolerance * unit ? 0 : value
    }
    if one.otherWeights == other.otherWeights, one.weight == other.weight {
      return [
        snapped(one.others - other.others, one.otherWeights),
        snapped(one.weight * (one.value - other.value), one.weight), 0,
      ]
    }
    let (first, second) = (one.weight * one.value, other.weight * other.value)
    return [
      snapped(
        one.others * other.otherWeights - other.others * one.otherWeights,
        one.otherWeights * other.otherWeights),
      snapped(
        one.others * other.weight + first * other.otherWeights - other.others * one.weight
          - second * one.otherWeights,
        one.otherWeights * other.weight + one.weight * other.otherWeights),
      snapped(first * other.weight - second * one.weight, one.weight * other.weight),
    ]
  }

  /// The positive t at which c₀ + c₁t + c₂t² changes sign.
  static func signChanges(of coefficients: [Double]) -> [Double] {
    let (constant, linear, square) = (coefficients[0], coefficients[1], coefficients[2])
    if square == 0 { return linear == 0 ? [] : [-constant / linear].filter { $0 > 0 } }
    let discriminant = linear * linear - 4 * square * constant
    guard discriminant > 0 else { return [] }
    // This form never subtracts nearly equal numbers.
    let sum = -(linear + (linear < 0 ? -1 : 1) * discriminant.squareRoot()) / 2
    return [sum / square, constant / sum].filter { $0 > 0 }
  }
}
