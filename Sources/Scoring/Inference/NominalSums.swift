/// Exact arithmetic on printed figures: the sum of known parts, or the one unknown part of a sum.
struct NominalSums {
  /// A value and the sum it comes from.
  struct Computed {
    let value: ExactDecimal
    let constraint: SumSystem<ScoreKey>.Constraint
  }

  /// The computable values by key, including published keys whose parts are all known.
  private(set) var computed: [ScoreKey: Computed] = [:]

  /// - Parameter limits: the possible points of each node. A difference outside them is no figure: the sum contradicts
  ///   its parts.
  init(
    published: [ScoreKey: ExactDecimal], sums: [SumSystem<ScoreKey>.Constraint],
    limits: [ScoreKey: Interval]
  ) {
    // A sum of published parts has priority; a difference is used only where nothing is published.
    for sum in sums where computed[sum.total] == nil {
      let parts = sum.parts.compactMap { published[$0] }
      if parts.count == sum.parts.count {
        computed[sum.total] = Computed(value: parts.sum, constraint: sum)
      }
    }
    var changed = true
    while changed {
      changed = false
      for sum in sums {
        guard let found = missing(in: sum, published: published), computed[found.key] == nil,
          found.key == sum.total || limits[found.key]?.contains(found.computed.value) != false
        else { continue }
        computed[found.key] = found.computed
        changed = true
      }
    }
  }

  /// The only member of the sum that is neither published nor computed yet, with its value; nil when there is not
  /// exactly one.
  private func missing(
    in sum: SumSystem<ScoreKey>.Constraint, published: [ScoreKey: ExactDecimal]
  ) -> (key: ScoreKey, computed: Computed)? {
    func value(_ key: ScoreKey) -> ExactDecimal? { published[key] ?? computed[key]?.value }
    let unknown = ([sum.total] + sum.parts).filter { value($0) == nil }
    guard unknown.count == 1, let key = unknown.first else { return nil }
    let parts = sum.parts.compactMap(value).sum
    let result = key == sum.total ? parts : (value(sum.total) ?? .zero) - parts
    return (key, Computed(value: result, constraint: sum))
  }
}
