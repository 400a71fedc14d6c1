/// Distributes draws to threads and sums their tallies.
struct DrawPool {
  private let nodes: Int
  private var workers: [DrawWorker]
  private(set) var tally: RankTally

  /// - Parameter replays: whether the weights are given, so that the weights of all nodes may change.
  init(
    index: CompositeIndex, settings: RankSimulation.Settings, replays: Bool = false,
    kernel: DrawKernel = DrawKernel()
  ) {
    nodes = index.nodes.count
    let worker = DrawWorker(index: index, settings: settings, replays: replays, kernel: kernel)
    workers = [DrawWorker](repeating: worker, count: max(settings.threads, 1))
    tally = RankTally(units: index.units.count, countsPairs: settings.countsPairs)
  }

  /// Simulates and counts draws.
  mutating func simulate(_ draws: Range<Int>) { work(draws, rows: nil, keeps: false) }

  /// Simulates and counts draws, and returns their weights and ranks.
  mutating func record(_ draws: Range<Int>) -> DrawBatch {
    work(draws, rows: nil, keeps: true)
    return batch(draws)
  }

  /// Counts draws with given weights, and returns their weights and ranks.
  mutating func replay(_ rows: [[Double]], firstDraw: Int) -> DrawBatch {
    let draws = firstDraw..<firstDraw + rows.count
    work(draws, rows: rows, keeps: true)
    return batch(draws)
  }

  private mutating func work(_ draws: Range<Int>, rows: [[Double]]?, keeps: Bool) {
    for (position, part) in Self.parts(of: draws, workers.count).enumerated() {
      workers[position].draws = part
      workers[position].keeps = keeps
      workers[position].rows = rows.map {
        $0[part.lowerBound - draws.lowerBound..<part.upperBound - draws.lowerBound]
      }
    }
    DrawKernel.forEach(&workers) { $0.work() }
    for position in workers.indices { tally += workers[position].takeTally() }
  }

  private func batch(_ draws: Range<Int>) -> DrawBatch {
    DrawBatch(
      firstDraw: draws.lowerBound, count: draws.count, nodes: nodes, units: tally.units,
      weights: workers.flatMap(\.keptWeights), allRanks: workers.flatMap(\.keptRanks))
  }

  /// Consecutive parts made of whole rows; the last parts can be shorter or empty.
  static func parts(of draws: Range<Int>, _ count: Int) -> [Range<Int>] {
    let together = DrawRow.draws * count
    let length = (draws.count + together - 1) / together * DrawRow.draws
    return (0..<count).map { part in
      let start = min(draws.lowerBound + part * length, draws.upperBound)
      return start..<min(start + length, draws.upperBound)
    }
  }
}
