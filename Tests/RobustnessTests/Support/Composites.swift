import Robustness
import Scoring
import TestSupport
import Testing

/// Small composite indexes.
enum Composites {
  /// A node of a framework of weights.
  static func node(
    _ code: String, below parent: String?, _ weight: Double? = nil, normalise: Normalisation = .none,
    lowerIsBetter: Bool = false, aggregate: Aggregation = .arithmetic
  ) -> Framework.FrameworkNode {
    Framework.FrameworkNode(
      code: code, name: nil, parent: parent, maximum: nil, weight: weight, normalisation: normalise,
      lowerIsBetter: lowerIsBetter, aggregation: aggregate)
  }

  /// A table from one row per unit with one value per code; units are `u0`, `u1`, …
  static func table(_ codes: [String], _ rows: [[Double?]]) -> ScoreTable {
    ScoreTable(
      units: rows.enumerated().map { number, row in
        let known = zip(codes, row).compactMap { code, value in
          value.map { (code, ScoreTable.Score.value($0)) }
        }
        return ScoreTable.ScoredUnit(
          name: "u\(number)", scores: Dictionary(known, uniquingKeysWith: { first, _ in first }))
      })
  }

  /// An index with one level: components `c0`, `c1`, … below `root`.
  static func flat(
    _ weights: [Double], _ rows: [[Double?]], normalise: Normalisation = .none,
    aggregate: Aggregation = .arithmetic, minimumCoverage: Double = 0
  ) throws -> CompositeIndex {
    let codes = weights.indices.map { "c\($0)" }
    let components = zip(codes, weights).map { node($0, below: "root", $1, normalise: normalise) }
    return try CompositeIndex(
      framework: Framework(nodes: [node("root", below: nil, aggregate: aggregate)] + components),
      table: table(codes, rows), minimumCoverage: minimumCoverage)
  }

  /// An index with two levels: components `g0`, `g1`, … with leaves `g0.0`, `g0.1`, …
  static func nested(
    _ groups: [(weight: Double, leaves: [Double])], _ rows: [[Double?]], aggregate: Aggregation = .arithmetic
  ) throws -> CompositeIndex {
    var nodes = [node("root", below: nil, aggregate: aggregate)]
    var codes: [String] = []
    for (number, group) in groups.enumerated() {
      nodes.append(node("g\(number)", below: "root", group.weight, aggregate: aggregate))
      for (place, weight) in group.leaves.enumerated() {
        codes.append("g\(number).\(place)")
        nodes.append(node("g\(number).\(place)", below: "g\(number)", weight))
      }
    }
    return try CompositeIndex(framework: Framework(nodes: nodes), table: table(codes, rows))
  }

  /// The faults of assembling an index; empty when there are none.
  static func faults(
    _ nodes: [Framework.FrameworkNode], _ table: ScoreTable, minimumCoverage: Double = 0
  ) throws -> [CompositeFault] {
    let framework = try Framework(nodes: nodes)
    do throws(CompositeFaults) {
      _ = try CompositeIndex(framework: framework, table: table, minimumCoverage: minimumCoverage)
      return []
    } catch {
      return error.faults
    }
  }
}

extension [Double?] {
  /// Whether the same entries are nil and the others differ by at most `tolerance`.
  func isClose(to other: [Double?], within tolerance: Double = 1e-12) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { one, other in
        switch (one, other) {
        case (nil, nil): true
        case (let one?, let other?): (one - other).magnitude <= tolerance
        default: false
        }
      }
  }
}
