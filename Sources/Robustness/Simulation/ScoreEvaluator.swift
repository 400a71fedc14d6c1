internal import Scoring

/// Evaluates a ``ScorePlan`` for eight draws in parallel lanes.
struct ScoreEvaluator: Sendable {
  let plan: ScorePlan
  private let kernel: DrawKernel
  /// The raw weights of each draw: one per node, then a constant 1.
  var weights: [DrawRow]
  /// The values of the plan, including those that change from draw to draw.
  var values: [SIMD4<Double>]
  /// The value of each block, as a summand of its parent block; the last block gives the scores ÷ scale.
  private var sums: [[DrawRow]]
  /// For each incomplete block, the sum of the known weights, later 1 where there is a value and else 0.
  private var known: [[DrawRow]]
  private var shares: [DrawRow]
  /// The draws in which the weights of all known parts of a node are zero.
  private(set) var zeroWeights = DrawMask(repeating: false)
  /// The draws in which a unit has no score.
  private(set) var noScore = DrawMask(repeating: false)
  /// Whether some of ``values`` cannot be scored.
  var valuesFail = false

  init(plan: ScorePlan, weights: [Double], kernel: DrawKernel) {
    self.plan = plan
    self.kernel = kernel
    self.weights = (weights + [1]).map { DrawRow(repeating: $0) }
    values = plan.values
    let empty = [DrawRow](repeating: DrawRow(), count: plan.tiles * 4)
    sums = plan.blocks.map { _ in empty }
    known = plan.blocks.map { $0.isComplete ? [] : empty }
    shares = [DrawRow](repeating: DrawRow(), count: plan.slots)
  }

  /// The scores ÷ scale, one per place of the plan, padded to a multiple of four.
  var scores: [DrawRow] { sums[sums.count - 1] }

  mutating func evaluate() {
    zeroWeights = DrawMask(repeating: false)
    noScore = DrawMask(repeating: plan.neverScores || valuesFail)
    for (position, block) in plan.blocks.enumerated() {
      kernel.shares(block.steps, of: plan.steps, weights: weights, into: &shares, zero: &zeroWeights)
      kernel.weightedSums(
        values: values, from: block.values, columns: block.columns, weights: shares, from: block.slots,
        into: &sums[position])
      if let marks = block.known {
        kernel.weightedSums(
          values: values, from: marks, columns: block.columns, weights: shares, from: block.slots,
          into: &known[position])
      }
      for term in block.others { add(term, to: position) }
      if !block.isComplete { divide(block, at: position) }
      if block.aggregation != .arithmetic || block.parent?.needsNonNegative == true {
        convert(block, at: position)
      }
    }
  }

  private mutating func add(_ term: ScorePlan.Term, to position: Int) {
    var weight = shares[term.slot]
    var isZero = DrawMask(repeating: false)
    if plan.blocks[position].aggregation != .arithmetic {
      isZero .|= weights[term.weight] .== 0
      // An infinite term decides the sum even if its share underflows.
      weight = pointwiseMax(weight, DrawRow(repeating: .leastNonzeroMagnitude)).replacing(
        with: 0, where: isZero)
    }
    switch term.source {
    case .column(let start, let marks):
      for place in 0..<plan.units {
        let summand = weight * values[start + place / 4][place % 4]
        sums[position][place] += summand.replacing(with: 0, where: isZero)
        if let marks { known[position][place] += weight * values[marks + place / 4][place % 4] }
      }
    case .block(let source):
      // Both are empty for a complete block.
      kernel.add(
        sums[source], known: known[source], weight: weight, skipped: isZero, units: plan.units,
        to: &sums[position], total: &known[position])
    }
  }

  /// Divides by the known weights.
  private mutating func divide(_ block: ScorePlan.PlanBlock, at position: Int) {
    let zero = kernel.divide(&sums[position], by: &known[position], isDefined: block.isDefined)
    zeroWeights .|= zero.defined
    if block.parent == nil { noScore .|= zero.other }
  }

  /// Converts means of summands to values, and these to summands of the parent block.
  private mutating func convert(_ block: ScorePlan.PlanBlock, at position: Int) {
    for place in 0..<plan.units {
      for draw in 0..<DrawRow.draws where block.isComplete || known[position][place][draw] > 0 {
        let value = block.aggregation.value(ofMean: sums[position][place][draw])
        if let parent = block.parent, parent.needsNonNegative, value < 0 { noScore[draw] = true }
        sums[position][place][draw] = block.parent?.summand(of: value) ?? value
      }
    }
  }
}
