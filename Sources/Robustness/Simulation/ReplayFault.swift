/// Why given weights cannot be replayed.
package enum ReplayFault: Error, Hashable, Sendable {
  /// A draw, 0-based, that does not have one weight per node.
  case weightCount(draw: Int, count: Int)
  /// A weight is negative or not finite, or the weights below the node have no finite sum.
  case weightInvalid(draw: Int, code: String)
}
