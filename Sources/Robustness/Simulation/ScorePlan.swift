internal import Foundation
internal import Scoring
internal import Text

/// How the scores of many draws are computed: what the draws share, worked out once.
///
/// Subtrees whose weights and values never change become one column. Arithmetic nodes that miss nothing are
/// merged into the arithmetic node above, the terms having as weight the product of the shares on the way down;
/// so an arithmetic index without missing values is one matrix product. Units stand in the order of their nominal
/// scores, the best first; "place" below is a position in that order.
struct ScorePlan: Sendable {
  /// A weighted mean of columns and of other blocks.
  struct Block: Sendable {
    let aggregation: Aggregation
    /// That of the block which uses this one; nil at the top.
    let parent: Aggregation?
    /// The steps that compute the weights of its terms.
    let steps: Range<Int>
    /// Whether no unit lacks a term: the weights then sum to one, and else they are divided by the sum of those
    /// that are known.
    let isComplete: Bool
    /// Whether the unit at each place has a value under the weights of the framework.
    let isDefined: [Bool]
    /// How many columns are summed by the kernel, where their values begin in `values`, and where their weights.
    let columns: Int
    let values: Int
    let slots: Int
    /// Where the marks of what is known begin, 1 or 0; nil when complete.
    let known: Int?
    let others: [Term]
  }

  /// A term that can be infinite, so that a weight of zero must leave it out, or that differs between draws.
  struct Term: Sendable {
    /// The position of its raw weight among those of a draw.
    let weight: Int
    let slot: Int
    let source: Source
  }

  enum Source: Sendable {
    /// Where the values of a column begin, and the marks of what is known; nil when all are.
    case column(values: Int, known: Int?)
    /// The position of an earlier block.
    case block(Int)
  }

  /// Where the values of a leaf that changes from draw to draw stand.
  struct Position: Sendable {
    /// Where they begin, and how far the values of the next four units are from those of the last.
    let start: Int
    let stride: Int
    /// What they are aggregated by.
    let aggregation: Aggregation
  }

  /// Blocks before those that use them; the last gives the score.
  var blocks: [Block] = []
  var steps = ShareSteps()
  /// How many weights are computed in a draw.
  var slots = 0
  /// Values of columns, four units together, as the blocks say.
  var values: [SIMD4<Double>] = []
  /// One a column of the index, where values change; nil for a column without any.
  var positions: [Position?] = []
  /// Whether a value below zero stands, in every draw, under a node that can not take it.
  var neverScores = false
  /// The unit at each place.
  let order: [Int]

  init(index: CompositeIndex) {
    let grid = index.scoreGrid
    let places = index.scores().map { $0.map(grid.place) }
    order = index.units.indices.sorted {
      (places[$0] ?? .min, $1) > (places[$1] ?? .min, $0)
    }
    positions = [Position?](repeating: nil, count: index.leaves.count)
  }

  package var units: Int { order.count }
  /// How many groups of four units there are, the last filled up.
  var tiles: Int { (units + 3) / 4 }
}

extension Aggregation {
  /// What is summed of a value.
  func summand(of value: Double) -> Double {
    switch self {
    case .arithmetic: value
    case .geometric: log(value)
    case .harmonic: 1 / value
    }
  }

  /// The value that a mean of summands stands for.
  func value(ofMean mean: Double) -> Double {
    switch self {
    case .arithmetic: mean
    case .geometric: exp(mean)
    case .harmonic: 1 / mean
    }
  }
}
