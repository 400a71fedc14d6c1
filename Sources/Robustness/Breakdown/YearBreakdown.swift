package import Scoring
package import Text

/// The known points of all units in one breakdown of the index, for one index year.
///
/// Units can be re-ranked under other weights only if the points of every part are known: one edition, the full basis,
/// no missing part. Points are known when a source prints them, when they are a printed percentage of a known maximum,
/// or when the sums leave only one value. Rows with an unstated basis are ignored. A figure of one breakdown fills a
/// gap in the other only through a sum of the edition.
package struct YearBreakdown: Sendable {
  /// The breakdowns of the total.
  package enum BreakdownKind: String, CaseIterable, Sendable {
    case components
    case blocks
  }

  /// Why a unit cannot take part.
  package enum RankingObstacle: String, CaseIterable, Sendable {
    /// Sources contradict each other, or a sum contradicts its parts.
    case conflict
    /// The points of a part are published on the appraisal basis or on an unstated one.
    case basis
    /// Only ranks in the parts are published, no points.
    case ranksOnly = "ranks-only"
    /// The points of some parts are unknown.
    case missing
  }

  /// One unit with a published row in the breakdown.
  package struct UnitPoints: Sendable {
    package let entity: Identifier<Entity>
    /// The points of each part, in the order of ``YearBreakdown/parts``; nil where unknown.
    package let points: [ExactDecimal?]
    /// The analysis of its rows with a stated basis.
    package let analysis: ScorecardAnalysis
    /// Why it cannot take part, the most serious reason; nil when it can.
    package let obstacle: RankingObstacle?

    /// The number of known parts.
    package var knownCount: Int { points.compactMap { $0 }.count }
    /// The sum of the parts; nil unless all are known.
    package var total: ExactDecimal? {
      let known = points.compactMap { $0 }
      return known.count == points.count ? known.sum : nil
    }
  }

  /// The edition in force.
  package let edition: Edition
  /// The kind of breakdown.
  package let kind: BreakdownKind
  /// The parts, in order, on the full basis.
  package let parts: [ScoreKey]
  /// The maximum of each part; nil unless all are known.
  package let maxima: [ExactDecimal]?
  /// The units with a row in this breakdown, ordered by identifier.
  package let units: [UnitPoints]

  /// The units that can take part.
  package var complete: [UnitPoints] { units.filter { $0.obstacle == nil } }
  /// Whether a ranking is possible: at least two complete units, and the maximum of every part known.
  package var isEnough: Bool { complete.count >= 2 && maxima != nil }

  /// Reads the rows of one index year; nil when the edition does not list the parts of the breakdown.
  ///
  /// - Parameter entries: the rows of all units for one year of the edition.
  package init?(_ kind: BreakdownKind, edition: Edition, entries: [ScorecardEntry]) {
    switch kind {
    case .components:
      guard edition.listsAllComponents else { return nil }
      parts = edition.components.map { ScoreKey($0.code) }
    case .blocks: parts = edition.blocks.map { ScoreKey(.block($0.id)) }
    }
    guard !parts.isEmpty else { return nil }
    self.edition = edition
    self.kind = kind
    let weights = EditionWeights(edition)
    let known = parts.compactMap { weights[$0]?.value }
    maxima = known.count == parts.count ? known : nil
    let parts = parts
    let nodes = Set(parts.map(\.node))
    let byEntity = Dictionary(grouping: entries, by: \.entity)
    units = byEntity.keys.sorted().compactMap { entity in
      let rows = byEntity[entity] ?? []
      guard rows.contains(where: { nodes.contains($0.node) }) else { return nil }
      return UnitPoints(entity, rows: rows, parts: parts, edition: edition)
    }
  }

  /// The index of the complete units, for scoring under other weights; nil when there are not enough.
  ///
  /// - Parameter name: gives the display name of a part.
  package func index(naming name: (ScoreKey) -> LocalizedText) -> CompositeIndex? {
    guard isEnough, let maxima else { return nil }
    let root = NodeCode.total.description
    let nodes =
      [Framework.FrameworkNode(code: root, name: edition.name, maximum: maxima.sum, parent: nil)]
      + zip(parts, maxima).map { part, maximum in
        Framework.FrameworkNode(
          code: part.node.description, name: name(part), maximum: maximum,
          parent: root)
      }
    let table = ScoreTable(
      units: complete.map { unit in
        let scores = zip(parts, unit.points).compactMap { part, points in
          points.map { (part.node.description, ScoreTable.Score.points($0)) }
        }
        return ScoreTable.ScoredUnit(
          name: unit.entity.rawValue, scores: Dictionary(scores, uniquingKeysWith: { first, _ in first }))
      })
    guard let framework = try? Framework(nodes: nodes) else { return nil }
    return try? CompositeIndex(framework: framework, table: table)
  }
}

extension YearBreakdown.UnitPoints {
  fileprivate init(
    _ entity: Identifier<Entity>, rows: [ScorecardEntry], parts: [ScoreKey], edition: Edition
  ) {
    let stated = rows.filter { $0.basis != .unstated }
    let analysis = ScorecardAnalysis(entries: stated, edition: edition)
    let points = parts.map { part -> ExactDecimal? in
      guard let node = analysis[part], node.applies, !node.isConflicting else { return nil }
      return node.points
    }
    self.entity = entity
    self.analysis = analysis
    self.points = points
    let nodes = Set(parts.map(\.node))
    let figures = rows.filter { nodes.contains($0.node) && ($0.points != nil || $0.percent != nil) }
    let isComplete = points.allSatisfy { $0 != nil }
    if figures.contains(where: { $0.confidence == .conflict })
      || parts.contains(where: { analysis[$0]?.isConflicting ?? false })
      || isComplete && analysis.isContradicted(on: parts)
    {
      obstacle = .conflict
    } else if isComplete {
      obstacle = nil
    } else if figures.isEmpty {
      obstacle = .ranksOnly
    } else if zip(parts, points).contains(where: { part, points in
      points == nil && figures.contains { $0.node == part.node }
    }) {
      obstacle = .basis
    } else {
      obstacle = .missing
    }
  }
}

extension ScorecardAnalysis {
  /// Whether an inferred part is doubtful because sources of the rows disagree, or a sum with one of the parts is
  /// contradicted.
  fileprivate func isContradicted(on parts: [ScoreKey]) -> Bool {
    let keys = Set(parts)
    let derived = parts.filter { self[$0]?.published == nil }
    let isDoubtful = entries.contains {
      $0.confidence == .conflict && ($0.points != nil || $0.percent != nil)
    }
    return !derived.isEmpty && isDoubtful
      || system.contradictions.contains { found in
        keys.contains(found.constraint.total) || !keys.isDisjoint(with: found.constraint.parts)
      }
  }
}
