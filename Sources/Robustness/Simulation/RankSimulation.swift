/// A Monte Carlo simulation of ranks under random weights.
///
/// Each draw has its own random numbers, determined by ``Settings/seed`` and the number of the draw, and only whole
/// numbers are summed. So the result does not depend on the number of threads, and a longer simulation starts with the
/// same draws.
public struct RankSimulation: Sendable {
  /// What is drawn, how often, and what is counted.
  public struct Settings: Sendable {
    /// The distribution of the weights.
    public var prior: WeightPrior
    /// Which weights are perturbed.
    public var levels: PerturbedLevels
    /// The number of draws.
    public var draws: DrawCount
    /// The key of the random numbers.
    public var seed: UInt64
    /// The number of threads; below 1 counts as 1. It does not affect the result.
    public var threads: Int
    /// Whether to count, for all pairs, how often one unit ranks above the other.
    public var countsPairs: Bool
    /// The uncertainty of the scores, made for the same index; nil treats them as exact.
    package var measurement: MeasurementModel? = nil

    /// Makes settings.
    public init(
      prior: WeightPrior = .uniform(0.25), levels: PerturbedLevels = .components,
      draws: DrawCount = .fixed(10_000), seed: UInt64 = 1, threads: Int = 1, countsPairs: Bool = false
    ) {
      self.prior = prior
      self.levels = levels
      self.draws = draws
      self.seed = seed
      self.threads = threads
      self.countsPairs = countsPairs
    }
  }

  /// The number of draws.
  public enum DrawCount: Hashable, Sendable {
    /// A fixed number; below 0 counts as 0.
    case fixed(Int)
    /// Until the Monte Carlo error of every mean rank and of every 5th, 50th and 95th percentile is at most the bound.
    /// The check is made after 1024, 2048, 4096, … draws and at the maximum.
    case untilError(Double, atMost: Int)

    /// The maximum number of draws.
    package var most: Int {
      switch self {
      case .fixed(let count): max(count, 0)
      case .untilError(_, let most): max(most, 0)
      }
    }
  }

  /// The index.
  public let index: CompositeIndex
  /// The settings.
  public let settings: Settings

  /// Makes a simulation.
  public init(index: CompositeIndex, settings: Settings) {
    self.index = index
    self.settings = settings
  }

  /// Draws weights and counts ranks.
  ///
  /// - Parameter progress: called from time to time with the number of completed draws.
  public func run(progress: (@Sendable (Int) -> Void)? = nil) -> RobustnessResult {
    var pool = DrawPool(index: index, settings: settings)
    return simulate(roundLength: Self.roundLength) { range in
      pool.simulate(range)
      progress?(range.upperBound)
      return pool.tally
    }
  }

  /// The same, but passes the draws on in order, for files of weights and ranks.
  ///
  /// - Parameter batches: called with every batch of draws.
  /// - Throws: any error of `batches`.
  package func run(batches: (DrawBatch) throws -> Void) throws -> RobustnessResult {
    var pool = DrawPool(index: index, settings: settings)
    return try simulate(roundLength: Self.batchLength) { range in
      try batches(pool.record(range))
      return pool.tally
    }
  }

  /// Counts the ranks under given weights. Ignores prior, levels, number of draws and seed of the settings.
  ///
  /// - Parameters:
  ///   - next: returns up to `limit` further draws, each with one raw weight per node in index order; none at the end.
  ///   - batches: called with every batch of draws.
  /// - Throws: ``ReplayFault``, and any error of `next` and `batches`.
  package func replay(
    next: (_ limit: Int) throws -> [[Double]], batches: ((DrawBatch) throws -> Void)? = nil
  ) throws -> RobustnessResult {
    var pool = DrawPool(index: index, settings: settings, replays: true)
    var done = 0
    while true {
      let rows = try next(Self.batchLength)
      if rows.isEmpty { return result(pool.tally, reachedErrorBound: nil) }
      try check(rows, firstDraw: done)
      let batch = pool.replay(rows, firstDraw: done)
      try batches?(batch)
      done += rows.count
    }
  }

  /// Splits the variance of each rank between the weights and ``Settings/measurement``, which explains nothing when
  /// nil. A stopping rule counts as its maximum; ``Settings/countsPairs`` is ignored.
  package func varianceShares() -> VarianceShares {
    let worker = VarianceWorker(index: index, settings: settings)
    var workers = [VarianceWorker](repeating: worker, count: max(settings.threads, 1))
    for start in stride(from: 0, to: settings.draws.most, by: Self.roundLength) {
      let round = start..<min(start + Self.roundLength, settings.draws.most)
      for (position, part) in DrawPool.parts(of: round, workers.count).enumerated() {
        workers[position].draws = part
      }
      DrawKernel.forEach(&workers) { $0.work() }
    }
    var tally = worker.tally
    for worker in workers { tally += worker.tally }
    return tally.shares(names: index.units, order: worker.order)
  }

  /// How many draws are distributed at a time, and how many form a batch.
  private static let roundLength = 16_384
  private static let batchLength = 1024

  /// Runs rounds of draws until there are enough; `round` returns the tally of all rounds so far.
  private func simulate(
    roundLength: Int, round: (Range<Int>) throws -> RankTally
  ) rethrows -> RobustnessResult {
    var tally = RankTally(units: index.units.count, countsPairs: settings.countsPairs)
    var done = 0
    var check = 1024
    while done < settings.draws.most {
      var end = min(done + roundLength, settings.draws.most)
      if case .untilError = settings.draws { end = min(end, check) }
      tally = try round(done..<end)
      done = end
      if case .untilError(let bound, _) = settings.draws, done == check || done == settings.draws.most {
        if tally.isWithin(error: bound) { return result(tally, reachedErrorBound: true) }
        check *= 2
      }
    }
    if case .fixed = settings.draws { return result(tally, reachedErrorBound: nil) }
    return result(tally, reachedErrorBound: false)
  }

  private func check(_ rows: [[Double]], firstDraw: Int) throws(ReplayFault) {
    for (offset, row) in rows.enumerated() {
      guard row.count == index.nodes.count else {
        throw .weightCount(draw: firstDraw + offset, count: row.count)
      }
      for (node, weight) in zip(index.nodes, row) where !(weight >= 0 && weight.isFinite) {
        throw .weightInvalid(draw: firstDraw + offset, code: node.code)
      }
      for node in index.nodes where !node.children.reduce(0, { $0 + row[$1] }).isFinite {
        throw .weightInvalid(draw: firstDraw + offset, code: node.code)
      }
    }
  }

  private func result(_ tally: RankTally, reachedErrorBound: Bool?) -> RobustnessResult {
    let scores = index.scores()
    let ranks = index.ranks
    return RobustnessResult(
      units: index.units.indices.map { unit in
        RobustnessResult.UnitResult(
          name: index.units[unit], score: scores[unit], rank: ranks[unit], coverage: index.coverage[unit],
          ranks: tally.distribution(of: unit))
      },
      draws: tally.draws, excluded: tally.excluded,
      pairs: settings.countsPairs
        ? PairCounts(units: tally.units, draws: tally.draws, above: tally.above) : nil,
      reachedErrorBound: reachedErrorBound)
  }
}
