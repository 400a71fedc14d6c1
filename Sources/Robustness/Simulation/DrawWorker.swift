/// Simulates draws in one thread, eight at a time, and counts their ranks.
struct DrawWorker: Sendable {
  private let index: CompositeIndex
  private let settings: RankSimulation.Settings
  private var sampler: WeightSampler
  private let measured: MeasuredValues?
  private var evaluator: ScoreEvaluator
  private var counter: RankCounter
  private var tally: RankTally
  /// The draws to simulate next, and whether to keep weights and ranks.
  var draws = 0..<0
  var keeps = false
  /// The given weights, starting with the first of the draws; nil when weights are drawn.
  var rows: ArraySlice<[Double]>?
  private(set) var keptWeights: [Double] = []
  private(set) var keptRanks: [Int32] = []

  init(index: CompositeIndex, settings: RankSimulation.Settings, replays: Bool, kernel: DrawKernel) {
    self.index = index
    self.settings = settings
    sampler = WeightSampler(index: index, settings: settings, kernel: kernel)
    let changing = replays ? Array(index.nodes.indices) : sampler.nodes
    let model = settings.measurement.flatMap { $0.isEmpty ? nil : $0 }
    let plan = ScorePlanner.plan(for: index, changing: changing, valuesChange: model != nil)
    measured = model.map { MeasuredValues(model: $0, index: index, plan: plan, seed: settings.seed) }
    evaluator = ScoreEvaluator(plan: plan, weights: index.weights, kernel: kernel)
    counter = RankCounter(plan: plan, index: index, countsPairs: settings.countsPairs, kernel: kernel)
    tally = RankTally(units: plan.units, countsPairs: settings.countsPairs)
  }

  /// The counts since the last call.
  mutating func takeTally() -> RankTally {
    counter.move(to: &tally, order: evaluator.plan.order)
    defer { tally = RankTally(units: tally.units, countsPairs: settings.countsPairs) }
    return tally
  }

  /// Simulates ``draws``.
  mutating func work() {
    keptWeights.removeAll(keepingCapacity: true)
    keptRanks.removeAll(keepingCapacity: true)
    counter.keepsRanks = keeps || settings.countsPairs
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: DrawRow.draws) {
      let count = min(DrawRow.draws, draws.upperBound - first)
      setWeights(firstDraw: first, count: count)
      if measured == nil {
        evaluator.evaluate()
        self.count(0..<count)
      } else {
        for draw in 0..<count {
          measured?.set(draw: first + draw, purpose: .measurement, in: &evaluator)
          evaluator.evaluate()
          self.count(draw..<draw + 1)
        }
      }
    }
  }

  /// Counts some of the eight draws evaluated last.
  private mutating func count(_ draws: Range<Int>) {
    var excluded = evaluator.zeroWeights .| evaluator.noScore
    var isAsked = DrawMask(repeating: false)
    for draw in draws { isAsked[draw] = !excluded[draw] }
    excluded .|= counter.count(evaluator.scores, draws: isAsked)
    for draw in draws {
      if !excluded[draw] {
        tally.draws += 1
      } else {
        tally.excluded[evaluator.zeroWeights[draw] ? .zeroWeights : .noScore, default: 0] += 1
      }
      if keeps { keep(draw, isExcluded: excluded[draw]) }
    }
  }

  private mutating func setWeights(firstDraw: Int, count: Int) {
    guard let rows else {
      return sampler.sample(firstDraw: firstDraw, purpose: .weights, into: &evaluator.weights)
    }
    for draw in 0..<count {
      let row = rows[rows.startIndex + firstDraw - draws.lowerBound + draw]
      for node in row.indices { evaluator.weights[node][draw] = row[node] }
    }
  }

  private mutating func keep(_ draw: Int, isExcluded: Bool) {
    for node in index.nodes.indices { keptWeights.append(evaluator.weights[node][draw]) }
    let start = keptRanks.count
    keptRanks.append(contentsOf: repeatElement(0, count: tally.units))
    if isExcluded { return }
    for (place, unit) in evaluator.plan.order.enumerated() {
      keptRanks[start + unit] = counter.ranks[draw * tally.units + place]
    }
  }
}
