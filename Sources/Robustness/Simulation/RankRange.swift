/// The best and the worst rank that a unit can have under all weights of a region.
///
/// Each end is known between bounds that are proved: one value where the search was finished.
public struct RankRange: Hashable, Sendable {
  /// The unit, as a position in ``CompositeIndex/units``.
  public let unit: Int
  /// The best rank, 1 or more. Its upper bound is a rank that some weights give; no weights give one below its
  /// lower bound.
  public let best: ClosedRange<Int>
  /// The worst rank. Its lower bound is a rank that some weights give; no weights give one above its upper bound.
  public let worst: ClosedRange<Int>

  /// Whether both ends are proved.
  public var isExact: Bool { best.count == 1 && worst.count == 1 }
}
