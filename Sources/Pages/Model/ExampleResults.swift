internal import Foundation
package import Files
internal import Parallel
package import Robustness
internal import Scoring

/// Everything computed from the worked example, once for both languages; each part when it is first asked for, or side
/// by side by ``prepare()``. A class, so that the many that hold it share it by one reference.
package final class ExampleResults: Sendable {
  /// The files of the example.
  package let files: [WorkedExample.ExampleFile]
  /// What tells the example from any other.
  package let digest: ContentDigest?

  /// How many draws the shares rest on, each of which ranks the units three times.
  package static let shareDraws = 256
  /// How far each weight moves in the ranges, the same as in the draws.
  package static let rangeShare = 0.25

  private let read: Lazy<WorkedExample>
  private let drawn: Lazy<RankStability>
  private let possible: Lazy<[RankRange]>
  private let varied: Lazy<VariantReport>
  private let correlated: Lazy<CoherenceReport>
  private let shared: Lazy<VarianceShares>

  /// Takes the example.
  ///
  /// - Parameters:
  ///   - files: everything that figures of the example come from.
  ///   - example: reads them, when the first page asks for what is in them.
  package init(of files: [WorkedExample.ExampleFile], _ example: @escaping @Sendable () -> WorkedExample) {
    self.files = files
    digest = ValueDigester.digest(files.map { [$0.name, ContentDigest(of: Array($0.bytes)).description] })
    let read = Lazy(example)
    self.read = read
    let levels = RankStability.settings.levels
    drawn = Lazy { RankStability(read.value.index) }
    possible = Lazy {
      RankRanges.within(Self.rangeShare, levels: levels, of: read.value.index, work: 20_000_000)
    }
    varied = Lazy { VariantReport(read.value.index) }
    correlated = Lazy { CoherenceReport(read.value.index) }
    shared = Lazy {
      var settings = RankStability.settings
      settings.draws = .fixed(Self.shareDraws)
      settings.measurement = read.value.measurement
      // The same result on any number of them.
      settings.threads = ProcessInfo.processInfo.activeProcessorCount
      return RankSimulation(index: read.value.index, settings: settings).varianceShares()
    }
  }

  /// Computes everything at once, for a build that makes all pages.
  package func prepare() { _ = (stability, ranges, variants, coherence, shares) }

  /// The example.
  package var example: WorkedExample { read.value }
  /// The ranks under changed weights, the pairs and the flip points.
  package var stability: RankStability { drawn.value }
  /// The longest runs of units that can not be told apart, the best first.
  package var groups: [[Int]] {
    stability.result.pairs?.groups(in: stability.order, level: RankStability.level) ?? []
  }
  /// The pairs that can not be told apart and that no run holds.
  package var pairsOutsideGroups: [[Int]] {
    stability.result.pairs?.pairsOutsideGroups(in: stability.order, level: RankStability.level) ?? []
  }
  /// The ranks that each unit can have at all within the changes that are drawn.
  package var ranges: [RankRange] { possible.value }
  /// The ranks if the index were built otherwise.
  package var variants: VariantReport { varied.value }
  /// How the components hang together.
  package var coherence: CoherenceReport { correlated.value }
  /// How weights and measurement share the variance of the ranks.
  package var shares: VarianceShares { shared.value }

  /// The flip of each unit with the next in order.
  package var neighbours: [PairFlip] {
    let order = stability.order
    let next = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: { first, _ in first })
    return stability.flips.filter { next[$0.above] == $0.below }
  }
}
