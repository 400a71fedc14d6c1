/// Ranks every draw three times, with (W, M), (W, M′) and (W′, M), and sums the results, in one thread.
struct VarianceWorker: Sendable {
  private var sampler: WeightSampler
  private let measured: MeasuredValues?
  private var evaluator: ScoreEvaluator
  private var counter: RankCounter
  private var weights: [DrawRow]
  private var otherWeights: [DrawRow]
  private(set) var tally: VarianceTally
  /// The draws to simulate.
  var draws = 0..<0

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    let kernel = DrawKernel()
    sampler = WeightSampler(index: index, settings: settings, kernel: kernel)
    let model = settings.measurement.flatMap { $0.isEmpty ? nil : $0 }
    let plan = ScorePlanner.plan(for: index, changing: sampler.nodes, valuesChange: model != nil)
    measured = model.map { MeasuredValues(model: $0, index: index, plan: plan, seed: settings.seed) }
    evaluator = ScoreEvaluator(plan: plan, weights: index.weights, kernel: kernel)
    counter = RankCounter(plan: plan, index: index, countsPairs: false, kernel: kernel)
    counter.keepsRanks = true
    weights = evaluator.weights
    otherWeights = evaluator.weights
    tally = VarianceTally(units: plan.units)
  }

  /// The unit at each place of the tally.
  var order: [Int] { evaluator.plan.order }

  /// Simulates ``draws``.
  mutating func work() {
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: DrawRow.draws) {
      sampler.sample(firstDraw: first, purpose: .weights, into: &weights)
      sampler.sample(firstDraw: first, purpose: .otherWeights, into: &otherWeights)
      for draw in 0..<min(DrawRow.draws, draws.upperBound - first) { count(first + draw, at: draw) }
    }
  }

  private mutating func count(_ draw: Int, at lane: Int) {
    for node in weights.indices {
      evaluator.weights[node] = DrawRow(repeating: weights[node][lane])
      evaluator.weights[node][1] = otherWeights[node][lane]
    }
    measured?.set(draw: draw, purpose: .measurement, in: &evaluator)
    if let reason = rank(2) { return tally.exclude(reason) }
    let ranks = counter.ranks
    measured?.set(draw: draw, purpose: .otherMeasurement, in: &evaluator)
    if let reason = rank(1) { return tally.exclude(reason) }
    tally.count(draw: draw, ranks: ranks, others: counter.ranks)
  }

  /// Ranks the first lanes; returns the reason when one cannot be ranked.
  private mutating func rank(_ draws: Int) -> RobustnessResult.Exclusion? {
    evaluator.evaluate()
    var isAsked = DrawMask(repeating: false)
    for draw in 0..<draws {
      if evaluator.zeroWeights[draw] { return .zeroWeights }
      if evaluator.noScore[draw] { return .noScore }
      isAsked[draw] = true
    }
    return any(counter.count(evaluator.scores, draws: isAsked)) ? .noScore : nil
  }
}
