/// How far the weight of one component has to move to swap two units.
public struct FlipPoint: Hashable, Sendable {
  /// The unit that is ranked above, as a position in ``CompositeIndex/units``; of two that tie, the earlier one.
  public let above: Int
  /// The other unit.
  public let below: Int
  /// The component, as a position in ``CompositeIndex/nodes``.
  public let component: Int
  /// The relative change of the raw weight of the component, the others as they stand: 0.1 is a tenth more, −1
  /// leaves the component out, never less; nil when no change swaps the two.
  ///
  /// It is the end of the shortest way from the weight as it is: just beyond it the order is reversed; at −1,
  /// beyond which nothing lies, it is reversed there. 0 for two units that tie where every change parts them.
  public let change: Double?
}

/// The component that swaps two units soonest.
public struct PairFlip: Hashable, Sendable {
  /// The unit that is ranked above, as a position in ``CompositeIndex/units``; of two that tie, the earlier one.
  public let above: Int
  /// The other unit.
  public let below: Int
  /// The flip point of least magnitude, of several the first component; nil when no single component swaps the
  /// two.
  public let flip: FlipPoint?
}
