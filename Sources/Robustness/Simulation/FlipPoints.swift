/// The exact changes of one weight that swap two units.
///
/// Let the raw weight of component k be multiplied by t = 1 + change, and let the root be an arithmetic mean. For unit
/// u, let nᵤ = Σ wᵢxᵢ and dᵤ = Σ wᵢ over its other known components. Its score is (nᵤ + t·w·xᵤ) ÷ (dᵤ + t·w), or nᵤ ÷
/// dᵤ when k is unknown. The denominators are positive, so a is above b exactly where
///
///     Q(t) = (nₐ + t·w·xₐ)(d_b + t·w) − (n_b + t·w·x_b)(dₐ + t·w) > 0,
///
/// and the order reverses where Q changes sign. If both units have the same known components, the denominators are
/// equal and what remains, nₐ − n_b + t·w(xₐ − x_b), has at most one root; otherwise Q is quadratic. A geometric root
/// orders units by the arithmetic mean of the logarithms, a harmonic one by that of −1 ÷ x, so the same argument
/// applies. In both cases a zero value makes the score zero for every t > 0, so only removing the component (t = 0) can
/// change the order.
///
/// Differences within half a step of ``CompositeIndex/scoreGrid`` count as zero, as they do in ranks.
public enum FlipPoints {
  /// The flip point of each component for each pair of units with a score, in the order of the ranks, then of the
  /// components.
  public static func all(in index: CompositeIndex) -> [FlipPoint] {
    pairs(in: index).flatMap { $0 }
  }

  /// The component that swaps each pair of units with a score at the smallest change, in the order of the ranks.
  public static func smallest(in index: CompositeIndex) -> [PairFlip] {
    pairs(in: index).compactMap { points in
      points.first.map { first in
        let swapping = points.filter { $0.change != nil }
        let soonest = swapping.min { ($0.change ?? 0).magnitude < ($1.change ?? 0).magnitude }
        return PairFlip(above: first.above, below: first.below, flip: soonest)
      }
    }
  }

  private static func pairs(in index: CompositeIndex) -> [[FlipPoint]] {
    guard let model = FlipModel(index) else { return [] }
    let ranks = index.ranks
    let order = ranks.indices.filter { ranks[$0] != nil }
      .sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
    return order.indices.flatMap { first in
      order[(first + 1)...].map { below in
        let above = order[first]
        return index.components.indices.map { component in
          FlipPoint(
            above: above, below: below, component: index.components[component],
            change: model.change(
              of: component, above: above, below: below, isTied: ranks[above] == ranks[below]))
        }
      }
    }
  }
}
