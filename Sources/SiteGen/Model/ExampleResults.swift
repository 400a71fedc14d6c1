internal import Foundation
package import Scoring

/// Everything computed from the worked example, once for both languages. Never changes; a class, so that the many
/// that hold it share it by one reference.
public final class ExampleResults: Sendable {
  /// The example.
  package let example: WorkedExample
  /// The ranks under changed weights, the pairs and the flip points.
  package let firmness: RankFirmness
  /// The longest runs of units that can not be told apart, the best first.
  package let groups: [[Int]]
  /// The pairs that can not be told apart and that no run holds.
  package let pairsOutsideGroups: [[Int]]
  /// The ranks that each unit can have at all within the changes that are drawn.
  package let ranges: [RankRange]
  /// The ranks if the index were built otherwise.
  package let variants: VariantReport
  /// How the components hang together.
  package let coherence: CoherenceReport
  /// How weights and measurement share the variance of the ranks.
  package let shares: VarianceShares

  /// How many draws the shares rest on, each of which ranks the units three times.
  package static let shareDraws = 256
  /// How far each weight moves in the ranges, the same as in the draws.
  package static let rangeShare = 0.25

  /// Computes everything.
  public init(_ example: WorkedExample) {
    self.example = example
    let firmness = RankFirmness(example.index)
    self.firmness = firmness
    let (pairs, order, level) = (firmness.result.pairs, firmness.order, RankFirmness.level)
    groups = pairs?.groups(in: order, level: level) ?? []
    pairsOutsideGroups = pairs?.pairsOutsideGroups(in: order, level: level) ?? []
    ranges = RankRanges.within(
      Self.rangeShare, levels: firmness.settings.levels, of: example.index, work: 20_000_000)
    variants = VariantReport(example.index)
    coherence = CoherenceReport(example.index)
    var settings = firmness.settings
    settings.draws = .fixed(Self.shareDraws)
    settings.measurement = example.measurement
    // The same result on any number of them.
    settings.threads = ProcessInfo.processInfo.activeProcessorCount
    shares = RankSimulation(index: example.index, settings: settings).varianceShares()
  }

  /// The flip of each unit with the next in order.
  package var neighbours: [PairFlip] {
    let order = firmness.order
    let next = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: { first, _ in first })
    return firmness.flips.filter { next[$0.above] == $0.below }
  }
}
