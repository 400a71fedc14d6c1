public import Scoring

extension CompositeIndex {
  /// The largest magnitude of a raw or normalised value, inclusive, so that no weighted sum overflows.
  public static let maximumMagnitude = 1e100

  /// Combines a framework and a table.
  ///
  /// The leaves are the deepest nodes with scores in the table: component points on an edition with criteria give an
  /// index of components. Nodes without any score are kept, so that they count in the coverage. Normalisation uses the
  /// ranked units only.
  ///
  /// - Parameter minimumCoverage: the least share of the weight, 0 to 1, that the known values of a ranked unit must
  ///   cover. A unit without any usable value is never ranked.
  /// - Throws: every fault found.
  public init(
    framework: Framework, table: ScoreTable, minimumCoverage: Double = 0
  ) throws(CompositeFaults) {
    let scored = Set(table.units.flatMap { $0.scores.filter { $0.value != .notApplicable }.keys })
    let truncated = try TruncatedFramework(framework: framework, scored: scored)
    let cells = table.units.map(truncated.cells)
    let faults = truncated.rangeFaults(in: cells, units: table.units)
    guard faults.isEmpty else { throw CompositeFaults(faults) }

    let coverages = cells.map(truncated.coverage)
    // Rounding can make a coverage of 0.8 slightly smaller as a binary sum.
    var ranked = table.units.indices.filter { coverages[$0] > 0 && coverages[$0] >= minimumCoverage - 1e-12 }
    var columns = CompositeColumns(truncated: truncated, cells: cells, table: table, ranked: ranked)
    // A unit whose only values cannot be normalised cannot be ranked.
    while let used = columns.rankedWithValues, used.count < ranked.count {
      ranked = used
      columns = CompositeColumns(truncated: truncated, cells: cells, table: table, ranked: ranked)
    }
    guard columns.faults.isEmpty else { throw CompositeFaults(columns.faults) }
    guard !ranked.isEmpty else { throw CompositeFaults([.nothingToRank]) }

    var column = 0
    nodes = truncated.nodes.indices.map { position in
      let node = truncated.nodes[position]
      let isLeaf = truncated.children[position].isEmpty
      defer { column += isLeaf ? 1 : 0 }
      return CompositeNode(
        code: node.code, name: node.name, parent: truncated.parents[position],
        children: truncated.children[position], weight: truncated.weights[position],
        aggregation: node.aggregation, column: isLeaf ? column : nil)
    }
    leaves = columns.leaves
    values = columns.values
    leftOut = columns.leftOut
    self.minimumCoverage = minimumCoverage
    units = ranked.map { table.units[$0].name }
    coverage = ranked.map { coverages[$0] }
    let isRanked = Set(ranked)
    unranked = table.units.indices.filter { !isRanked.contains($0) }.map {
      Unranked(unit: table.units[$0].name, coverage: coverages[$0])
    }
    scale = framework.isWeighted ? 1 : truncated.weights.first ?? 1
    let negative = negativeValues()
    guard negative.isEmpty else { throw CompositeFaults(negative) }
  }

  /// Negative values directly below a node that does not accept them.
  private func negativeValues() -> [CompositeFault] {
    leaves.enumerated().flatMap { column, leaf -> [CompositeFault] in
      guard let parent = nodes[leaf.node].parent, nodes[parent].aggregation.needsNonNegative else {
        return []
      }
      return units.indices.filter { (values[column][$0] ?? 0) < 0 }.map {
        .negativeValue(unit: units[$0], code: nodes[leaf.node].code)
      }
    }
  }
}

extension TruncatedFramework {
  /// Values that are not finite or too large to be summed.
  fileprivate func rangeFaults(in cells: [[ScoreCell]], units: [ScoreTable.ScoredUnit]) -> [CompositeFault] {
    leaves.indices.flatMap { column in
      units.indices.filter { !(cells[$0][column].number.map(CompositeIndex.isInRange) ?? true) }.map {
        .outOfRange(unit: units[$0].name, code: nodes[leaves[column]].code)
      }
    }
  }
}

extension CompositeIndex {
  static func isInRange(_ value: Double) -> Bool { value.magnitude <= maximumMagnitude }
}
