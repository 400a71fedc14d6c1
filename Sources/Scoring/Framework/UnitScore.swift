/// How one unit scores on a framework.
public struct UnitScore: Sendable {
  /// One node of one unit.
  public struct Node: Sendable {
    /// The code.
    public let code: String
    /// The maximum of what applies; nil when not known.
    public let maximum: ExactDecimal?
    /// What the points can be; one value when they are known.
    public let points: Interval
    /// Whether the node applies.
    public let applies: Bool
    /// Whether the points were given, rather than following from others.
    public let isGiven: Bool

    /// The points in percent of the maximum, 0 to 100; nil when the maximum is not known or nothing applies.
    ///
    /// Four decimals: rounded to the nearest where the points are known, outward where they are not.
    public var percent: Interval? {
      points.isExact
        ? percent(places: 4) : percentRange
    }

    /// The same, each end rounded once to `places` decimals (0 to 4), halves away from zero.
    public func percent(places: Int) -> Interval? {
      guard percentRange != nil, let maximum else { return nil }
      let ends = [points.lower, points.upper].compactMap { $0.percent(of: maximum, places: places) }
      return ends.count == 2 ? Interval(between: ends[0], and: ends[1]) : nil
    }

    /// Rounded outward to four decimals, so that it surely holds the percentage.
    var percentRange: Interval? {
      guard applies, let maximum else { return nil }
      return points.asPercent(of: Interval(maximum))
    }
  }

  /// The unit.
  public let unit: String
  /// The nodes in the order of the framework.
  public let nodes: [Node]
  /// The rank among the units, 1 is best; nil unless all units that could change it are known.
  public internal(set) var rank: Int?
  /// The best and worst rank that the unit can have; nil when nothing is known of its index.
  public internal(set) var rankBounds: ClosedRange<Int>?
  /// The groups that the index can fall into; one when it is settled.
  package let groups: [String]
  /// Codes that are not given and do not follow.
  public let missing: [String]
  /// Sums that the given points contradict, with how far they are apart.
  public let contradictions: [Contradiction]

  /// A sum that the given points contradict.
  public struct Contradiction: Hashable, Sendable {
    /// The node whose points are not the sum of its children.
    public let code: String
    /// How far the two are apart, above 0.
    public let gap: ExactDecimal
  }

  /// The node at the top.
  public var total: Node? { nodes.first }
  /// The index: points in percent of the maximum of what applies.
  public var index: Interval? { total?.percent }
}

extension ExactDecimal {
  /// This value, not below zero, in percent of a maximum above zero, rounded once; nil outside the range of
  /// the type.
  fileprivate func percent(of maximum: ExactDecimal, places: Int) -> ExactDecimal? {
    guard maximum > .zero, self >= .zero else { return nil }
    var unit: Int128 = 1
    for _ in min(max(places, 0), 4)..<4 { unit *= 10 }
    let divisor = Int128(maximum.tenThousandths) * unit
    let doubled = Int128(tenThousandths) * 2_000_000 + divisor
    return Int64(exactly: doubled / (2 * divisor) * unit).map(ExactDecimal.init(tenThousandths:))
  }
}
