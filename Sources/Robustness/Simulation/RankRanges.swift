/// The exact ranges of ranks over all weights near those of the framework, without drawing any.
///
/// Each changed raw weight may take any value from w(1 − p) to w(1 + p); siblings are then scaled to sum to one.
/// The shares of the leaves form a polytope, and a unit is above another where a linear function of the shares is
/// positive. So the worst rank of a unit is one more than the greatest number of such inequalities that hold
/// together, and the best likewise: a small integer program for each end (the ranking intervals of Salo and
/// Punkka 2011, here for bounded weight ratios).
///
/// 1. For each pair the extremes of the difference of the scores are exact in closed form. They settle most
///    pairs: always above, never above, or now one and now the other.
/// 2. Over the pairs left, branch and bound finds how many can hold together, with bounds from linear programs
///    that are proved by their multipliers (see ``SubsystemMaster``).
/// 3. Each rank given as reached is that of weights whose scores were computed.
///
/// A unit counts as above another when it leads by a step of ``CompositeIndex/scoreGrid`` or more, and as level
/// when it trails by no more than a thousandth of a step.
///
/// The argument is for arithmetic means, and for a single group of any mean. Where parts of two units are known
/// of only one of them, or the means are others, the difference is not linear; such pairs are settled where the
/// ranges of the two scores do not meet, and otherwise count for either side, so that the bounds hold but may
/// stay apart.
public enum RankRanges {
  /// The range of every unit with a score, in the order of the units.
  ///
  /// - Parameters:
  ///   - share: p, from 0 to 1.
  ///   - levels: which weights change.
  ///   - work: about how many multiplications the integer programs may take altogether before the bounds are
  ///     given as they are; the default is some seconds.
  public static func within(
    _ share: Double, levels: PerturbedLevels, of index: CompositeIndex, work: Int = 2_000_000_000
  ) -> [RankRange] {
    var search = RankRangeSearch(
      index, tree: PerturbedTree(index, levels: levels, share: min(max(share, 0), 1)))
    let scored = index.scores().enumerated().filter { $0.element != nil }.map(\.offset)
    var left = work
    return scored.enumerated().map { place, unit in
      // What a unit does not need is left for those after it.
      search.range(of: unit, work: &left, share: 2 * (scored.count - place))
    }
  }
}
