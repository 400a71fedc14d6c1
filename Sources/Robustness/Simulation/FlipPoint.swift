/// How far the weight of one component has to move to swap two units.
package struct FlipPoint: Hashable, Sendable {
  /// The unit that is ranked above, as a position in ``CompositeIndex/units``; of two that tie, the earlier one.
  package let above: Int
  /// The other unit.
  package let below: Int
  /// The component, as a position in ``CompositeIndex/nodes``.
  package let component: Int
  /// The relative change of the raw weight of the component, the others as they stand: 0.1 is a tenth more, −1
  /// leaves the component out, never less; nil when no change swaps the two.
  ///
  /// It is the end of the shortest way from the weight as it is: just beyond it the order is reversed; at −1,
  /// beyond which nothing lies, it is reversed there. 0 for two units that tie where every change parts them.
  package let change: Double?
}

/// The component that swaps two units soonest.
package struct PairFlip: Hashable, Sendable {
  /// The unit that is ranked above, as a position in ``CompositeIndex/units``; of two that tie, the earlier one.
  package let above: Int
  /// The other unit.
  package let below: Int
  /// The flip point of least magnitude, of several the first component; nil when no single component swaps the
  /// two.
  package let flip: FlipPoint?
}
