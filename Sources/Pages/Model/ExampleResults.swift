internal import Foundation
package import Files
internal import Parallel
package import Robustness
internal import Scoring

/// Everything computed from the worked example, once for both languages. Each part is computed on first use, or in
/// advance by ``prepare()``. A class, so that its many holders share one reference.
package final class ExampleResults: Sendable {
  /// The files of the example.
  package let files: [WorkedExample.ExampleFile]
  /// The files of the example of a province's own index, with what the command prints for them.
  package let unitFiles: [WorkedExample.ExampleFile]
  /// The digest of the names and contents of the files.
  package let digest: ContentDigest?

  /// The number of draws behind the variance shares; each draw ranks the units three times.
  package static let shareDraws = 256
  /// The largest relative change of a weight in the rank ranges, the same as in the draws.
  package static let rangeShare = 0.25

  private let lazyExample: Lazy<WorkedExample>
  private let lazyStability: Lazy<RankStability>
  private let lazyRanges: Lazy<[RankRange]>
  private let lazyVariants: Lazy<VariantReport>
  private let lazyCoherence: Lazy<CoherenceReport>
  private let lazyShares: Lazy<VarianceShares>

  /// - Parameters:
  ///   - files: all inputs of the example.
  ///   - unitFiles: the files of the example of a province's own index.
  ///   - example: parses them; called once, on first use.
  package init(
    of files: [WorkedExample.ExampleFile], unitFiles: [WorkedExample.ExampleFile],
    _ example: @escaping @Sendable () -> WorkedExample
  ) {
    (self.files, self.unitFiles) = (files, unitFiles)
    digest = ValueDigester.digest(
      (files + unitFiles).map { [$0.path, ContentDigest(of: Array($0.bytes)).description] })
    let lazyExample = Lazy(example)
    self.lazyExample = lazyExample
    let levels = RankStability.settings.levels
    lazyStability = Lazy { RankStability(lazyExample.value.index) }
    lazyRanges = Lazy {
      RankRanges.within(Self.rangeShare, levels: levels, of: lazyExample.value.index, work: 20_000_000)
    }
    lazyVariants = Lazy { VariantReport(lazyExample.value.index) }
    lazyCoherence = Lazy { CoherenceReport(lazyExample.value.index) }
    lazyShares = Lazy {
      var settings = RankStability.settings
      settings.draws = .fixed(Self.shareDraws)
      settings.measurement = lazyExample.value.measurement
      // The result does not depend on the number of threads.
      settings.threads = ProcessInfo.processInfo.activeProcessorCount
      return RankSimulation(index: lazyExample.value.index, settings: settings).varianceShares()
    }
  }

  /// Computes everything in advance, for a build that renders all pages.
  package func prepare() { _ = (stability, ranges, variants, coherence, shares) }

  package var example: WorkedExample { lazyExample.value }
  /// The ranks under changed weights, the pairs and the flip points.
  package var stability: RankStability { lazyStability.value }
  /// The longest runs of units that cannot be told apart, the best first.
  package var groups: [[Int]] {
    stability.result.pairs?.groups(in: stability.order, level: RankStability.level) ?? []
  }
  /// The pairs that cannot be told apart and that no group contains.
  package var pairsOutsideGroups: [[Int]] {
    stability.result.pairs?.pairsOutsideGroups(in: stability.order, level: RankStability.level) ?? []
  }
  /// The best and worst rank of each unit while no weight moves farther than in the draws.
  package var ranges: [RankRange] { lazyRanges.value }
  /// The ranks under other constructions of the index.
  package var variants: VariantReport { lazyVariants.value }
  /// How the components relate to each other.
  package var coherence: CoherenceReport { lazyCoherence.value }
  /// The shares of weights and measurement in the variance of the ranks.
  package var shares: VarianceShares { lazyShares.value }

  /// The flip point of each unit with the next one in rank order.
  package var neighbours: [PairFlip] {
    let order = stability.order
    let next = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: { first, _ in first })
    return stability.flips.filter { next[$0.above] == $0.below }
  }
}
