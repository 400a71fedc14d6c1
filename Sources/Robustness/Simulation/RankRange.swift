/// The best and the worst possible rank of a unit over a region of weights.
///
/// Each end is given by proved bounds, which are equal when the search is complete.
public struct RankRange: Hashable, Sendable {
  /// The unit, as a position in ``CompositeIndex/units``.
  public let unit: Int
  /// The best rank, 1 or more. Some weights reach its upper bound; none give a rank below its lower bound.
  public let best: ClosedRange<Int>
  /// The worst rank. Some weights reach its lower bound; none give a rank above its upper bound.
  public let worst: ClosedRange<Int>

  /// Whether both ends are known exactly.
  public var isExact: Bool { best.count == 1 && worst.count == 1 }
}
