/// The exact ranges of ranks over all weights near those of the framework, without simulation.
///
/// Each perturbed raw weight may take any value from w(1 − p) to w(1 + p); siblings are then normalised to sum to 1.
/// The shares of the leaves form a polytope, and a unit is above another where a linear function of the shares is
/// positive. So the worst rank of a unit is 1 plus the greatest number of such inequalities that hold together, and
/// likewise for the best. Each end is a small integer program (the ranking intervals of Salo and Punkka 2011, here for
/// bounded weight ratios).
///
/// 1. For each pair the extremes of the score difference have a closed form. They settle most pairs: always above,
///    never above, or either.
/// 2. For the other pairs, branch and bound finds how many inequalities can hold together, with bounds from linear
///    programs that their multipliers prove (see ``SubsystemMaster``).
/// 3. Each rank reported as reached comes from weights whose scores were computed.
///
/// A unit counts as above another when it leads by at least one step of ``CompositeIndex/scoreGrid``, and as level when
/// it trails by at most a thousandth of a step.
///
/// This holds for arithmetic means, and for a single group with any mean. With other means, or where two units have
/// different known parts, the difference is not linear. Such a pair is settled if the two score ranges are disjoint;
/// otherwise it counts for either side, so the bounds hold but may stay apart.
public enum RankRanges {
  /// The range of every unit with a score, in the order of the units.
  ///
  /// - Parameters:
  ///   - share: p, clamped to 0 to 1.
  ///   - levels: which weights are perturbed.
  ///   - work: the approximate number of multiplications that all integer programs together may take before the current
  ///     bounds are returned; the default takes some seconds.
  public static func within(
    _ share: Double, levels: PerturbedLevels, of index: CompositeIndex, work: Int = 2_000_000_000
  ) -> [RankRange] {
    var search = RankRangeSearch(
      index, tree: PerturbedTree(index, levels: levels, share: min(max(share, 0), 1)))
    let scored = index.scores().enumerated().filter { $0.element != nil }.map(\.offset)
    var left = work
    return scored.enumerated().map { place, unit in
      // Work that a unit does not use is left for later ones.
      search.range(of: unit, work: &left, share: 2 * (scored.count - place))
    }
  }
}
