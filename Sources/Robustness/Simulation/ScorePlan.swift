internal import Foundation
internal import Scoring
internal import Text

/// The part of the score computation that all draws share, prepared once.
///
/// A subtree whose weights and values never change becomes one column. A complete arithmetic node is merged into its
/// arithmetic parent; the weight of its terms is then the product of the shares on the path. So an arithmetic index
/// without missing values becomes one matrix product. Units are sorted by nominal score, best first; "place" means a
/// position in that order.
struct ScorePlan: Sendable {
  /// A weighted mean of columns and other blocks.
  struct PlanBlock: Sendable {
    let aggregation: Aggregation
    /// The aggregation of the parent block; nil at the top.
    let parent: Aggregation?
    /// The steps that compute the weights of its terms.
    let steps: Range<Int>
    /// Whether every unit has every term. The weights then sum to 1; otherwise sums are divided by the known weights.
    let isComplete: Bool
    /// Whether the unit at each place has a value under the weights of the framework.
    let isDefined: [Bool]
    /// The number of columns summed by the kernel, the start of their entries in `values`, and the start of their
    /// weights.
    let columns: Int
    let values: Int
    let slots: Int
    /// The start of the marks for known values, 1 or 0; nil when complete.
    let known: Int?
    let others: [Term]
  }

  /// A term that the kernel cannot sum: it may be infinite, so a zero weight has to skip it, or it differs between
  /// draws.
  struct Term: Sendable {
    /// The position of its raw weight in a draw.
    let weight: Int
    let slot: Int
    let source: PlanSource
  }

  enum PlanSource: Sendable {
    /// The start of the column's values, and of its marks for known values; nil when all are known.
    case column(values: Int, known: Int?)
    /// The position of an earlier block.
    case block(Int)
  }

  /// The location of a leaf's values that change from draw to draw.
  struct PlanPosition: Sendable {
    /// The start of the values, and the distance between consecutive groups of four units.
    let start: Int
    let stride: Int
    /// The aggregation that uses the values.
    let aggregation: Aggregation
  }

  /// The blocks, each before the block that uses it; the last gives the score.
  var blocks: [PlanBlock] = []
  var steps = ShareSteps()
  /// The number of weights computed per draw.
  var slots = 0
  /// The values of columns in groups of four units, as laid out by the blocks.
  var values: [SIMD4<Double>] = []
  /// One entry per column of the index, where values change; nil for a column without values.
  var positions: [PlanPosition?] = []
  /// Whether in every draw a negative value is under a node that does not accept it.
  var neverScores = false
  /// The unit at each place.
  let order: [Int]

  init(index: CompositeIndex) {
    let grid = index.scoreGrid
    let places = index.scores().map { $0.map(grid.place) }
    order = index.units.indices.sorted {
      (places[$0] ?? .min, $1) > (places[$1] ?? .min, $0)
    }
    positions = [PlanPosition?](repeating: nil, count: index.leaves.count)
  }

  package var units: Int { order.count }
  /// The number of groups of four units, the last padded.
  var tiles: Int { (units + 3) / 4 }
}

extension Aggregation {
  /// The summand for a value.
  func summand(of value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: log(value)
    case .harmonic: 1 / value
    }
  }

  /// The value for a mean of summands.
  func value(ofMean mean: Double) -> Double {
    switch self {
    case .arithmetic: mean
    case .geometric: exp(mean)
    case .harmonic: 1 / mean
    }
  }
}
