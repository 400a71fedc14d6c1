internal import Foundation
public import Scoring

extension CompositeIndex {
  /// The value of every node for every unit, `[node][unit]`, on the scale of the normalised values.
  ///
  /// Nil where nothing below is known, where the known parts have zero weight, and where the aggregation is undefined
  /// (a negative value under a geometric or harmonic node). The nodes above skip unknown values, but an undefined value
  /// makes all nodes above it nil.
  ///
  /// - Parameters:
  ///   - weights: one raw weight per node, finite, not below 0.
  ///   - values: normalised values `[column][unit]`; nil means those of the index.
  ///   - aggregation: replaces the aggregation of every node; nil means each node's own.
  package func nodeValues(
    weights: [Double], values: [[Double?]]? = nil, aggregation: Aggregation? = nil
  ) -> [[Double?]] {
    let columns = values ?? self.values
    var result = [[Double?]](repeating: [], count: nodes.count)
    var isMeaningless = [[Bool]](
      repeating: [Bool](repeating: false, count: units.count), count: nodes.count)
    for position in nodes.indices.reversed() {
      let node = nodes[position]
      if let column = node.column {
        result[position] = columns[column]
      } else {
        let aggregation = aggregation ?? node.aggregation
        result[position] = units.indices.map { unit in
          let parts = node.children.compactMap { child in
            result[child][unit].map { (value: $0, weight: weights[child]) }
          }
          isMeaningless[position][unit] =
            node.children.contains { isMeaningless[$0][unit] }
            || aggregation.needsNonNegative && parts.contains { $0.value < 0 }
          return isMeaningless[position][unit] ? nil : aggregation.value(of: parts)
        }
      }
    }
    return result
  }

  /// The score of each ranked unit, on the scale of the root.
  ///
  /// Nil where the known parts of the unit have zero weight, or where the aggregation is undefined: a negative value
  /// under a geometric or harmonic node.
  ///
  /// - Parameters:
  ///   - weights: one raw weight per node, finite, not below 0; nil means those of the framework.
  ///   - values: normalised values `[column][unit]`; nil means those of the index.
  ///   - aggregation: replaces the aggregation of every node; nil means each node's own.
  public func scores(
    weights: [Double]? = nil, values: [[Double?]]? = nil, aggregation: Aggregation? = nil
  ) -> [Double?] {
    let all = nodeValues(weights: weights ?? self.weights, values: values, aggregation: aggregation)
    return (all.first ?? []).map { $0.map { $0 * scale } }
  }
}

extension Aggregation {
  /// The weighted aggregate; nil when there are no values, when all weights are zero, or when a value is not allowed.
  package func value(of parts: [(value: Double, weight: Double)]) -> Double? {
    let total = parts.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    switch self {
    case .arithmetic:
      return parts.reduce(0) { $0 + $1.weight * $1.value } / total
    case .geometric:
      guard parts.allSatisfy({ $0.value >= 0 }) else { return nil }
      return exp(parts.reduce(0) { $1.weight == 0 ? $0 : $0 + $1.weight * log($1.value) } / total)
    case .harmonic:
      guard parts.allSatisfy({ $0.value >= 0 }) else { return nil }
      let inverse = parts.reduce(0) { $1.weight == 0 ? $0 : $0 + $1.weight / $1.value }
      return total / inverse
    }
  }
}
