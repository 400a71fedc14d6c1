/// The result of one unit on a framework.
public struct UnitScore: Sendable {
  /// One node of one unit.
  public struct NodeScore: Sendable {
    /// The code.
    public let code: String
    /// The maximum of the applicable part; nil when unknown.
    public let maximum: ExactDecimal?
    /// The possible points; a single value when they are known.
    public let points: Interval
    /// Whether the node applies.
    public let applies: Bool
    /// Whether the points were given rather than inferred.
    public let isGiven: Bool

    /// The points in percent of the maximum, 0 to 100; nil when the maximum is unknown or nothing applies.
    ///
    /// Four decimals: rounded to nearest when the points are known, outward when they are not.
    public var percent: Interval? {
      points.isExact
        ? percent(places: 4) : percentRange
    }

    /// The percentage with each end rounded once to `places` decimals (0 to 4), halves away from zero.
    public func percent(places: Int) -> Interval? {
      guard percentRange != nil, let maximum else { return nil }
      let ends = [points.lower, points.upper].compactMap { $0.percent(of: maximum, places: places) }
      return ends.count == 2 ? Interval(between: ends[0], and: ends[1]) : nil
    }

    /// The percentage rounded outward to four decimals, so that it contains the true one.
    var percentRange: Interval? {
      guard applies, let maximum else { return nil }
      return points.asPercent(of: Interval(maximum))
    }
  }

  /// The unit.
  public let unit: String
  /// The nodes in the order of the framework.
  public let nodes: [NodeScore]
  /// The rank among the units, 1 is best; nil while a missing score could change it.
  public internal(set) var rank: Int?
  /// The best and worst possible rank; nil when nothing is known about the index.
  public internal(set) var rankBounds: ClosedRange<Int>?
  /// The groups that the index can fall into; exactly one when it is certain.
  package let groups: [String]
  /// The codes whose points are neither given nor inferred.
  public let missing: [String]
  /// The sums that the given points contradict.
  public let contradictions: [ScoreContradiction]

  /// A sum that the given points contradict.
  public struct ScoreContradiction: Hashable, Sendable {
    /// The node whose points are not the sum of its children.
    public let code: String
    /// The distance between the two, in points, above 0.
    public let gap: ExactDecimal
  }

  /// The root node.
  public var total: NodeScore? { nodes.first }
  /// The index: points in percent of the applicable maximum.
  public var index: Interval? { total?.percent }
}

extension ExactDecimal {
  /// This non-negative value in percent of a maximum, rounded once; nil when the maximum is not above zero, this value
  /// is negative, or the result exceeds the range of the type.
  fileprivate func percent(of maximum: ExactDecimal, places: Int) -> ExactDecimal? {
    guard maximum > .zero, self >= .zero else { return nil }
    var unit: Int128 = 1
    for _ in min(max(places, 0), 4)..<4 { unit *= 10 }
    let divisor = Int128(maximum.tenThousandths) * unit
    let doubled = Int128(tenThousandths) * 2_000_000 + divisor
    return Int64(exactly: doubled / (2 * divisor) * unit).map(ExactDecimal.init(tenThousandths:))
  }
}
