internal import Scoring

/// How the components of an index relate: what each contributes, duplicates or opposes.
///
/// The statistics are those of the Handbook on Constructing Composite Indicators (OECD and JRC, 2008), steps 4 and 8. A
/// weight is not the importance of a component; Paruolo, Saisana and Saltelli (2013), "Ratings and rankings: voodoo or
/// science?", show why the two should be compared.
package struct CoherenceReport: Sendable {
  /// Two components.
  package struct Pair: Hashable, Sendable {
    /// The first component, as a position in ``CompositeIndex/nodes``.
    package let first: Int
    /// The second component, likewise; later in order.
    package let second: Int
    /// The Pearson correlation, −1 to 1.
    package let pearson: Statistic
    /// The Spearman rank correlation, −1 to 1.
    package let spearman: Statistic

    /// Whether the two are nearly redundant: a Pearson correlation of magnitude ``CoherenceReport/redundancy`` or more.
    package var isRedundant: Bool {
      pearson.value.map { $0.magnitude >= CoherenceReport.redundancy } ?? false
    }
    /// Whether the two oppose each other: a Pearson correlation below zero by more than rounding.
    package var isOpposed: Bool { pearson.value.map { $0 < -1e-12 } ?? false }
  }

  /// One component compared with the total.
  package struct Component: Hashable, Sendable {
    /// The component, as a position in ``CompositeIndex/nodes``.
    package let node: Int
    /// The Pearson correlation with the score, −1 to 1.
    package let pearson: Statistic
    /// The Spearman rank correlation with the score, −1 to 1.
    package let spearman: Statistic
    /// The weight as a share of all component weights, 0 to 1.
    package let nominalWeight: Double
    /// The share of the score's variance attributed to the component, w·cov(x, score) ÷ var(score), over the units with
    /// all components known. The shares sum to 1 and can be negative.
    package let effectiveWeight: Statistic

    /// Whether it opposes the total: a Pearson correlation below zero by more than rounding.
    package var isOpposed: Bool { pearson.value.map { $0 < -1e-12 } ?? false }
  }

  /// A node with at least two known parts.
  package struct CoherenceGroup: Hashable, Sendable {
    /// The node, as a position in ``CompositeIndex/nodes``.
    package let node: Int
    /// How many parts have a value for at least one unit.
    package let parts: Int
    /// Cronbach's alpha of the parts' values, at most 1: k ÷ (k − 1) · (1 − Σ var(xᵢ) ÷ var(Σ xᵢ)), over the units with
    /// all parts known.
    package let alpha: Statistic
  }

  /// The magnitude of correlation at which two components count as redundant, inclusive.
  package static let redundancy = 0.9

  package let pairs: [Pair]
  package let components: [Component]
  /// Every node with at least two parts that are known for some unit, in node order.
  package let groups: [CoherenceGroup]

  /// Computes the report with the weights of the framework.
  package init(_ index: CompositeIndex) {
    let values = index.nodeValues(weights: index.weights)
    let parts = index.components
    pairs = parts.enumerated().flatMap { place, first in
      parts[(place + 1)...].map { second in
        Pair(
          first: first, second: second, pearson: .pearson(values[first], values[second]),
          spearman: .spearman(values[first], values[second]))
      }
    }
    let total = values.first ?? []
    let whole = parts.reduce(0) { $0 + index.nodes[$1].weight }
    let effective = Self.effectiveWeights(index, values: values)
    components = zip(parts, effective).map { node, effective in
      Component(
        node: node, pearson: .pearson(values[node], total), spearman: .spearman(values[node], total),
        nominalWeight: index.nodes[node].weight / whole, effectiveWeight: effective)
    }
    groups = index.nodes.indices.compactMap { position in
      let known = index.nodes[position].children.filter { child in values[child].contains { $0 != nil } }
      guard known.count > 1 else { return nil }
      return CoherenceGroup(node: position, parts: known.count, alpha: Self.alpha(known.map { values[$0] }))
    }
  }

  /// The rows in which every column has a value, `[column][unit]`.
  private static func complete(_ columns: [[Double?]]) -> [[Double]] {
    let units = (columns.first ?? []).indices.filter { unit in columns.allSatisfy { $0[unit] != nil } }
    return columns.map { column in units.compactMap { column[$0] } }
  }

  private static func alpha(_ parts: [[Double?]]) -> Statistic {
    let columns = complete(parts)
    let count = columns.first?.count ?? 0
    guard count > 2 else { return Statistic(.tooFewUnits, count: count) }
    let sums = (0..<count).map { unit in columns.reduce(0) { $0 + $1[unit] } }
    guard !Statistic.isConstant(sums) else { return Statistic(.constant, count: count) }
    let own = columns.reduce(0) { $0 + Statistic.covariance($1, $1) }
    let size = Double(columns.count)
    return Statistic(size / (size - 1) * (1 - own / Statistic.covariance(sums, sums)), count: count)
  }

  /// The effective weights, one per component.
  private static func effectiveWeights(_ index: CompositeIndex, values: [[Double?]]) -> [Statistic] {
    let parts = index.components
    let counted = parts.filter { index.nodes[$0].weight > 0 && values[$0].contains { $0 != nil } }
    let columns = complete(counted.map { values[$0] })
    let count = columns.first?.count ?? 0
    func undefined(_ reason: Statistic.Undefined) -> [Statistic] {
      parts.map { _ in Statistic(reason, count: count) }
    }
    guard index.nodes.first?.aggregation == .arithmetic else { return undefined(.notArithmetic) }
    guard count > 2 else { return undefined(.tooFewUnits) }
    let whole = counted.reduce(0) { $0 + index.nodes[$1].weight }
    let shares = counted.map { index.nodes[$0].weight / whole }
    let totals = (0..<count).map { unit in zip(shares, columns).reduce(0) { $0 + $1.0 * $1.1[unit] } }
    guard !Statistic.isConstant(totals) else { return undefined(.constant) }
    let variance = Statistic.covariance(totals, totals)
    return parts.map { part in
      guard let place = counted.firstIndex(of: part) else { return Statistic(0, count: count) }
      return Statistic(
        shares[place] * Statistic.covariance(columns[place], totals) / variance, count: count)
    }
  }
}
