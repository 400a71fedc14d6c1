/// Ranks of an index under many draws of its weights.
///
/// Every draw has its own random numbers (``Settings/seed`` and the number of the draw determine them), and only
/// whole numbers are added up. So the result does not depend on the number of threads, and more draws begin with
/// the same ones.
public struct RankSimulation: Sendable {
  /// What is drawn, how often, and what is counted.
  public struct Settings: Sendable {
    /// What is assumed of the weights.
    public var prior: WeightPrior
    /// Which weights are changed.
    public var levels: PerturbedLevels
    /// How many draws there are.
    public var draws: DrawCount
    /// The key of the random numbers.
    public var seed: UInt64
    /// How many threads work; below 1 counts as 1. The result is the same for any.
    public var threads: Int
    /// Whether it is counted, for all pairs, how often one ranks above the other.
    public var countsPairs: Bool
    /// How far the scores may lie from what was measured, made for the same index; nil when they are taken as
    /// exact.
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

  /// How many draws there are.
  public enum DrawCount: Hashable, Sendable {
    /// This many; below 0 counts as 0.
    case fixed(Int)
    /// Until the Monte Carlo error of every mean rank and of every 5th, 50th and 95th percentile is at most the
    /// bound. It is looked at after 1024, 2048, 4096, … draws and at the most.
    case untilError(Double, atMost: Int)

    /// The most draws that there can be.
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
  /// - Parameter progress: called now and then with the number of draws done.
  public func run(progress: (@Sendable (Int) -> Void)? = nil) -> RobustnessResult {
    var crew = DrawCrew(index: index, settings: settings)
    return simulate(roundLength: Self.roundLength) { range in
      crew.simulate(range)
      progress?(range.upperBound)
      return crew.tally
    }
  }

  /// The same, with the draws handed over in order, for files of weights and ranks.
  ///
  /// - Parameter batches: called with every batch of draws.
  /// - Throws: what `batches` throws.
  package func run(batches: (DrawBatch) throws -> Void) throws -> RobustnessResult {
    var crew = DrawCrew(index: index, settings: settings)
    return try simulate(roundLength: Self.batchLength) { range in
      try batches(crew.record(range))
      return crew.tally
    }
  }

  /// Counts the ranks that given weights lead to; prior, levels, number of draws and seed of the settings are
  /// not used.
  ///
  /// - Parameters:
  ///   - next: gives up to `limit` further draws, each one raw weight a node in the order of the index; none at
  ///     the end.
  ///   - batches: called with every batch of draws.
  /// - Throws: ``ReplayFault``, and what `next` and `batches` throw.
  package func replay(
    next: (_ limit: Int) throws -> [[Double]], batches: ((DrawBatch) throws -> Void)? = nil
  ) throws -> RobustnessResult {
    var crew = DrawCrew(index: index, settings: settings, replays: true)
    var done = 0
    while true {
      let rows = try next(Self.batchLength)
      if rows.isEmpty { return result(crew.tally, reachedErrorBound: nil) }
      try check(rows, firstDraw: done)
      let batch = crew.replay(rows, firstDraw: done)
      try batches?(batch)
      done += rows.count
    }
  }

  /// Splits the variance of each rank between the weights and ``Settings/measurement``, which explains nothing
  /// when it is nil. A stop rule counts as its most draws; ``Settings/countsPairs`` is not used.
  package func varianceShares() -> VarianceShares {
    let worker = VarianceWorker(index: index, settings: settings)
    var workers = [VarianceWorker](repeating: worker, count: max(settings.threads, 1))
    for start in stride(from: 0, to: settings.draws.most, by: Self.roundLength) {
      let round = start..<min(start + Self.roundLength, settings.draws.most)
      for (position, part) in DrawCrew.parts(of: round, workers.count).enumerated() {
        workers[position].draws = part
      }
      DrawKernel.forEach(&workers) { $0.work() }
    }
    var tally = worker.tally
    for worker in workers { tally += worker.tally }
    return tally.shares(names: index.units, order: worker.order)
  }

  /// How many draws are shared out at a time, and how many are handed over at a time.
  private static let roundLength = 16_384
  private static let batchLength = 1024

  /// Runs rounds of draws until there are enough; `round` gives what all of them so far counted.
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
        RobustnessResult.Unit(
          name: index.units[unit], score: scores[unit], rank: ranks[unit], coverage: index.coverage[unit],
          ranks: tally.distribution(of: unit))
      },
      draws: tally.draws, excluded: tally.excluded,
      pairs: settings.countsPairs
        ? PairCounts(units: tally.units, draws: tally.draws, above: tally.above) : nil,
      reachedErrorBound: reachedErrorBound)
  }
}
