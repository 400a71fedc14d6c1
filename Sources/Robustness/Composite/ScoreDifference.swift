internal import Scoring
package import Text

/// The difference of two scores, split by component into performance and weights.
///
/// A component with value x and weight share w (times the maximum points in a framework of points) contributes w·x to a
/// score. The difference w₂x₂ − w₁x₁ is split symmetrically, so it does not matter which factor changes first:
///
///     performance (x₂ − x₁)(w₁ + w₂)/2  and  weights (w₂ − w₁)(x₁ + x₂)/2.
///
/// This is the indicator of Bennet (1920); with two factors it is also their Shapley value. The interaction (w₂ −
/// w₁)(x₂ − x₁), which a sequential change would attribute to the second factor alone, is halved between the two and
/// also reported separately. Weight shares differ within one index where parts of a unit are missing.
package struct ScoreDifference: Sendable {
  /// The contribution of one component to a difference.
  package struct DifferencePart: Hashable, Sendable {
    /// The code of the component.
    package let code: String
    /// Its name in the index of the later score; nil when there is none.
    package let name: LocalizedText?
    /// The effects of values and weights; nil when the component is known on one side only.
    package let split: Split?
    /// The sum of performance and weights, or the contribution of the one known side.
    package let difference: Double
  }

  /// The effects of values and weights, in points of the score.
  package struct Split: Hashable, Sendable {
    /// The effect of different values, including half of the interaction.
    package let performance: Double
    /// The effect of different weights, including half of the interaction.
    package let weights: Double
    /// The joint effect of both changes; already included in the two others.
    package let interaction: Double
  }

  /// The components of the later score, then those of the earlier one only.
  package let parts: [DifferencePart]

  /// The later score minus the earlier one, or the first minus the second: exactly the sum of the parts.
  package var difference: Double { parts.reduce(0) { $0 + $1.difference } }

  /// The gap `first − second` between two units of one index, given as positions.
  ///
  /// Nil when one has no score or the root is not an arithmetic mean.
  package init?(between first: Int, and second: Int, in index: CompositeIndex) {
    self.init(from: Addend.all(of: second, in: index), to: Addend.all(of: first, in: index))
  }

  /// The change of one unit between two indexes, whose frameworks may differ.
  ///
  /// Nil when the unit is not ranked in one of them or a root is not an arithmetic mean. Components are matched by
  /// code. Where values are normalised against other units, performance is relative to those units.
  package init?(of unit: String, from earlier: CompositeIndex, to later: CompositeIndex) {
    guard let before = earlier.units.firstIndex(of: unit), let after = later.units.firstIndex(of: unit) else {
      return nil
    }
    self.init(from: Addend.all(of: before, in: earlier), to: Addend.all(of: after, in: later))
  }

  private init?(from earlier: [Addend]?, to later: [Addend]?) {
    guard let earlier, let later else { return nil }
    let before = Dictionary(earlier.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let codes = Set(later.map(\.code))
    parts =
      later.map { DifferencePart(from: before[$0.code], to: $0) }
      + earlier.filter { !codes.contains($0.code) }.map { DifferencePart(leaving: $0) }
  }
}

/// The contribution of a component to one score.
private struct Addend {
  let code: String
  let name: LocalizedText?
  /// The weight as a share of the known weights, times the maximum points in a framework of points.
  let weight: Double
  let value: Double

  /// The known components of a unit; their weights times values sum to its score. Nil when there is no such sum.
  static func all(of unit: Int, in index: CompositeIndex) -> [Addend]? {
    guard index.units.indices.contains(unit), let root = index.nodes.first, root.aggregation == .arithmetic
    else { return nil }
    let values = index.nodeValues(weights: index.weights)
    // In an index of one node the root is the only component.
    guard root.column == nil else {
      return values[0][unit].map {
        [Addend(code: root.code, name: root.name, weight: index.scale, value: $0)]
      }
    }
    let known = root.children.compactMap { child in values[child][unit].map { (index.nodes[child], $0) } }
    let whole = known.reduce(0) { $0 + $1.0.weight }
    guard whole > 0 else { return nil }
    return known.map { node, value in
      Addend(code: node.code, name: node.name, weight: index.scale * (node.weight / whole), value: value)
    }
  }
}

extension ScoreDifference.DifferencePart {
  fileprivate init(from before: Addend?, to after: Addend) {
    code = after.code
    name = after.name
    guard let before else {
      split = nil
      difference = after.weight * after.value
      return
    }
    let step = (weight: after.weight - before.weight, value: after.value - before.value)
    let split = ScoreDifference.Split(
      performance: step.value * (before.weight + after.weight) / 2,
      weights: step.weight * (before.value + after.value) / 2, interaction: step.weight * step.value)
    self.split = split
    difference = split.performance + split.weights
  }

  fileprivate init(leaving before: Addend) {
    code = before.code
    name = before.name
    split = nil
    difference = -before.weight * before.value
  }
}
