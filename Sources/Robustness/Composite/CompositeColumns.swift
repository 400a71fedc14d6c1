internal import Scoring

/// The columns of an index, restricted to the ranked units.
struct CompositeColumns {
  private(set) var leaves: [CompositeIndex.Leaf] = []
  private(set) var values: [[Double?]] = []
  private(set) var leftOut: [CompositeIndex.LeftOut] = []
  private(set) var faults: [CompositeFault] = []
  /// The ranked units, as positions in the table, that have a normalised value with a weight; nil if there are faults.
  private(set) var rankedWithValues: [Int]?

  /// - Parameters:
  ///   - cells: `[unit of the table][column]`.
  ///   - ranked: positions in the table.
  init(
    truncated: TruncatedFramework, cells: [[TruncatedFramework.ScoreCell]], table: ScoreTable, ranked: [Int]
  ) {
    var hasValue = [Bool](repeating: false, count: ranked.count)
    for (column, position) in truncated.leaves.enumerated() {
      let node = truncated.nodes[position]
      let leaf = CompositeIndex.Leaf(
        node: position, normalisation: node.normalisation, lowerIsBetter: node.lowerIsBetter,
        maximum: truncated.maxima[position]?.double, raw: ranked.map { cells[$0][column].number },
        printedPlaces: ranked.map { table.units[$0].decimals[node.code] },
        notApplicable: Set(ranked.indices.filter { cells[ranked[$0]][column].isNotApplicable }))
      leaves.append(leaf)
      let normalised = normalise(leaf, code: node.code, units: ranked.map { table.units[$0].name })
      values.append(normalised)
      if truncated.shares[position] > 0 {
        for unit in ranked.indices where normalised[unit] != nil { hasValue[unit] = true }
      }
    }
    rankedWithValues = faults.isEmpty ? ranked.indices.filter { hasValue[$0] }.map { ranked[$0] } : nil
  }

  /// The normalised values; all nil, with the reason recorded, when the column has none.
  private mutating func normalise(_ leaf: CompositeIndex.Leaf, code: String, units: [String]) -> [Double?] {
    let nothing = [Double?](repeating: nil, count: units.count)
    guard leaf.raw.contains(where: { $0 != nil }) else {
      leftOut.append(.init(code: code, reason: .missingEverywhere))
      return nothing
    }
    do throws(Normalisation.NormalisationFault) {
      let result = try leaf.normalisation.applied(
        to: leaf.raw, maximum: leaf.maximum, lowerIsBetter: leaf.lowerIsBetter)
      let beyond = units.indices.filter { !(result[$0].map(CompositeIndex.isInRange) ?? true) }
      faults += beyond.map { .outOfRange(unit: units[$0], code: code) }
      return result
    } catch {
      switch error {
      case .constant, .tooFewUnits: leftOut.append(.init(code: code, reason: .normalisation(error)))
      case .notPositive(let unit): faults.append(.notPositive(unit: units[unit], code: code))
      case .lowerIsBetterWithoutScale: faults.append(.lowerIsBetterWithoutScale(code: code))
      }
      return nothing
    }
  }
}
