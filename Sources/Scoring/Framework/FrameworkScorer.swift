/// Scores units on a framework of points with exact arithmetic; missing points give intervals.
public struct FrameworkScorer: Sendable {
  /// The framework.
  public let framework: Framework
  /// The decimals to which the index is rounded before ranking, 0 to 4.
  public let rankPlaces: Int

  /// - Parameter rankPlaces: 0 to 4; national publishers use two.
  public init(framework: Framework, rankPlaces: Int = 2) {
    self.framework = framework
    self.rankPlaces = rankPlaces
  }

  /// The scores of every unit, in the order of the table.
  ///
  /// Units tie when their indexes are equal after rounding to ``rankPlaces``.
  public func scores(of table: ScoreTable) -> [UnitScore] {
    var scores = table.units.map(score)
    let indexes = scores.map { $0.total?.percent(places: rankPlaces) }
    let bounds = CompetitionRanking.rankBounds(of: indexes)
    for index in scores.indices {
      scores[index].rankBounds = bounds[index]
      let isSettled = bounds[index].map { $0.lowerBound == $0.upperBound } ?? false
      scores[index].rank = isSettled ? bounds[index]?.lowerBound : nil
    }
    return scores
  }

  private func score(_ unit: ScoreTable.ScoredUnit) -> UnitScore {
    let absent = absentCodes(of: unit)
    let maxima = self.maxima(absent: absent)
    var intervals: [String: Interval] = [:]
    for node in framework.nodes where !absent.contains(node.code) {
      let top = maxima[node.code] ?? framework[framework.root]?.maximum ?? .maximumMagnitude
      intervals[node.code] = Interval(between: .zero, and: top)
      switch (unit.scores[node.code], framework.notApplicable) {
      case (.points(let points), _): intervals[node.code] = Interval(points)
      case (.notApplicable, .fullPoints): intervals[node.code] = Interval(top)
      case (.notApplicable, .zeroPoints): intervals[node.code] = Interval(.zero)
      case (.notApplicable, .leavesBoth), (.value, _), (nil, _): break
      }
    }
    let sums = framework.nodes.compactMap { node -> SumSystem<String>.Constraint? in
      let parts = framework.children(of: node.code).filter { !absent.contains($0) }
      guard !absent.contains(node.code), !parts.isEmpty else { return nil }
      return SumSystem<String>.Constraint(total: node.code, parts: parts)
    }
    let system = SumSystem(intervals: intervals, constraints: sums)
    let nodes = framework.nodes.map { node in
      UnitScore.NodeScore(
        code: node.code, maximum: maxima[node.code], points: system[node.code] ?? Interval(.zero),
        applies: !absent.contains(node.code), isGiven: unit.scores[node.code] != nil)
    }
    let index = nodes.first?.percentRange
    return UnitScore(
      unit: unit.name, nodes: nodes, rank: nil, rankBounds: nil,
      groups: index.map(groups) ?? [],
      missing: nodes.filter { $0.applies && !$0.points.isExact }.map(\.code),
      contradictions: system.contradictions.map {
        UnitScore.ScoreContradiction(code: $0.constraint.total, gap: $0.gap)
      })
  }

  private func groups(of index: Interval) -> [String] {
    framework.groups.filter { group in
      group.contains(index.lower) || group.contains(index.upper)
        || [group.from, group.to].compactMap { $0 }.contains { index.lower < $0 && $0 < index.upper }
    }.map(\.label).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The codes that do not apply: marked nodes, everything below them, and nodes none of whose children apply.
  private func absentCodes(of unit: ScoreTable.ScoredUnit) -> Set<String> {
    guard framework.notApplicable == .leavesBoth else { return [] }
    var absent: Set<String> = []
    for node in framework.nodes {
      let isMarked = unit.scores[node.code] == .notApplicable
      if isMarked || node.parent.map(absent.contains) == true { absent.insert(node.code) }
    }
    for node in framework.nodes.reversed() {
      let children = framework.children(of: node.code)
      if !children.isEmpty, children.allSatisfy(absent.contains) { absent.insert(node.code) }
    }
    return absent
  }

  /// The maximum of the applicable part of each node; absent where unknown.
  private func maxima(absent: Set<String>) -> [String: ExactDecimal] {
    var result: [String: ExactDecimal] = [:]
    for node in framework.nodes.reversed() where !absent.contains(node.code) {
      let children = framework.children(of: node.code)
      let gone = children.filter(absent.contains)
      let below = children.filter { !absent.contains($0) }.map { result[$0] }
      if !children.isEmpty, below.allSatisfy({ $0 != nil }) {
        result[node.code] = below.compactMap { $0 }.sum
      } else if gone.isEmpty {
        result[node.code] = node.maximum
      } else if let maximum = node.maximum {
        let left = gone.map { framework[$0]?.maximum }
        if left.allSatisfy({ $0 != nil }) { result[node.code] = maximum - left.compactMap { $0 }.sum }
      }
    }
    return result
  }
}
