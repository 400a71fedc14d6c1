package import Robustness
internal import Scoring
package import Text

/// The command-line report on the robustness of ranks under other weights.
package struct RobustnessReport: Sendable {
  /// The origin of the weights.
  package enum Weights: Sendable {
    /// Drawn with these settings.
    case drawn(RankSimulation.Settings)
    /// Read from a file.
    case replayed
  }

  /// The parts requested in addition; nil where not requested.
  package struct Extras: Sendable {
    /// For each pair, the single weight whose change swaps it soonest.
    package var flips: [PairFlip]?
    /// The possible ranks of each unit under all weights near those of the framework.
    package var ranges: Ranges?
    /// The ranks under other design choices.
    package var variants: VariantReport?
    /// The coherence of the components.
    package var coherence: CoherenceReport?
    /// The shares of weights and measurement in the variance of each rank.
    package var variance: VarianceShares?
    /// The share of draws at which two units count as told apart, for the groups of pairs.
    package var level = 0.9

    package init() {}
  }

  /// The possible ranks of units.
  package struct Ranges: Sendable {
    let share: Double
    let levels: PerturbedLevels
    package let units: [RankRange]

    /// - Parameters:
    ///   - share: the largest relative change of each weight, 0 to 1.
    ///   - levels: which weights change.
    ///   - units: the ranges computed for these two.
    package init(share: Double, levels: PerturbedLevels, units: [RankRange]) {
      self.share = share
      self.levels = levels
      self.units = units
    }
  }

  let index: CompositeIndex
  let result: RobustnessResult
  let weights: Weights
  let extras: Extras
  let language: Language
  var number: ReportNumber { ReportNumber(language: language) }

  /// - Parameter result: the result of a simulation of the index.
  package init(
    index: CompositeIndex, result: RobustnessResult, weights: Weights, extras: Extras, language: Language
  ) {
    self.index = index
    self.result = result
    self.weights = weights
    self.extras = extras
    self.language = language
  }

  /// RFC 4180, one row per unit in input order.
  package var csv: String { units(sorted: false).csv }

  /// An object as described by `docs/schema/robustness.schema.json`, the same for any number of threads.
  package var json: String { JSONValue.object(head + parts).document }

  /// The positions of the units, best rank first, units without a rank last.
  var order: [Int] {
    result.units.indices.sorted {
      (result.units[$0].rank ?? .max, $0) < (result.units[$1].rank ?? .max, $1)
    }
  }

  /// The number of draws, including excluded ones.
  var drawsMade: Int { result.draws + excluded }

  /// The number of excluded draws.
  var excluded: Int { result.excluded.values.reduce(0, +) }

  /// The unit table, best rank first or in input order.
  package func units(sorted: Bool) -> ReportTable {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Hạng" : "Rank", "rank"), (vi ? "Đơn vị" : "Unit", "unit"), (vi ? "Điểm" : "Score", "score"),
      (vi ? "Đã biết (%)" : "Known (%)", "coverage"), (vi ? "Hạng trung bình" : "Mean rank", "meanRank"),
      ("", "meanRankError"), (vi ? "Trung vị" : "Median", "medianRank"), ("", "medianRankError"),
      (vi ? "Phân vị 5%" : "5th percentile", "rankP05"), ("", "rankP05Error"),
      (vi ? "Phân vị 95%" : "95th percentile", "rankP95"), ("", "rankP95Error"),
    ]
    let places = ReportNumber.places(of: result.units.map(\.score))
    let rows = (sorted ? order : Array(result.units.indices)).map { position -> [ReportTable.ReportCell] in
      let unit = result.units[position]
      return [
        .init(unit.rank.map { String($0) } ?? "–", .integer(unit.rank)), .init(unit.name),
        .init(number.text(unit.score, places: places), .double(unit.score)),
        .init(number.percent(unit.coverage, places: 2), .double(unit.coverage)),
      ] + estimates(of: unit.ranks)
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private func estimates(of ranks: RankDistribution) -> [ReportTable.ReportCell] {
    let estimates =
      [(ranks.mean, ranks.meanError)]
      + [0.5, 0.05, 0.95].map {
        (ranks.percentile($0), ranks.percentileError($0))
      }
    return estimates.flatMap { value, error -> [ReportTable.ReportCell] in
      [
        .init(number.text(value, error: error, places: 2), .double(value)),
        .init("", .double(error)),
      ]
    }
  }
}
