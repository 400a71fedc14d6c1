/// Whether a scorecard fits the full maxima, the appraisal-only ones, or both.
///
/// Provinces publish component figures on either basis, often without saying which. Reading the rows on each
/// in turn, a contradiction among the sums refutes a basis; a row that fits only one is evidence of which it
/// is. On the full basis the printed "impact" is read as component LV8, as a reader unaware of the other
/// basis would.
public struct BasisFit: Sendable {
  /// The basis that was tried.
  public let basis: ScorecardEntry.Basis
  /// What contradicts it; empty when it fits.
  public let contradictions: [SumSystem<ScoreKey>.Contradiction]

  /// Whether the rows fit the basis.
  public var fits: Bool { contradictions.isEmpty }

  /// Tries both bases on the component rows of one province and year.
  public static func of(_ entries: [ScorecardEntry], edition: Edition) -> [BasisFit] {
    [ScorecardEntry.Basis.full, .appraisal].map { basis in
      let rows = entries.map { $0.reading(on: basis, edition: edition) }
      let analysis = ScorecardAnalysis(entries: rows, edition: edition)
      return BasisFit(basis: basis, contradictions: analysis.system.contradictions)
    }
  }
}

extension ScorecardEntry {
  /// The same row with its component figures read on a basis.
  func reading(on basis: Basis, edition: Edition) -> ScorecardEntry {
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
