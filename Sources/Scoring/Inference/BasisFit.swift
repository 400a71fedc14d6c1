/// Whether a scorecard fits the full maxima, the appraisal-only maxima, or both.
///
/// Provinces publish component figures on either basis, often without saying which. The rows are read on each basis in
/// turn. A basis is refuted by a contradiction among the sums, or with a row that states its basis. If only one basis
/// fits, that is evidence for it. On the full basis the printed "impact" is read as component LV8, as a reader unaware
/// of the other basis would.
package struct BasisFit: Sendable {
  /// The basis under test.
  package let basis: ScorecardEntry.Basis
  /// The contradictions on this basis; empty when it fits.
  package let contradictions: [SumSystem<ScoreKey>.SumContradiction]

  /// Whether the rows fit the basis.
  package var fits: Bool { contradictions.isEmpty }

  /// Tries both bases on the component rows of one province and year.
  package static func of(_ entries: [ScorecardEntry], edition: Edition) -> [BasisFit] {
    [ScorecardEntry.Basis.full, .appraisal].map { basis in
      let rows = entries.map { $0.reading(on: basis, edition: edition) }
      let analysis = ScorecardAnalysis(entries: rows, edition: edition)
      return BasisFit(
        basis: basis,
        contradictions: rowContradictions(entries, on: basis, edition: edition)
          + analysis.system.contradictions)
    }
  }

  /// Contradictions within single rows read on a basis they do not state: a different printed maximum, points that
  /// disagree with the percentage, or another row that states this basis and disagrees.
  private static func rowContradictions(
    _ entries: [ScorecardEntry], on basis: ScorecardEntry.Basis, edition: Edition
  ) -> [SumSystem<ScoreKey>.SumContradiction] {
    let weights = EditionWeights(edition)
    func reading(_ entry: ScorecardEntry, _ key: ScoreKey) -> Interval? {
      PointsReading([entry], maximum: weights[key]?.interval)?.interval
    }
    return entries.filter { $0.applies && $0.basis != basis }.flatMap { entry in
      let row = entry.reading(on: basis, edition: edition)
      let key = ScoreKey(row.node, isAppraisalOnly: row.basis == .appraisal)
      guard row.basis == basis, row.node.component != nil else {
        return [SumSystem<ScoreKey>.SumContradiction]()
      }
      var pairs: [(known: Interval?, demanded: Interval?)] = []
      pairs.append((weights[key]?.interval, row.maximum.map { Interval($0.value) }))
      if row.bound == .exact, row.maximum == nil, let percent = row.percent, let points = row.points {
        let whole = weights[key]?.interval
        pairs.append((whole?.taking(percent: Interval(rounding: percent)), Interval(rounding: points)))
      }
      let stated = entries.filter { $0.applies && $0.basis == basis && $0.node == row.node }
      pairs += stated.map { (reading($0, key), reading(row, key)) }
      return pairs.compactMap { known, demanded in
        guard let known, let demanded, known.intersection(demanded) == nil else { return nil }
        return SumSystem<ScoreKey>.SumContradiction(
          constraint: SumSystem.Constraint(total: key, parts: [key]), name: key, known: known,
          demanded: demanded)
      }
    }
  }
}

extension ScorecardEntry {
  /// This row with its component figures read on the given basis.
  package func reading(on basis: Basis, edition: Edition) -> ScorecardEntry {
    guard self.basis != .full || node == .block("impact") else { return self }
    var node = node
    if basis == .full, node == .block("impact"), maximum == nil, let pair = edition.blockComponents.first {
      node = pair.component
    }
    return ScorecardEntry(
      entity: entity, year: year, node: node, basis: basis, applies: applies, selfPoints: selfPoints,
      points: points, maximum: maximum, percent: percent, bound: bound, rank: rank, listSize: listSize,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, evidence: evidence,
      explanation: explanation, note: note, line: line)
  }
}
