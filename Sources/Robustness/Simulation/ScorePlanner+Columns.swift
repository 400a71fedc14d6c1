internal import Scoring
internal import Text

extension ScorePlanner {
  /// Whether all summands of a column are finite.
  func canBeMultipliedByZero(_ node: Int, _ aggregation: Aggregation) -> Bool {
    guard aggregation.needsNonNegative else { return true }
    return !valuesChange && nominal[node].allSatisfy { aggregation.summand(of: $0 ?? 1).isFinite }
  }

  /// Appends the summands of columns, 0 for a missing value, and returns their start.
  mutating func addMatrix(_ columns: [Int], _ aggregation: Aggregation) -> Int {
    let start = plan.values.count
    for (place, node) in columns.enumerated() {
      if let column = index.nodes[node].column {
        plan.positions[column] = ScorePlan.PlanPosition(
          start: start + place, stride: columns.count, aggregation: aggregation)
      }
    }
    append(
      columns.map { node in
        let values = index.nodes[node].column == nil ? Self.merged(nominal[node], aggregation) : nominal[node]
        return values.map { $0.map(aggregation.summand) ?? 0 }
      })
    return start
  }

  /// Appends 1 for each known value and 0 for each unknown one, and returns their start.
  mutating func addMarks(_ columns: [Int]) -> Int {
    let start = plan.values.count
    append(columns.map { node in nominal[node].map { $0 == nil ? 0 : 1 } })
    return start
  }

  private mutating func append(_ columns: [[Double]]) {
    for tile in 0..<plan.tiles {
      for column in columns {
        var four = SIMD4<Double>()
        for lane in 0..<4 where tile * 4 + lane < plan.units {
          four[lane] = column[plan.order[tile * 4 + lane]]
        }
        plan.values.append(four)
      }
    }
  }

  /// Makes values equal that differ by no more than rounding, so that units tied in every column of a collapsed subtree
  /// tie in every draw. Under a geometric or harmonic node, summands magnify differences near zero, so the values have
  /// to agree to fourteen of their own digits.
  private static func merged(_ values: [Double?], _ aggregation: Aggregation) -> [Double?] {
    let sorted = values.compactMap { $0 }.sorted()
    let greatest = max(sorted.first?.magnitude ?? 0, sorted.last?.magnitude ?? 0)
    var lowest: [Double: Double] = [:]
    var last: (value: Double, lowest: Double)?
    for value in sorted {
      let tolerance = 1e-14 * (aggregation.needsNonNegative ? value.magnitude : greatest)
      let joined = last.map { value - $0.value <= tolerance ? $0.lowest : value } ?? value
      lowest[value] = joined
      last = (value, joined)
    }
    return values.map { $0.flatMap { lowest[$0] } }
  }
}
