package import Robustness
package import Scoring

/// The stability of the ranks of an index: the draws, the pairs, and the changes of one weight that swap two units.
package struct RankStability: Sendable {
  package let index: CompositeIndex
  /// How the weights were drawn.
  package let settings: RankSimulation.Settings
  /// The ranks over the draws, with counts of all pairs.
  package let result: RobustnessResult
  /// For each pair of units in rank order, the component whose smallest weight change swaps them.
  package let flips: [PairFlip]

  /// The share of draws at or above which one unit counts as above another.
  package static let level = 0.9
  /// The percentiles, as shares, at the ends of a rank interval.
  package static let tails = (low: 0.05, high: 0.95)

  /// How weights are drawn: the defaults of `parindex robustness --pairs --flips`, so that the command gives the same
  /// figures.
  package static var settings: RankSimulation.Settings { RankSimulation.Settings(countsPairs: true) }

  /// Draws weights, ranks the units in each draw and searches the flip points.
  package init(_ index: CompositeIndex) {
    self.index = index
    settings = Self.settings
    result = RankSimulation(index: index, settings: settings).run()
    flips = FlipPoints.smallest(in: index)
  }

  /// The positions of the ranked units, the best first.
  package var order: [Int] {
    result.units.indices.filter { result.units[$0].rank != nil }
      .sorted { (result.units[$0].rank ?? 0, $0) < (result.units[$1].rank ?? 0, $1) }
  }
}

/// One breakdown of one index year and the stability of its ranks.
package struct YearRanking: Sendable {
  package let year: Int
  package let breakdown: YearBreakdown
  /// The stability of the ranks of the complete units; nil when they are too few or the maxima are not known.
  package let stability: RankStability?

  /// Both breakdowns of a year, components first; none when no edition is known for it.
  package static func all(_ year: Int, in dataset: Dataset) -> [YearRanking] {
    guard let edition = dataset.edition(forYear: year) else { return [] }
    let entries = dataset.scorecardEntries.filter { $0.year == year }
    return YearBreakdown.BreakdownKind.allCases.compactMap { kind in
      YearBreakdown(kind, edition: edition, entries: entries).map { breakdown in
        let index = breakdown.index { ScoreWording.label($0, edition: edition) }
        return YearRanking(year: year, breakdown: breakdown, stability: index.map { RankStability($0) })
      }
    }
  }
}
