internal import CDrawKernel

/// The steps that compute the weights of siblings: raw weight ÷ sum × weight of the parent.
struct ShareSteps: Sendable {
  private(set) var steps: [draw_step] = []
  private(set) var siblings: [draw_sibling] = []
  /// The number of rows of raw weights that may be read, and of rows of shares that may be read or written.
  private(set) var weightRows = 0
  private(set) var shareRows = 0

  var count: Int { steps.count }

  /// Adds a step.
  ///
  /// - Parameters:
  ///   - above: the slot of the parent, computed by an earlier step; nil at the top of a block.
  ///   - isNormalised: whether the weights are divided by their sum.
  ///   - parts: for each sibling, the position of its raw weight in a draw and the slot for its weight.
  mutating func append(above: Int?, isNormalised: Bool, parts: some Sequence<(weight: Int, slot: Int)>) {
    let first = siblings.count
    for part in parts {
      precondition(part.weight >= 0 && part.slot >= 0)
      siblings.append(draw_sibling(weight: Int32(part.weight), slot: Int32(part.slot)))
      weightRows = max(weightRows, part.weight + 1)
      shareRows = max(shareRows, part.slot + 1)
    }
    shareRows = max(shareRows, (above ?? 0) + 1)
    steps.append(
      draw_step(
        above: Int32(above ?? -1), is_normalised: isNormalised ? 1 : 0, first: Int32(first),
        end: Int32(siblings.count)))
  }
}
