/// How much the weight of one component has to change to swap two units.
public struct FlipPoint: Hashable, Sendable {
  /// The higher-ranked unit, as a position in ``CompositeIndex/units``; the earlier one of a tie.
  public let above: Int
  /// The other unit, as a position.
  public let below: Int
  /// The component, as a position in ``CompositeIndex/nodes``.
  public let component: Int
  /// The relative change of the component's raw weight with the other weights fixed: 0.1 is a tenth more. It is never
  /// below −1, which removes the component; nil when no change swaps the two.
  ///
  /// It is the nearest threshold: just beyond it the order is reversed; at −1, the end of the range, the order is
  /// reversed at the threshold itself. 0 for a tie that every change breaks.
  public let change: Double?
}

/// The component that swaps two units with the smallest change.
public struct PairFlip: Hashable, Sendable {
  /// The higher-ranked unit, as a position in ``CompositeIndex/units``; the earlier one of a tie.
  public let above: Int
  /// The other unit, as a position.
  public let below: Int
  /// The flip point of least magnitude, the first component among equals; nil when no single component swaps the two.
  public let flip: FlipPoint?
}
