extension CompositeIndex {
  /// Joins a framework and a table.
  ///
  /// The leaves are the deepest nodes that the table has scores for: a table of component points on an edition
  /// with criteria is an index of components. Nodes of the framework without any score are kept, so that the
  /// coverage counts them.
  ///
  /// - Parameter minimumCoverage: the least share of the weight, 0 to 1, that the known values of a ranked unit
  ///   cover. A unit without any value is never ranked.
  /// - Throws: every fault found.
  public init(
    framework: Framework, table: ScoreTable, minimumCoverage: Double = 0
  ) throws(CompositeFaults) {
    let scored = Set(table.units.flatMap { $0.scores.filter { $0.value != .notApplicable }.keys })
    let cut = try Cut(framework: framework, scored: scored)
    var faults = cut.codes.filter { cut.isLeaf($0) && cut.maximum(of: $0) == nil }
      .map(CompositeFault.maximumUnknown)
    if framework.isWeighted { faults = [] }
    guard faults.isEmpty else { throw CompositeFaults(faults) }

    let shares = cut.shares()
    let coverages = table.units.map { unit in cut.coverage(of: unit, shares: shares) }
    let ranked = table.units.indices.filter { coverages[$0] > 0 && coverages[$0] >= minimumCoverage }
    guard !ranked.isEmpty else { throw CompositeFaults([.nothingToRank]) }
    let rankedUnits = ranked.map { table.units[$0] }

    var nodes: [Node] = []
    var leaves: [Leaf] = []
    var values: [[Double?]] = []
    var leftOut: [LeftOut] = []
    for (position, code) in cut.codes.enumerated() {
      let node = cut.node(code)
      nodes.append(
        Node(
          code: code, name: node?.name, parent: node?.parent.flatMap { cut.position[$0] },
          children: cut.children(of: code).compactMap { cut.position[$0] }, weight: cut.weight(of: code),
          aggregation: node?.aggregation ?? .arithmetic, column: cut.isLeaf(code) ? leaves.count : nil))
      guard cut.isLeaf(code) else { continue }
      let leaf = Leaf(
        node: position, node, maximum: cut.maximum(of: code), units: rankedUnits,
        notApplicable: Set(rankedUnits.indices.filter { !cut.applies(code, to: rankedUnits[$0]) }))
      leaves.append(leaf)
      do throws(Normalisation.Fault) {
        values.append(
          try leaf.normalisation.applied(
            to: leaf.raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter))
        if leaf.raw.allSatisfy({ $0 == nil }) {
          leftOut.append(LeftOut(code: code, reason: .missingEverywhere))
        }
      } catch {
        values.append(leaf.raw.map { _ in nil })
        switch error {
        case .constant, .tooFewUnits: leftOut.append(LeftOut(code: code, reason: .normalisation(error)))
        case .notPositive(let unit): faults.append(.notPositive(unit: rankedUnits[unit].name, code: code))
        case .lowerIsBetterWithoutScale: faults.append(.lowerIsBetterWithoutScale(code: code))
        }
      }
    }
    self.nodes = nodes
    self.leaves = leaves
    self.values = values
    self.leftOut = leftOut
    self.minimumCoverage = minimumCoverage
    units = rankedUnits.map(\.name)
    coverage = ranked.map { coverages[$0] }
    unranked = table.units.indices.filter { !ranked.contains($0) }.map {
      Unranked(unit: table.units[$0].name, coverage: coverages[$0])
    }
    scale = framework.isWeighted ? 1 : cut.weight(of: framework.root)
    faults += negativeValues()
    guard faults.isEmpty else { throw CompositeFaults(faults) }
  }

  /// Values below zero that stand directly below a node that can not take them.
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

extension CompositeIndex.Leaf {
  fileprivate init(
    node: Int, _ source: Framework.Node?, maximum: ExactDecimal?, units: [ScoreTable.Unit],
    notApplicable: Set<Int>
  ) {
    let code = source?.code ?? ""
    self.node = node
    normalisation = source?.normalisation ?? .none
    lowerIsBetter = source?.lowerIsBetter ?? false
    self.maximum = maximum?.double
    raw = units.indices.map { notApplicable.contains($0) ? nil : units[$0].scores[code]?.number }
    printedPlaces = units.map { $0.decimals[code] }
    self.notApplicable = notApplicable
  }
}

/// A framework down to the deepest nodes that have scores.
private struct Cut {
  let framework: Framework
  let codes: [String]
  let position: [String: Int]

  init(framework: Framework, scored: Set<String>) throws(CompositeFaults) {
    self.framework = framework
    // For each node, a scored node below it, if there is one.
    var below: [String: String] = [:]
    for node in framework.nodes.reversed() {
      guard let parent = node.parent, below[parent] == nil else { continue }
      below[parent] = below[node.code] ?? (scored.contains(node.code) ? node.code : nil)
    }
    let doubled = framework.nodes.filter { scored.contains($0.code) }.compactMap { node in
      below[node.code].map { CompositeFault.scoresAtTwoLevels(code: node.code, below: $0) }
    }
    guard doubled.isEmpty else { throw CompositeFaults(doubled) }
    var hidden: Set<String> = []
    for node in framework.nodes {
      guard let parent = node.parent else { continue }
      if hidden.contains(parent) || scored.contains(parent) { hidden.insert(node.code) }
    }
    codes = framework.nodes.map(\.code).filter { !hidden.contains($0) }
    position = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
  }

  func node(_ code: String) -> Framework.Node? { framework[code] }

  func children(of code: String) -> [String] { framework.children(of: code).filter { position[$0] != nil } }

  func isLeaf(_ code: String) -> Bool { children(of: code).isEmpty }

  /// Whether neither the node nor any above it is marked as not applying.
  func applies(_ code: String, to unit: ScoreTable.Unit) -> Bool {
    if unit.scores[code] == .notApplicable { return false }
    return framework[code]?.parent.map { applies($0, to: unit) } ?? true
  }

  /// The maximum points, the sum of the parts where a framework does not state it.
  func maximum(of code: String) -> ExactDecimal? {
    if let stated = framework[code]?.maximum { return stated }
    let parts = framework.children(of: code).map(maximum)
    let known = parts.compactMap { $0 }
    return parts.isEmpty || known.count < parts.count ? nil : known.sum
  }

  func weight(of code: String) -> Double {
    if !framework.isWeighted { return maximum(of: code)?.double ?? 0 }
    return code == framework.root ? 1 : framework[code]?.weight ?? 0
  }

  /// The share of each leaf in the whole weight.
  func shares() -> [String: Double] {
    var share: [String: Double] = [framework.root: 1]
    for code in codes {
      let parts = children(of: code)
      let total = parts.reduce(0) { $0 + weight(of: $1) }
      for part in parts where total > 0 { share[part] = (share[code] ?? 0) * weight(of: part) / total }
    }
    return share.filter { isLeaf($0.key) }
  }

  func coverage(of unit: ScoreTable.Unit, shares: [String: Double]) -> Double {
    var known = 0.0
    var applicable = 0.0
    for code in codes {
      guard let share = shares[code], applies(code, to: unit) else { continue }
      applicable += share
      if unit.scores[code] != nil { known += share }
    }
    return applicable > 0 ? min(known / applicable, 1) : 0
  }
}

extension ScoreTable.Score {
  fileprivate var number: Double? {
    switch self {
    case .points(let points): points.double
    case .value(let value): value
    case .notApplicable: nil
    }
  }
}
