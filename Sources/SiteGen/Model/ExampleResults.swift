package import Scoring

/// Everything computed from the worked example, once for both languages.
package struct ExampleResults: Sendable {
  /// The example.
  package let example: WorkedExample
  /// The ranks under changed weights, the pairs and the flip points.
  package let firmness: RankFirmness
  /// The longest runs of units that can not be told apart, the best first.
  package let groups: [[Int]]
  /// How weights and measurement share the variance of the ranks.
  package let shares: VarianceShares

  /// How many draws the shares rest on, each of which ranks the units three times.
  package static let shareDraws = 512

  package init(_ example: WorkedExample) {
    self.example = example
    let firmness = RankFirmness(example.index)
    self.firmness = firmness
    groups = firmness.result.pairs?.groups(in: firmness.order, level: RankFirmness.level) ?? []
    var settings = firmness.settings
    settings.draws = .fixed(Self.shareDraws)
    settings.measurement = example.measurement
    shares = RankSimulation(index: example.index, settings: settings).varianceShares()
  }

  /// The flip of each unit with the next in order.
  package var neighbours: [PairFlip] {
    let order = firmness.order
    let next = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: { first, _ in first })
    return firmness.flips.filter { next[$0.above] == $0.below }
  }
}
