internal import Robustness
import Scoring

/// Times the simulation of ranks inside the process, without reading and writing, and prints nanoseconds a draw.
///
/// With one unit there is nothing to weigh or rank, so that the line shows what the weights alone cost.
@main
struct ScoringBenchmarks {
  static func main() throws {
    let full = MadeUpIndex()
    let priors: [WeightPrior] = [.uniform(0.25), .dirichlet(concentration: 100), .simplex]
    print("nanoseconds a draw, 88 leaves in 8 components, weights of the leaves changed; median of 5 runs")
    print("case".padded(to: 44) + priors.map { "\($0)".padded(to: 16) }.joined())
    try line("weights alone (1 unit)", MadeUpIndex(units: 1), priors)
    for units in [16, 63, 126] { try line("\(units) units", MadeUpIndex(units: units), priors) }
    try line("63 units, two threads", full, priors) { $0.threads = 2 }
    try line("63 units, all pairs counted", full, priors) { $0.countsPairs = true }
    try line("63 units, weights of components changed", full, priors) { $0.levels = .components }
    try line("63 units, one cell in 50 empty", MadeUpIndex(gapEvery: 50), priors)
    try line("63 units, geometric", MadeUpIndex(aggregation: .geometric), priors)
  }

  private static func line(
    _ name: String, _ made: MadeUpIndex, _ priors: [WeightPrior],
    change: (inout RankSimulation.Settings) -> Void = { _ in }
  ) throws {
    let index = try made.index()
    let cells = priors.map { prior in
      var settings = RankSimulation.Settings(prior: prior, levels: .leaves)
      change(&settings)
      return "\(nanoseconds(index, settings))".padded(to: 16)
    }
    print(name.padded(to: 44) + cells.joined())
  }

  /// The median of five runs of as many draws as take about a tenth of a second.
  private static func nanoseconds(_ index: CompositeIndex, _ settings: RankSimulation.Settings) -> Int {
    var settings = settings
    var draws = 1024
    func time() -> Double {
      settings.draws = .fixed(draws)
      let simulation = RankSimulation(index: index, settings: settings)
      let clock = ContinuousClock()
      var counted = 0
      let duration = clock.measure { counted = simulation.run().draws }
      precondition(counted == draws, "Draws of positive weights are never excluded.")
      return Double(duration.components.seconds) * 1e9 + Double(duration.components.attoseconds) / 1e9
    }
    while time() < 1e8 { draws *= 2 }
    let times = (0..<5).map { _ in time() }.sorted()
    return Int(times[2] / Double(draws))
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
