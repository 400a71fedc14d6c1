/// Why given weights can not be replayed.
package enum ReplayFault: Error, Hashable, Sendable {
  /// A draw, counted from 0, that has not one weight a node.
  case weightCount(draw: Int, count: Int)
  /// A weight below zero or not finite, or weights below the node whose sum is not finite.
  case weightInvalid(draw: Int, code: String)
}
